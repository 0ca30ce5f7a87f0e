#!/usr/bin/env python3
"""run.py PORTAL-BINARY WORK-DIR: tus-js-client against the demo portal. Exit code 77 = cannot run here (and says why)."""
import hashlib
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "portal"))
from portalkit import PortalKit  # noqa: E402

CANNOT_RUN = 77
OLDEST_NODE = (20, 19)


def skip(why):
    print("skipped:", why)
    sys.exit(CANNOT_RUN)


def need_node():
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        skip("node and npm are not installed")
    said = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    found = re.match(r"v(\d+)\.(\d+)", said)
    if not found or tuple(map(int, found.groups())) < OLDEST_NODE:
        skip(f"node {said.strip()} is older than {'.'.join(map(str, OLDEST_NODE))}")
    return node, npm


def install(npm, work):
    work.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "upload.mjs"):
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
    binary, work = sys.argv[1], pathlib.Path(sys.argv[2])
    node, npm = need_node()
    install(npm, work)
    with PortalKit(binary) as kit:
        content = random.Random(3).randbytes(400_000)
        item, contents = kit.dossier(files=[("KQ003453-1.jpg", content)])
        wanted = kit.sync([item])["results"][0]["wanted"][0]
        kit.patch(wanted["uploadId"], 0, content[:123_456])  # tus-js-client has to find and finish it
        paper = kit.root / "paper"
        paper.write_bytes(content)
        arguments = [node, "upload.mjs", kit.url + "/api/v1/uploads", str(kit.store), f"{kit.url}/api/v1/uploads/{wanted['uploadId']}", str(paper)]
        judge = subprocess.Popen(arguments, cwd=work, env={**os.environ, "NODE_EXTRA_CA_CERTS": str(kit.ca)}, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 text=True)
        for line in judge.stdout:
            if line.strip() == "kill":
                kit.restart()
                print("up", file=judge.stdin, flush=True)
            else:
                print(line, end="", flush=True)
        if judge.wait() != 0:
            print(kit.log.read_text()[-3000:])
            sys.exit("tus-js-client was not content")
        result = kit.sync([item])["results"][0]
        if result["outcome"] != "received" or kit.delivered(item) != PortalKit.expected(item):
            sys.exit("the dossier did not arrive")
        print("ok dossier received:", result["receipt"]["officialCode"])


main()
