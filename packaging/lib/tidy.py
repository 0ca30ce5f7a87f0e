#!/usr/bin/env python3
"""tidy.py CLANG_TIDY BUILD_DIR [file...]: clang-tidy over our sources, two at a time on two cores, each finding printed once.

A file that was clean is not read again until it, a header of ours that it includes, or .clang-tidy changes.
"""
import concurrent.futures
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys

INCLUDE = re.compile(r'^#\s*include "([^"]+)"', re.MULTILINE)
FINDING = re.compile(r"^(/[^:]+):(\d+):(\d+): (?:error|warning): (.*)$")


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


def main():
    tool, build = sys.argv[1], pathlib.Path(sys.argv[2])
    top = pathlib.Path.cwd()
    compiled = {pathlib.Path(entry["file"]).resolve() for entry in json.loads((build / "compile_commands.json").read_text(encoding="utf-8"))}
    wanted = {pathlib.Path(name).resolve() for name in sys.argv[3:]} or {path for path in compiled if top in path.parents and build.resolve() not in path.parents}
    clean = build / "tidy"
    clean.mkdir(exist_ok=True)
    salt = (top / ".clang-tidy").read_bytes() + subprocess.run([tool, "--version"], check=True, capture_output=True).stdout

    def judge(path):
        stamp = clean / key_of(path, top, salt)
        if stamp.exists():
            return []
        run = subprocess.run([tool, "-p", str(build), "--quiet", str(path)], capture_output=True, text=True, check=False)
        if run.returncode == 0:
            stamp.touch()
            return []
        findings = [f"{os.path.relpath(m[1], top)}:{m[2]}: {m[4]}" for m in map(FINDING.match, run.stdout.splitlines()) if m]
        return findings or [f"{path}: {run.stdout.strip() or run.stderr.strip()}"]

    seen = set()
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for findings in pool.map(judge, sorted(wanted & compiled)):
            for finding in findings:
                if finding not in seen:
                    seen.add(finding)
                    print(finding, flush=True)
    return 1 if seen else 0


sys.exit(main())
