#!/usr/bin/env python3
"""N dossiers wait, each with one small paper, and a real portal on loopback takes them: `motcuactl sync`, then a kiosk that sends by itself
while its home page is used. Time, peak memory of both, order, and the longest time that the window did not react.

syncqueue.py BUILD_DIR WORK_DIR [--dossiers N] [--only ctl|kiosk]
"""
import argparse
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.path[:0] = [str(ROOT / "tests" / "portal"), str(ROOT / "tests" / "bench" / "start")]
import portalkit  # noqa: E402
import start  # noqa: E402

PASSPHRASE = "ruong bac thang"


def memory_mb(pid, name):
    status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return int(re.search(rf"{name}:\s+(\d+)", status).group(1)) / 1024


def make_profile(binaries, folder, portal, dossiers):
    profile = folder / "queued"
    shutil.rmtree(profile, ignore_errors=True)
    secret = folder / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    ctl = [binaries / "motcuactl", "--profile", profile, "--passphrase-file", secret]
    subprocess.run([*ctl, "init", "--commune", "25231", "--portal", portal.url, "--ca", portal.ca, "--kdf-memory", "64"],
                   check=True, stdout=subprocess.DEVNULL)
    subprocess.run([binaries / "bench_fill", profile, secret, str(dossiers), "0"], check=True)
    return profile, ctl


def submitted(dossiers):
    """bench_fill leaves three in a hundred as drafts."""
    return sum(index % 100 >= 3 for index in range(dossiers))


def received(portal):
    with sqlite3.connect(f"file:{portal.store / 'portal.sqlite'}?mode=ro", uri=True) as database:
        return database.execute("SELECT count(*) FROM receipts").fetchone()[0]


def unsorted_pairs(portal):
    """Of dossiers without a pressing day, how many neighbours came in another order than they were submitted."""
    with sqlite3.connect(f"file:{portal.store / 'portal.sqlite'}?mode=ro", uri=True) as database:
        times = [row[0] for row in database.execute("SELECT s.submitted_at FROM receipts r JOIN submissions s USING (id, revision) ORDER BY r.sequence")]
    calls = [times[at:at + 25] for at in range(0, len(times), 25)]
    return sum(min(later) < min(earlier) for earlier, later in zip(calls, calls[1:])), len(calls)


def by_ctl(binaries, folder, dossiers):
    with portalkit.PortalKit(binaries / "motcua-portal") as portal:
        profile, ctl = make_profile(binaries, folder, portal, dossiers)
        began = time.monotonic()
        process = subprocess.Popen([*ctl, "sync", "--until-idle", "--timeout", "3000", "--json"], stdout=subprocess.PIPE, text=True)
        peak, steps, seen = 0, [], 0
        while process.poll() is None:
            try:
                peak = max(peak, memory_mb(process.pid, "VmHWM"))
            except (AttributeError, FileNotFoundError, ProcessLookupError):
                break
            count = received(portal)
            if count >= seen + 1000:
                steps.append(f"{count}: {time.monotonic() - began:.0f} s")
                seen = count
            time.sleep(0.2)
        answer = process.communicate()[0].strip()
        took = time.monotonic() - began
        wrong, calls = unsorted_pairs(portal)
        print(f"motcuactl sync, {dossiers} dossiers: {took:.1f} s, peak {peak:.0f} MB; portal {memory_mb(portal.process.pid, 'VmHWM'):.0f} MB; {answer}")
        print(f"  {', '.join(steps)}; {wrong} of {calls} groups of 25 received before an older one", flush=True)


def by_kiosk(binaries, folder, dossiers):
    screen = start.Screen(str(folder))
    try:
        with portalkit.PortalKit(binaries / "motcua-portal") as portal:
            profile, _ = make_profile(binaries, folder, portal, dossiers)
            kiosk_and_window(screen, portal, [str(binaries / "motcua"), "--profile", str(profile)], dossiers)
    finally:
        screen.close()


def kiosk_and_window(screen, portal, command, dossiers):
    environment = {"DISPLAY": screen.display, "DBUS_SESSION_BUS_ADDRESS": screen.address, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin",
                   "HOME": str(portal.root)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def key(*words):
        subprocess.run(["xdotool", *words], env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def frame():
        return screen.buffer[screen.start:screen.start + start.HEIGHT * screen.line]

    try:
        empty = screen.rows()
        start.wait_until(lambda: start.changed_share(empty, screen.rows()) > 0.5, 30, 0.01)
        time.sleep(1)
        key("search", "--onlyvisible", "--pid", str(process.pid), "windowfocus", "type", "--delay", "5", PASSPHRASE)
        key("key", "Return")
        began = time.monotonic()
        latencies = []
        while received(portal) < submitted(dossiers) and process.poll() is None and time.monotonic() - began < 900:
            before = frame()
            asked = time.monotonic()
            key("key", "Tab")
            while frame() == before and time.monotonic() - asked < 30:
                time.sleep(0.002)
            latencies.append((time.monotonic() - asked) * 1000)
            time.sleep(0.05)
        latencies.sort()
        took = time.monotonic() - began
        print(f"kiosk, {dossiers} dossiers: {received(portal)} received {took:.1f} s after sign-in, peak {memory_mb(process.pid, 'VmHWM'):.0f} MB; "
              f"portal {memory_mb(portal.process.pid, 'VmHWM'):.0f} MB; {len(latencies)} keys answered on the screen: median "
              f"{latencies[len(latencies) // 2]:.0f} ms, 99 of 100 within {latencies[len(latencies) * 99 // 100]:.0f} ms, longest {latencies[-1]:.0f} ms",
              flush=True)
        subprocess.run(["import", "-window", "root", str(portal.root.parent / "motcua-syncqueue.png")], env=environment, check=False,
                       stderr=subprocess.DEVNULL)
    finally:
        process.terminate()
        process.wait()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--dossiers", type=int, default=10000)
    parser.add_argument("--only", choices=("ctl", "kiosk"))
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    binaries = options.build.resolve() / "bin"
    if options.only != "kiosk":
        by_ctl(binaries, options.work, options.dossiers)
    if options.only != "ctl":
        by_kiosk(binaries, options.work, options.dossiers)


if __name__ == "__main__":
    main()
