"""A wrong clock on the real program (libfaketime): told apart from a wrong certificate, and nothing lost, doubled or called received."""

import pathlib
import subprocess
import sys
import threading

from motcua_lab import Kiosk, Lab, check, delivered_exactly_once, noise_png, quiet_environment, stored_dossiers
from people import single_person

PAPER = "000.00.00.G15-KQ004946"
CLOCK_WRONG, CERTIFICATE_WRONG = "MC-524", "MC-502"
TWO_YEARS_BACK, A_DAY_ON = "-730d", "+1d"


def libfaketime():
    for folder in pathlib.Path("/usr/lib").glob("*/faketime"):
        if (folder / "libfaketime.so.1").exists():
            return folder / "libfaketime.so.1"
    print("libfaketime is missing: apt install faketime")
    sys.exit(77)


LIBRARY = libfaketime()


def sync_at(kiosk, offset="", file=None, timeout=15):
    """motcuactl under another time of day; how long things take stays true. -> exit code, all that it said"""
    fake = {"LD_PRELOAD": str(LIBRARY), "FAKETIME_DONT_FAKE_MONOTONIC": "1", "FAKETIME_NO_CACHE": "1"}
    fake |= {"FAKETIME_TIMESTAMP_FILE": str(file)} if file else {"FAKETIME": offset}
    done = subprocess.run(kiosk.command("sync", "--until-idle", "--timeout", str(timeout)), capture_output=True, text=True, timeout=timeout * 10,
                          env={**quiet_environment(), **fake})
    return done.returncode, done.stdout + done.stderr


def another_authority(lab):
    path = lab.folder / "other-ca.crt"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=somebody else",
                    "-keyout", lab.folder / "other-ca.key", "-out", path], check=True, capture_output=True)
    return path


def two_years_back(lab, portal, kiosk):
    waiting = kiosk.submit(single_person(1))["id"]
    code, said = sync_at(kiosk, TWO_YEARS_BACK)
    check(code == 5 and CLOCK_WRONG in said and CERTIFICATE_WRONG not in said, f"the clock is named: {code} {said}")
    check("Đồng hồ" in said, f"in words: {said}")
    check(kiosk.show(waiting)["delivery"] == "waiting" and not stored_dossiers(portal), "nothing went")
    foreign = Kiosk(lab.folder / "foreign", portal.url, another_authority(lab))
    foreign.init()
    foreign.submit(single_person(2))
    code, said = sync_at(foreign, "+0")
    check(code == 5 and CERTIFICATE_WRONG in said and CLOCK_WRONG not in said, f"a wrong certificate is another thing: {code} {said}")
    return waiting


def a_day_on(kiosk, waiting):
    code, said = sync_at(kiosk, A_DAY_ON)
    check(code == 0 and "24 giờ" in said, f"it goes, and the difference is told: {code} {said}")
    return [waiting]


def jumping(lab, portal, kiosk, sent):
    """While papers travel the clock jumps back two years and a day on, again and again."""
    file = lab.folder / "time"
    file.write_text("+0")
    papers = [(PAPER, noise_png(lab.folder / f"paper{n}.png", n, 500)) for n in range(4)]
    sent += [kiosk.submit(single_person(n), papers)["id"] for n in range(3, 6)]
    over = threading.Event()

    def jump():
        for offset in [TWO_YEARS_BACK, A_DAY_ON, "+0"] * 1000:
            if over.wait(0.15):
                return
            changed = file.with_suffix(".new")
            changed.write_text(offset)
            changed.replace(file)

    jumper = threading.Thread(target=jump)
    jumper.start()
    try:
        for _ in range(3):
            code, said = sync_at(kiosk, file=file)
            check(code in (0, 5) and "Cổng từ chối: 0" in said, f"a clock never makes a dossier refused: {code} {said}")
    finally:
        over.set()
        jumper.join()
    kiosk.sync()
    delivered_exactly_once(portal, kiosk, sent)


def main():
    with Lab() as lab:
        portal = lab.portal()
        kiosk = lab.kiosk(portal)
        kiosk.init()
        waiting = two_years_back(lab, portal, kiosk)
        sent = a_day_on(kiosk, waiting)
        jumping(lab, portal, kiosk, sent)
        print("clock: told apart, told, survived")


main()
