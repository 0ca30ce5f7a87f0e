#!/usr/bin/env python3
"""weaklink_test.py BUILD_DIR: the real programs over a link whose flows die without a word, and one that resets them: everything arrives,
once, and in time. Needs root (network namespaces); exit code 77 = cannot run here (and says why)."""
import os
import pathlib
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
from contest import Contest  # noqa: E402: the path above comes first
from rows import Row  # noqa: E402

CANNOT_RUN = 77
SLOWEST = 3.0  # times the physical limit: a machine under load; without probes each cut costs 30 s and more


def main():
    if os.geteuid() != 0 or not os.path.exists("/dev/net/tun"):
        print("skipped: needs root and /dev/net/tun")
        sys.exit(CANNOT_RUN)
    if not os.path.exists("/etc/hosts"):
        print("skipped: the weak link lays its own /etc/hosts over the machine's, and there is none")
        sys.exit(CANNOT_RUN)
    build = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="motcua-weak-") as root:
        for mode in ("kill", "reset"):
            row = Row(mode, "weak-3g", 2, outages=3, outage_mode=mode, outage_s=4.0, paper_bytes=60 * 1024)
            contest = Contest(build, pathlib.Path(root), pathlib.Path(root), row, "motcua", 5, 300)
            contest.prepare()
            result = contest.run()
            print(f"{mode}: {result['right']} of 2 dossiers, {result['duplicates']} twice, {result['outages']} outages, "
                  f"{result['elapsed']:.1f} s of {result['limit']:.1f} s at best")
            if not result["delivered"] or result["duplicates"] or result["damaged"] or result["outages"] < 3 or result["ratio"] > SLOWEST:
                print((contest.folder / "client.log").read_text()[-2000:], (contest.folder / "weaknet.log").read_text()[-1000:])
                sys.exit(f"{mode}: not delivered once and in time")


main()
