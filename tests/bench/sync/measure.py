#!/usr/bin/env python3
"""measure.py RESULT LOG LOST_ANSWERS SERVER_LOG OUTAGE_S RECEIPTS_LOG RECEIPTS COMMAND...: runs the client inside the weak link and notes
what it took: until it ends, or until it wrote into RECEIPTS_LOG for the RECEIPTS-th time that the portal has a dossier (0: until it
ends). What it does after that, as looking for newer procedures, is no delivery.

LOST_ANSWERS > 0: as often, the link goes down when the other end has just written down that it answered a request that changed
something: the effect is there and the answer dies on its way.
"""
import json
import os
import pathlib
import resource
import subprocess
import sys
import threading
import time

RESULT, LOG, SERVER_LOG, COMMAND = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[4]), sys.argv[8:]
LOST_ANSWERS, OUTAGE = int(sys.argv[3]), float(sys.argv[5])
RECEIPTS_LOG, RECEIPTS = pathlib.Path(sys.argv[6]), int(sys.argv[7])
BETWEEN = 6.0  # seconds, so that the cuts fall on different steps


def lose_answers(ended):
    seen, lost, last = 0, 0, 0.0
    while lost < LOST_ANSWERS and not ended.is_set():
        lines = [line for line in SERVER_LOG.read_bytes().splitlines() if any(b" " + verb + b" " in b" " + line for verb in (b"POST", b"PATCH", b"PUT"))]
        if len(lines) > seen and time.monotonic() - last > BETWEEN + OUTAGE:
            with open(os.environ["WEAKNET_CTL"], "w", encoding="ascii") as control:
                control.write(f"down {OUTAGE}\n")
            lost, last = lost + 1, time.monotonic()
        seen = len(lines)
        time.sleep(0.005)
    return lost


def connections_opened():
    """In this network namespace; the kernel's own packets (IPv6) do not count."""
    names, values = (line.split() for line in pathlib.Path("/proc/self/net/snmp").read_text().splitlines() if line.startswith("Tcp:"))
    return int(values[names.index("ActiveOpens")])


def wait_for_first_packet(client, since):
    """Seconds until the client touched the link: what a program needs to start is not the link's fault."""
    while client.poll() is None and connections_opened() == OPENED_BEFORE:
        time.sleep(0.005)
    return time.monotonic() - since


def wait_for_receipts(client):
    """-> the moment of the last one, or of the end."""
    while client.poll() is None:
        if RECEIPTS and RECEIPTS_LOG.exists() and RECEIPTS_LOG.read_bytes().count(b"received by the portal") >= RECEIPTS:
            break
        time.sleep(0.01)
    return time.monotonic()


ended = threading.Event()
OPENED_BEFORE = connections_opened()
with open(LOG, "wb") as log:
    started = time.time()
    clock = time.monotonic()
    client = subprocess.Popen(COMMAND, stdout=log, stderr=log)
    if LOST_ANSWERS:
        threading.Thread(target=lose_answers, args=(ended,), daemon=True).start()
    first_packet = wait_for_first_packet(client, clock)
    elapsed = wait_for_receipts(client) - clock - first_packet
    code = client.wait()
    whole = time.monotonic() - clock - first_packet
ended.set()
used = resource.getrusage(resource.RUSAGE_CHILDREN)
RESULT.write_text(json.dumps({"started": started + first_packet, "start_up": first_packet, "elapsed": elapsed, "ended": whole, "exit": code, "cpu": used.ru_utime + used.ru_stime, "rss_mb": used.ru_maxrss / 1024}))
sys.exit(code)
