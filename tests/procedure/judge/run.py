#!/usr/bin/env python3
"""run.py FORMJUDGE WORK-DIR PACK…: AJV and JSON Forms as judges of our form engine. Exit code 77 = cannot run here (and says why)."""
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "support"))
from nodekit import install, need_node  # noqa: E402

OLDEST_NODE = (18, 0)


def main():
    formjudge, work, packs = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3:]
    node, npm = need_node(OLDEST_NODE)
    install(npm, HERE, work, "judge.mjs")
    verdicts = work / "verdicts.json"
    with verdicts.open("wb") as out:
        subprocess.run([formjudge, *packs], stdout=out, check=True)
    sys.exit(subprocess.run([node, "judge.mjs", str(verdicts)], cwd=work).returncode)


main()
