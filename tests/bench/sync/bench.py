#!/usr/bin/env python3
"""Delivery over weak links beside peers, judged from outside, in one run. Needs root (network namespaces); no network.

bench.py BUILD_DIR WORK_DIR [--quick] [--rows NAME,... | --all] [--seeds N] [--clients motcua,tus,multipart] [--side-by-side N]

Every client delivers the same bytes over weaknet (tests/weaknet/README.md): motcuactl from a real encrypted store and tus-js-client to
the demo portal, curl one whole multipart POST a dossier to a small receiver. Ratio = time from its first connection until it knows that
the last dossier stands at the other end / `weaknet limit`. What counts as delivered is what stands at the other end, by SHA-256; the same thing standing there twice is counted.
"""
import argparse
import concurrent.futures
import dataclasses
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
from contest import Contest, CLIENTS, prepare_tus  # noqa: E402: the path above comes first
from rows import ROWS  # noqa: E402


def wanted(options):
    names = options.rows.split(",") if options.rows else None
    for row in ROWS:
        if names is not None:
            if row.name in names:
                yield row
        elif options.quick:
            if row.name in ("weak-3g", "weak-3g-kill"):
                yield row
        elif options.all or not row.extra:
            yield row


def median(values):
    return statistics.median(values) if values else float("nan")


def show(row, client, results):
    whole = [result for result in results if result["delivered"]]
    ratios = [result["ratio"] for result in whole]
    forms = [result["forms_s"] for result in whole if result["forms_s"] is not None]
    again = [result["again_per_outage"] for result in whole if result["again_per_outage"] is not None]
    cells = [
        f"{row.name:15}", f"{client:10}", f"{len(whole)}/{len(results)}", f"{median(ratios):6.3f}" if ratios else "     -",
        f"{min(ratios):.3f}-{max(ratios):.3f}" if ratios else "     -     ", f"{row.goal:5.2f}" if row.goal and client == "motcua" else "     ",
        f"{median([r['elapsed'] for r in whole]):7.1f}" if whole else "      -", f"{median([r['limit'] for r in results]):7.1f}",
        f"{median(forms):6.2f}" if forms else "     -", f"{median(again) / 1024:7.1f}" if again else "      -",
        f"{max(r['duplicates'] for r in results):4d}", f"{median([r['wire_ratio'] for r in results]):6.3f}", f"{median([r['cpu_s'] for r in results]):6.2f}",
        f"{max(r['rss_mb'] for r in results):6.1f}",
    ]
    print(" ".join(cells), flush=True)


START_APART = 0.7
HEAD = "row             client     ok   ratio   min-max      goal    time_s   limit forms_s  KiB/cut dup. wire/l cpu_s  rss_MB"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--quick", action="store_true", help="two rows, one seed")
    parser.add_argument("--all", action="store_true", help="also the rows that are not in the table of goals")
    parser.add_argument("--rows", help="names, with commas between them: " + ", ".join(row.name for row in ROWS))
    parser.add_argument("--seeds", type=int, default=0, help="how many (default 3, with --quick 1)")
    parser.add_argument("--first-seed", type=int, default=1)
    parser.add_argument("--clients", default=",".join(CLIENTS))
    parser.add_argument("--side-by-side", type=int, default=8, help="links at once")
    parser.add_argument("--timeout", type=float, default=1200, help="seconds for one delivery")
    parser.add_argument("--set", action="append", default=[], dest="sets", help="KEY=VALUE of weaknet for every row, for experiments")
    parser.add_argument("--keep", action="store_true", help="leave the folders of all runs for reading")
    parser.add_argument("--json", type=pathlib.Path, help="every single run, for further study")
    options = parser.parse_args()
    if os.geteuid() != 0:
        sys.exit("bench sync: needs root, because a weak link is made of network namespaces")
    seeds = options.seeds or (1 if options.quick else 3)
    clients = options.clients.split(",")
    options.work.mkdir(parents=True, exist_ok=True)
    if "tus" in clients:
        why = prepare_tus(options.work / "tus")
        if why:
            print("without tus-js-client:", why)
            clients.remove("tus")

    rows = [dataclasses.replace(row, sets=row.sets + tuple(options.sets)) for row in wanted(options)]
    root = pathlib.Path(tempfile.mkdtemp(prefix="runs-", dir=options.work))
    print(f"{sum(1 for _ in rows)} rows, {seeds} seeds, clients {', '.join(clients)}; ratio 1 = the physical limit", flush=True)
    print(HEAD, flush=True)
    every = []
    lock, starting = threading.Lock(), threading.Lock()
    waiting = {(row.name, client): [] for row in rows for client in clients}

    def one(row, client, seed):
        contest = Contest(options.build.resolve(), options.work.resolve(), root, row, client, seed, options.timeout)
        with starting:  # one after the other, so that no start is measured beside the making of another queue
            contest.prepare()
            time.sleep(START_APART)
        result = contest.run()
        with lock:
            every.append(result)
            done = waiting[row.name, client]
            done.append(result)
            if len(done) == seeds:
                show(row, client, done)
        if not options.keep and result["delivered"]:
            shutil.rmtree(contest.folder, ignore_errors=True)

    with concurrent.futures.ThreadPoolExecutor(options.side_by_side) as pool:
        work = [pool.submit(one, row, client, seed) for row in rows for seed in range(options.first_seed, options.first_seed + seeds) for client in clients]
        for each in work:
            each.result()
    if options.json:
        options.json.write_text(json.dumps(every, indent=1))
    bad = [result for result in every if result["client"] == "motcua" and (not result["delivered"] or result["duplicates"] or result["damaged"])]
    if bad:
        sys.exit(f"bench sync: {len(bad)} deliveries of ours were not whole: {root}")
    if not options.keep:
        shutil.rmtree(root, ignore_errors=True)


main()
