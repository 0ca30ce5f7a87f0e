"""kill -9 of the kiosk itself, in a real window, while somebody types: at most two seconds of typing may be gone, the draft must reopen
at the same field, and nothing is doubled. MOTCUA_KILLS sets how many (default 50)."""

import os
import random
import shutil
import sys
import time

from motcua_lab import Lab, check
from screenkit import FORM_TITLE, Screen, Window

KILLS = int(os.environ.get("MOTCUA_KILLS", "50"))
PROMISED_SECONDS = 2.0


def begin_a_draft(screen, kiosk):
    window = Window(screen, kiosk)
    window.begin_a_form()
    time.sleep(2.5)
    window.kill()


def type_until_killed(screen, kiosk, number, generator):
    """What was typed, how much of it the promise covers, and how late this machine was."""
    window = Window(screen, kiosk)
    window.sign_in()
    window.reaches(FORM_TITLE)
    time.sleep(0.4)
    window.keys("ctrl+a")
    text = f"y doc {'abcdefghij'[number % 10]}{'klmnopqrst'[number // 10 % 10]} mai thi hoa lan"
    times, late = [], 0.0
    ends = time.monotonic() + generator.uniform(0.3, 5)
    for letter in text:
        before = time.monotonic()
        if before > ends:
            break
        window.keys("space" if letter == " " else letter)
        times.append(time.monotonic())
        time.sleep(0.08)
        late = max(late, time.monotonic() - before - 0.15)
    time.sleep(max(0.0, ends - time.monotonic()))
    killed = time.monotonic()
    window.kill()
    covered = sum(1 for moment in times if moment < killed - PROMISED_SECONDS - max(0.0, late))
    return text[:len(times)], covered


def main():
    generator = random.Random(20261122)
    with Lab() as lab, Screen() as screen:
        kiosk = lab.kiosk(lab.portal())
        kiosk.init()
        begin_a_draft(screen, kiosk)
        dossier = kiosk.json("dossier", "list")[0]["id"]
        covered_kills = 0
        for number in range(KILLS):
            typed, covered = type_until_killed(screen, kiosk, number, generator)
            rows = kiosk.json("dossier", "list")
            check([row["id"] for row in rows] == [dossier], "a draft was lost or doubled")
            saved = kiosk.show(dossier)["form"].get("requester", {}).get("name", "")
            covered_kills += covered > 0
            check(covered == 0 or (typed.startswith(saved) and len(saved) >= len(typed[:covered].strip())),
                  f"kill {number}: typed {len(typed)}, promised {covered}, saved {len(saved)} letters")
        check(kiosk.json("journal", "verify")["intact"], "the log of acts has a gap")
        print(f"kiosk: {KILLS} kills, {covered_kills} with typing older than {PROMISED_SECONDS:.0f} s, none of it lost")


for tool in ("Xvfb", "xdotool"):
    if not shutil.which(tool):
        print(f"skipped: {tool} is not here (packaging/packages/debian-test.txt)")
        sys.exit(77)
main()
