"""kill -9 of motcuactl while capturing and while sending, and of the portal while receiving, each at random moments.

Nothing acknowledged may be lost, nothing may arrive twice. MOTCUA_KILLS sets how many of each (default 50).
"""

import json
import os
import random
import threading
import time

from motcua_lab import Lab, check, delivered_exactly_once, noise_png, random_moments
from people import single_person

KILLS = int(os.environ.get("MOTCUA_KILLS", "50"))
SEED = int(os.environ.get("MOTCUA_SEED", "20261122"))


def longest(action, tries=3):
    """How long an undisturbed run takes, so that the kills fall all over it."""
    times = []
    for _ in range(tries):
        started = time.monotonic()
        action()
        times.append(time.monotonic() - started)
    return max(times)


def kill_while_capturing(lab):
    kiosk = lab.kiosk(lab.portal(), "capturing")
    kiosk.init()
    paper = noise_png(lab.folder / "paper.png", SEED)
    words = ["dossier", "new", "--procedure", "1.004873", "--data", "-", "--attach", f"000.00.00.G15-KQ004946={paper}", "--submit", "--json"]
    duration = longest(lambda: kiosk.run(*words, stdin=json.dumps(single_person(0))))
    acknowledged = []
    for number, moment in enumerate(random_moments(KILLS, duration * 1.1, SEED)):
        out = kiosk.killed_after(moment, *words, stdin=json.dumps(single_person(number)))
        if out:
            acknowledged.append(json.loads(out)["id"])
    rows = kiosk.json("dossier", "list", "--limit", "10000")
    known = {row["id"]: row for row in rows}
    for dossier in acknowledged:
        check(known.get(dossier, {}).get("status") == "queued", f"{dossier} was acknowledged and is not in the queue")
        check(len(kiosk.show(dossier)["attachments"]) == 1, f"{dossier} lost its paper")
    check(all(row["status"] in ("draft", "queued") for row in rows), "a dossier is in no state that capture can leave")
    check(kiosk.json("journal", "verify")["intact"], "the log of acts has a gap")
    print(f"capture: {KILLS} kills, {len(acknowledged)} acknowledged, {len(rows)} kept, 0 lost")


def kill_while_sending(lab):
    portal = lab.portal()
    kiosk = lab.kiosk(portal, "sending")
    kiosk.init()
    papers = [("000.00.00.G15-KQ004946", noise_png(lab.folder / f"sent{i}.png", SEED + i, 300)) for i in range(2)]
    dossiers = []
    generator = random.Random(SEED)
    for number in range(KILLS):
        if number % 5 == 0:
            dossiers.append(kiosk.submit(single_person(number), papers)["id"])
        kiosk.killed_after(generator.uniform(0.05, 0.6), "sync", "--until-idle", "--timeout", "30")
    kiosk.sync()
    delivered_exactly_once(portal, kiosk, dossiers)
    print(f"sending: {KILLS} kills, {len(dossiers)} dossiers, each once at the portal")


def kill_the_portal(lab):
    portal = lab.portal()
    kiosk = lab.kiosk(portal, "steady")
    kiosk.init()
    papers = [("000.00.00.G15-KQ004946", noise_png(lab.folder / f"kept{i}.png", SEED + 50 + i, 300)) for i in range(2)]
    dossiers = [kiosk.submit(single_person(number), papers)["id"] for number in range(10)]
    generator = random.Random(SEED + 1)
    for number in range(KILLS):
        if number % 10 == 9:
            dossiers.append(kiosk.submit(single_person(100 + number), papers)["id"])
        sender = threading.Thread(target=kiosk.killed_after, args=(5, "sync"))
        sender.start()
        time.sleep(generator.uniform(0.15, 0.6))
        portal.kill()
        sender.join()
        portal.start()
    kiosk.sync()
    delivered_exactly_once(portal, kiosk, dossiers)
    print(f"portal: {KILLS} kills, {len(dossiers)} dossiers, each once at the portal")


with Lab() as the_lab:
    kill_while_capturing(the_lab)
    kill_while_sending(the_lab)
    kill_the_portal(the_lab)
