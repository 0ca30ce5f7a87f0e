#!/usr/bin/env python3
"""run.py PORTAL-BINARY WORK-DIR: tus-js-client against the demo portal. Exit code 77 = cannot run here (and says why)."""
import os
import pathlib
import random
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent.parent / "portal"), str(HERE.parent.parent / "support")]
from nodekit import install, need_node  # noqa: E402
from portalkit import PortalKit  # noqa: E402


def main():
    binary, work = sys.argv[1], pathlib.Path(sys.argv[2])
    node, npm = need_node()
    install(npm, HERE, work, "upload.mjs")
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
