#!/usr/bin/env python3
"""What ships, as a CycloneDX 1.5 document, made from the programs as they were built and from what the machine's packages say.

sbom.py BIN_DIR OUT.json

Libraries are those that the loader itself resolves, those whose names stand in the programs because they are opened later, and all
that these bring along. What was compiled in comes from the packages of its headers and archives (COMPILED_IN).
"""
import functools
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import uuid

PROGRAMS = ("motcua", "motcuactl", "motcua-reader", "motcua-network.so")
# In the programs without a trace that a loader could follow: path of something that only that package has, and why it is there.
COMPILED_IN = {"libsqlcipher.a": "the encrypted store", "tl/expected.hpp": "results and errors", "valijson/validator.hpp": "JSON Schema",
               "kainjow/mustache.hpp": "templates of papers"}
LIBRARY = r"lib[A-Za-z0-9_+-]+\.so\.[0-9]+"
OPENED_LATER = re.compile(LIBRARY.encode())
OPENED_LATER_WIDE = re.compile(rb"(?:[A-Za-z0-9_+.-]\0){8,48}")  # Qt's texts
PLUGINS = ("platforms", "imageformats", "xcbglintegrations", "networkinformation", "tls", "printsupport", "platforminputcontexts", "iconengines")
SEARCHED = ("/usr/include", "/usr/local/include", "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib")


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"}).stdout


def loaded_by(file):
    """{name: path} of every library that comes with this one."""
    return dict(re.findall(r"(\S+) => (/\S+)", output("ldd", file)))


@functools.cache
def known_libraries():
    return dict(re.findall(r"(\S+) \(.*\) => (\S+)", output("/sbin/ldconfig", "-p"))[::-1])


def opened_later(program, linked):
    """Libraries that the program names, and Qt's plugins."""
    content = program.read_bytes()
    wide = " ".join(match.decode("utf-16-le") for match in OPENED_LATER_WIDE.findall(content))
    for name in {match.decode() for match in OPENED_LATER.findall(content)} | set(re.findall(LIBRARY, wide)):
        if name in known_libraries():
            yield known_libraries()[name]
    if "libQt6Gui.so.6" in linked:
        folder = pathlib.Path(os.path.realpath(linked["libQt6Gui.so.6"])).parent / "qt6" / "plugins"
        for kind in PLUGINS:
            yield from (str(plugin) for plugin in sorted((folder / kind).glob("*.so")) if package_of(str(plugin)))


def libraries_of(program):
    found = loaded_by(program)
    for path in list(opened_later(program, found)):
        for more, where in {os.path.basename(path): path, **loaded_by(path)}.items():
            found.setdefault(more, where)
    return found


@functools.cache
def owners():
    """{file: package} of every library and header that dpkg has installed; asked once, since each question costs it a tenth of a second."""
    listed = output("dpkg", "-S", "*.so*", "*.a", "*.hpp")
    return {path: owner.split(",")[0] for owner, path in re.findall(r"^([^ ]+): (/.*)$", listed, re.MULTILINE)}


@functools.cache
def version_of(owner):
    return output("dpkg-query", "-W", "-f", "${Version}", owner)


def package_of(path):
    """(name, version) as dpkg knows it; where /lib is a link to /usr/lib it may know the other name."""
    real = os.path.realpath(path)
    for one in (path, real, real.removeprefix("/usr"), "/usr" + path):
        if one in owners():
            return owners()[one].split(":")[0], version_of(owners()[one])
    return None


def component(kind, name, version, **more):
    return {"type": kind, "bom-ref": f"{name}@{version}", "name": name, "version": version, **more}


def of_package(package, files, why=None):
    name, version = package
    distribution = dict(re.findall(r'^(\w+)="?([^"\n]*)', pathlib.Path("/etc/os-release").read_text(encoding="utf-8"), re.MULTILINE))
    extra = {"purl": f"pkg:deb/{distribution.get('ID', 'debian')}/{name}@{version}",
             "properties": [{"name": "motcua:file", "value": file} for file in sorted(files)]}
    if why:
        extra["description"] = f"compiled in: {why}"
    return component("library", name, version, **extra)


def compiled_in():
    for file, why in COMPILED_IN.items():
        path = next((str(pathlib.Path(folder) / file) for folder in SEARCHED if (pathlib.Path(folder) / file).exists()), None)
        package = path and package_of(path)
        if not package:
            sys.exit(f"sbom: {file} belongs to no package here")
        yield of_package(package, [file], why)


def main():
    binaries, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    version = re.search(r"VERSION ([0-9.]+)", (pathlib.Path(__file__).parents[2] / "CMakeLists.txt").read_text(encoding="utf-8").split("project(")[1])[1]
    programs, packages = [], {}
    for name in PROGRAMS:
        program = binaries / name
        programs.append(component("application", name, version, hashes=[{"alg": "SHA-256", "content": hashlib.sha256(program.read_bytes()).hexdigest()}]))
        for library, path in libraries_of(program).items():
            package = package_of(path)
            if not package:
                sys.exit(f"sbom: {path} belongs to no package")
            packages.setdefault(package, set()).update((library, os.path.basename(os.path.realpath(path))))
    fonts = [component("file", font.name, hashlib.sha256(font.read_bytes()).hexdigest()[:12], licenses=[{"license": {"id": "OFL-1.1"}}])
             for font in sorted((pathlib.Path(__file__).parents[2] / "resources" / "fonts").glob("*.ttf"))]
    parts = programs + [of_package(package, files) for package, files in sorted(packages.items())] + list(compiled_in()) + fonts
    document = {"bomFormat": "CycloneDX", "specVersion": "1.5", "serialNumber": f"urn:uuid:{uuid.uuid4()}", "version": 1,
                "metadata": {"component": component("application", "mot-cua", version)}, "components": parts}
    out.write_text(json.dumps(document, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{out}: {len(programs)} programs, {len(packages)} packages of libraries, {len(COMPILED_IN)} compiled in, {len(fonts)} fonts")


if __name__ == "__main__":
    main()
