#!/usr/bin/env python3
"""tidy.py CLANG_TIDY BUILD_DIR [file...]: clang-tidy over our sources, two runs at a time on two cores, each finding printed once.

Nearly all of its time goes into Qt's headers, so neighbours are read as one text; where their names meet, the half of them, then each alone.
A file that was clean is not read again until it, a header of ours that it includes, or .clang-tidy changes.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

INCLUDE = re.compile(r'^#\s*include "([^"]+)"', re.MULTILINE)
FINDING = re.compile(r"^(/[^:]+):(\d+):(\d+): (?:error|warning): (.*)$")
READ_TOGETHER = 8


def closure(path, top, known):
    """The file and every header of ours that it sees, as text."""
    if path in known:
        return
    text = path.read_text(encoding="utf-8")
    known[path] = text
    for name in INCLUDE.findall(text):
        for candidate in (top / name, path.parent / name):
            if candidate.is_file():
                closure(candidate.resolve(), top, known)
                break


def key_of(path, top, salt):
    known = {}
    closure(path, top, known)
    digest = hashlib.sha256(salt)
    for name in sorted(known):
        digest.update(str(name).encode() + b"\0" + known[name].encode())
    return digest.hexdigest()


def flags_of(entry):
    """What the compiler is told about any file, without what names this one."""
    words = shlex.split(entry["command"])[1:]
    named = {index + step for index, word in enumerate(words) if word in ("-o", "-c", "-MT", "-MF") for step in (0, 1)}
    return [word for index, word in enumerate(words) if index not in named and word != "-MD"]


def together(flags):
    """The flags of all, each once; "-isystem DIR" stays a pair."""
    seen = {}
    for words in flags:
        taken = iter(words)
        for word in taken:
            seen[(word, next(taken)) if word in ("-isystem", "-include") else (word,)] = None
    return [word for words in seen for word in words]


class Tidy:
    def __init__(self, tool, build):
        self.tool, self.build, self.top = tool, build.resolve(), pathlib.Path.cwd()
        commands = json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))
        self.flags = {pathlib.Path(entry["file"]).resolve(): flags_of(entry) for entry in commands}
        self.clean = self.build / "tidy"
        self.clean.mkdir(exist_ok=True)
        self.salt = (self.top / ".clang-tidy").read_bytes() + subprocess.run([tool, "--version"], check=True, capture_output=True).stdout

    def ours(self):
        """tests/weaknet was given to us and stays as it is, as for the formatter."""
        others = {self.build, self.top / "tests" / "weaknet"}
        return {path for path in self.flags if self.top in path.parents and not others & set(path.parents)}

    def stamp(self, path):
        return self.clean / key_of(path, self.top, self.salt)

    def batches(self, paths):
        """Neighbours that were not clean last time, a few at a time."""
        folders = {}
        for path in sorted(paths):
            if not self.stamp(path).exists():
                folders.setdefault(path.parent, []).append(path)
        return [files[at : at + READ_TOGETHER] for files in folders.values() for at in range(0, len(files), READ_TOGETHER)]

    def judge(self, files, standard=()):
        text, origin = "", [None]
        for number, path in enumerate(files):
            source = path.read_text(encoding="utf-8")
            lines = [f"#undef main\n#define main main{number}\n"] if len(files) > 1 else [""]
            origin += [(path, 0)] * lines[0].count("\n") + [(path, line) for line in range(1, source.count("\n") + 1)]
            text += lines[0] + source
        with tempfile.NamedTemporaryFile("w", suffix=".cpp", dir=self.build, encoding="utf-8") as batch:
            batch.write(text)
            batch.flush()
            flags = [*together([self.flags[path] for path in files]), "-I", str(files[0].parent), *standard]
            command = [self.tool, "--quiet", f"--config-file={self.top / '.clang-tidy'}", batch.name, "--", *flags]
            run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=self.build)
        if run.returncode == 0:
            for path in files:
                self.stamp(path).touch()
            return []
        if "clang-diagnostic-error" in run.stdout and len(files) > 1:
            return self.judge(files[: len(files) // 2]) + self.judge(files[len(files) // 2 :])
        if "clang-diagnostic-error" in run.stdout and not standard:
            return self.judge(files, ["-std=c++17"])  # qpdf's headers are no C++20 to clang 14
        findings, found = [], set()
        for name, line, _, words in (match.groups() for match in map(FINDING.match, run.stdout.splitlines()) if match):
            path, at = origin[int(line)] if name == batch.name else (pathlib.Path(name), int(line))
            found.add(path)
            findings.append(f"{os.path.relpath(path, self.top)}:{at}: {words}")
        for path in set(files) - found if found <= set(files) else ():
            self.stamp(path).touch()
        return findings or [f"{files[0]}: {run.stdout.strip() or run.stderr.strip()}"]


def main():
    tidy = Tidy(sys.argv[1], pathlib.Path(sys.argv[2]))
    wanted = {pathlib.Path(name).resolve() for name in sys.argv[3:]} or tidy.ours()
    seen = set()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for findings in pool.map(tidy.judge, tidy.batches(wanted & tidy.flags.keys())):
            for finding in findings:
                if finding not in seen:
                    seen.add(finding)
                    print(finding, flush=True)
    return 1 if seen else 0


sys.exit(main())
