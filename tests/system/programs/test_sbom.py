"""The list of what ships (./dev sbom) is whole: every library that a program needs, or has mapped while it runs, stands in it."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from motcua_lab import BIN, Lab, check, quiet_environment

SBOM = Path(__file__).resolve().parents[3] / "packaging" / "lib" / "sbom.py"
PROGRAMS = ("motcua", "motcuactl", "motcua-reader")


def needed(file):
    listed = subprocess.run(["readelf", "--dynamic", "--wide", file], capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C"}).stdout
    return set(re.findall(r"\(NEEDED\).*\[(.*)\]", listed))


def missing(document):
    named = {one["value"] for part in document["components"] for one in part.get("properties", [])}
    return {library for program in PROGRAMS for library in needed(BIN / program) if not library.startswith("ld-linux")} - named


def mapped_while_running(folder):
    """What the reader has really loaded when it waits for a question."""
    reader = subprocess.Popen([BIN / "motcua-reader"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=quiet_environment(), cwd=folder)
    time.sleep(1)
    maps = Path(f"/proc/{reader.pid}/maps")
    try:
        return {os.path.basename(path) for path in re.findall(r"(/\S+\.so\S*)", maps.read_text())}
    except PermissionError:
        return set()  # it hides itself from everybody but root
    finally:
        reader.kill()
        reader.wait()


def main():
    with Lab() as lab:
        out = lab.folder / "sbom.json"
        subprocess.run([sys.executable, SBOM, BIN, out], check=True, stdout=subprocess.DEVNULL)
        document = json.loads(out.read_text())
        check(not missing(document), f"needed and not listed: {missing(document)}")
        names = {part["name"] for part in document["components"]}
        check(set(PROGRAMS) <= names and any(name.startswith("libcurl") for name in names) and any("sqlcipher" in name for name in names),
              "the programs, what is opened later or what is compiled in is not listed")
        check(all(part["version"] for part in document["components"]), "a part has no version")
        files = {one["value"] for part in document["components"] for one in part.get("properties", [])}
        mapped = mapped_while_running(lab.folder)
        strange = {name for name in mapped if not name.startswith("ld-linux") and not any(name.startswith(file) for file in files)}
        check(not strange, f"loaded by the reader and not listed: {sorted(strange)}")
        print(f"{len(files)} libraries listed; the reader has {len(mapped)} of them in memory")
        # It can fail: a list without one of its packages is found wanting.
        shortened = {**document, "components": [part for part in document["components"] if not part["name"].startswith("libqt6core")]}
        check(missing(shortened), "a list without Qt Core passes, so this test judges nothing")


for tool in ("dpkg", "ldd", "readelf"):
    if not shutil.which(tool):
        print(f"skipped: {tool} is not here")
        sys.exit(77)
main()
