"""Parts from npm for tests: looked for, installed once from the committed lock file, and skipped with a word where they cannot be had."""
import hashlib
import re
import shutil
import subprocess
import sys

CANNOT_RUN = 77


def skip(why):
    print("skipped:", why)
    sys.exit(CANNOT_RUN)


def need_node(oldest=(20, 19)):
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        skip("node and npm are not installed")
    said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    if not found or tuple(map(int, found.groups())) < oldest:
        skip(f"node {said.strip()} is older than {'.'.join(map(str, oldest))}")
    return node, npm


def install(npm, here, work, script):
    """What `here`/package-lock.json names into `work`, with `script` beside it."""
    work.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", script):
        shutil.copyfile(here / name, work / name)
    stamp = work / "installed"
    lock = hashlib.sha256((here / "package-lock.json").read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text() == lock:
        return
    run = subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=work, capture_output=True, text=True)
    if run.returncode == 0:
        stamp.write_text(lock)
        return
    if subprocess.run([npm, "ping"], cwd=work, capture_output=True).returncode != 0:
        skip("the npm registry cannot be reached")
    sys.exit("npm ci failed:\n" + run.stderr[-4000:])
