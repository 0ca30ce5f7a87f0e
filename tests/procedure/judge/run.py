#!/usr/bin/env python3
"""run.py FORMJUDGE WORK-DIR PACK…: AJV and JSON Forms as judges of our form engine. Exit code 77 = cannot run here (and says why)."""
import hashlib
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
CANNOT_RUN = 77
OLDEST_NODE = 18


def skip(why):
    print("skipped:", why)
    sys.exit(CANNOT_RUN)


def need_node():
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        skip("node and npm are not installed")
    said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    found = re.match(r"v(\d+)\.", said)
    if not found or int(found.group(1)) < OLDEST_NODE:
        skip(f"node {said.strip()} is older than {OLDEST_NODE}")
    return node, npm


def install(npm, work):
    work.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "judge.mjs"):
        shutil.copyfile(HERE / name, work / name)
    stamp = work / "installed"
    lock = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == lock:
        return
    run = subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=work, capture_output=True, text=True)
    if run.returncode == 0:
        stamp.write_text(lock)
        return
    if subprocess.run([npm, "ping"], cwd=work, capture_output=True).returncode != 0:
        skip("the npm registry cannot be reached")
    sys.exit("npm ci failed:\n" + run.stderr[-4000:])


def main():
    formjudge, work, packs = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    node, npm = need_node()
    install(npm, work)
    verdicts = work / "verdicts.json"
    with verdicts.open("wb") as out:
        subprocess.run([formjudge, *packs], stdout=out, check=True)
    sys.exit(subprocess.run([node, "judge.mjs", str(verdicts)], cwd=work).returncode)


main()
