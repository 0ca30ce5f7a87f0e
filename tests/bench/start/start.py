#!/usr/bin/env python3
"""Start-up of the kiosk beside an empty Qt Widgets window, judged from outside, in one run.

start.py BUILD_DIR WORK_DIR [--rounds N] [--dossiers N] [--packs N]

Time to first paint: from fork until the pixels in the middle of the screen change, read from Xvfb's own frame buffer, so that the
same ruler lies at every program and none of them has to help. Memory: VmRSS one second later. Then the passphrase is typed, and
the memory is read again when the home page has stood still for a second: only then has the kiosk looked at its dossiers.
The programs take turns in every round; medians are printed.
"""
import argparse
import json
import mmap
import os
import pathlib
import shutil
import statistics
import struct
import subprocess
import sys
import time

GOAL_RATIO = 1.5
GOAL_RSS_MB = 150
WIDTH, HEIGHT = 1366, 768
PASSPHRASE = "ruong bac thang"


class Screen:
    """Xvfb whose frame buffer is a file that can be read without asking the server."""

    def __init__(self, folder):
        self.folder = folder
        read, write = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{HEIGHT}x24", "-nolisten", "tcp", "-fbdir", folder, "-noreset"],
            pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as answer:
            self.display = ":" + answer.readline().strip()
        with open(os.path.join(folder, "Xvfb_screen0"), "rb") as file:
            self.buffer = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self.buffer[:100])  # XWDFileHeader: big-endian words
        self.line, self.start = header[12], header[0] + header[19] * 12
        # A session bus, as every desktop has: Qt's bridge for screen readers would otherwise try to launch one.
        self.bus = subprocess.Popen(["dbus-daemon", "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.address = self.bus.stdout.readline().decode("ascii").strip()

    def rows(self):
        """Some lines across the middle, enough to see any window appear."""
        return b"".join(self.buffer[self.start + y * self.line:self.start + (y + 1) * self.line] for y in range(HEIGHT // 4, HEIGHT, HEIGHT // 8))

    def close(self):
        for process in self.server, self.bus:
            process.terminate()
            process.wait()


def resident_mb(pid):
    status = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024


def wait_until(condition, seconds, pause):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            sys.exit("start.py: nothing happened on the screen in time")
        time.sleep(pause)


def stand_still(screen, seconds=1.0):
    seen, since = screen.rows(), time.monotonic()
    end = since + 60
    while time.monotonic() - since < seconds and time.monotonic() < end:
        time.sleep(0.05)
        now = screen.rows()
        if now != seen:
            seen, since = now, time.monotonic()


def measure(screen, command, passphrase=None):
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("WAYLAND", "QT_", "DBUS_SESSION"))}
    environment.update(DISPLAY=screen.display, DBUS_SESSION_BUS_ADDRESS=screen.address, LC_ALL="C.UTF-8")
    before = screen.rows()
    started = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    result = {}
    try:
        # Half of the lines, since the server draws its cursor as soon as a program connects.
        wait_until(lambda: changed_share(before, screen.rows()) > 0.5 or process.poll() is not None, 30, 0.0005)
        result["paint"] = (time.monotonic() - started) * 1000
        if process.poll() is not None:
            sys.exit(f"start.py: {command[0]} ended before it showed anything")
        time.sleep(1)
        result["rss"] = resident_mb(process.pid)
        if passphrase:
            page = screen.rows()
            tool = ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid), "windowfocus", "type", "--delay", "5", passphrase]
            subprocess.run(tool, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            subprocess.run(["xdotool", "key", "Return"], env=environment, check=True)
            wait_until(lambda: changed_share(page, screen.rows()) > 0.2, 30, 0.01)
            stand_still(screen)
            result["home"] = resident_mb(process.pid)
    finally:
        process.terminate()
        process.wait()
        time.sleep(0.2)  # the server clears the screen
    return result


def changed_share(before, after):
    if before == after:
        return 0
    step = 64
    points = range(0, min(len(before), len(after)), step)
    return sum(before[i] != after[i] for i in points) / len(points)


def make_profile(binaries, folder, dossiers, packs=0):
    """A kiosk without a keychain and without a portal that answers, kept between runs."""
    profile = folder / f"profile-{dossiers}-{packs}"
    if (profile / "filled").exists():
        return profile
    shutil.rmtree(profile, ignore_errors=True)
    secret = folder / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=bench",
                    "-keyout", os.devnull, "-out", folder / "ca.pem"], check=True, stderr=subprocess.DEVNULL)
    subprocess.run([binaries / "motcuactl", "--profile", profile, "--passphrase-file", secret, "init", "--commune", "25231",
                    "--portal", "https://127.0.0.1:9", "--ca", folder / "ca.pem", "--kdf-memory", "64"], check=True, stdout=subprocess.DEVNULL)
    if dossiers:
        subprocess.run([binaries / "bench_fill", profile, secret, str(dossiers)], check=True)
    (profile / "filled").touch()
    return profile


def install_packs(binaries, profile, count):
    """As many more procedures as the province might send: copies of a shipped one under codes that no procedure has."""
    if count == 0 or (profile / "packs-installed").exists():
        return profile
    shipped = pathlib.Path(__file__).parents[3] / "resources" / "procedures" / "1.004873.json"
    folder = profile.parent / "packs"
    folder.mkdir(exist_ok=True)
    files = []
    for number in range(count):
        pack = json.loads(shipped.read_text(encoding="utf-8"))
        pack["code"] = f"2.9{number:05}"
        files.append(folder / f"{pack['code']}.json")
        files[-1].write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")
    key, bundle = folder / "province.key", folder / "procedures.jws"
    for old in key, folder / "province.key.pub", bundle:
        old.unlink(missing_ok=True)
    for step in (["procedure", "keygen", "--out", key], ["procedure", "pack", "--key", key, "--serial", "1", "-o", bundle, *files],
                 ["procedure", "trust", "--key", f"{key}.pub"], ["procedure", "install", bundle]):
        subprocess.run([binaries / "motcuactl", "--profile", profile, *step], check=True, stdout=subprocess.DEVNULL)
    (profile / "packs-installed").touch()
    return profile


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--dossiers", type=int, default=10000)
    parser.add_argument("--packs", type=int, default=20, help="procedures installed beside the shipped ones, in a profile of their own")
    options = parser.parse_args()
    binaries = options.build / "bin"
    options.work.mkdir(parents=True, exist_ok=True)

    kiosk = str(binaries / "motcua")
    subjects = {
        "empty Qt Widgets window": ([str(binaries / "bench_emptywindow")], None),
        "kiosk, 0 dossiers": ([kiosk, "--profile", str(make_profile(binaries, options.work, 0))], PASSPHRASE),
        f"kiosk, {options.dossiers} dossiers": ([kiosk, "--profile", str(make_profile(binaries, options.work, options.dossiers))], PASSPHRASE),
        f"kiosk, {options.packs} more procedures": (
            [kiosk, "--profile", str(install_packs(binaries, make_profile(binaries, options.work, 0, options.packs), options.packs))], PASSPHRASE),
    }
    measured = {name: [] for name in subjects}
    screen = Screen(str(options.work))
    try:
        for turn in range(options.rounds + 1):
            for name, (command, passphrase) in subjects.items():
                result = measure(screen, command, passphrase)
                if turn:  # the first round only warms the page cache
                    measured[name].append(result)
    finally:
        screen.close()

    def median(name, key):
        values = [result[key] for result in measured[name] if key in result]
        return statistics.median(values) if values else None

    base = median("empty Qt Widgets window", "paint")
    print(f"{'medians of ' + str(options.rounds):28} {'first paint':>12} {'ratio':>6} {'spread':>11} {'memory':>9} {'after sign-in':>14}")
    good = True
    for name in subjects:
        paint, rss, home = (median(name, key) for key in ("paint", "rss", "home"))
        values = [result["paint"] for result in measured[name]]
        spread = f"{min(values):.0f}-{max(values):.0f}"
        print(f"{name:28} {paint:9.1f} ms {paint / base:6.2f} {spread:>8} ms {rss:6.1f} MB {f'{home:.1f} MB' if home else '':>14}")
        if name.startswith("kiosk"):
            good = good and paint <= GOAL_RATIO * base and max(rss, home) <= GOAL_RSS_MB
    print(f"goal: first paint <= {GOAL_RATIO} x the empty window, memory <= {GOAL_RSS_MB} MB: {'reached' if good else 'not reached'}")


if __name__ == "__main__":
    main()
