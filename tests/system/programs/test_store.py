"""The store through motcuactl, with a real portal: a backup, then everything is sent, then the database is lost. The backup restored sends
nothing twice and forgets nothing; flipped bytes are found and salvaged; nothing is purged before its time."""

import json
from pathlib import Path

from motcua_lab import Lab, check, delivered_exactly_once, noise_png
from people import single_person

CARD = "000.00.00.G15-KQ004946"
PAGE = 4096


def flip(path, step):
    data = bytearray(path.read_bytes())
    for at in range(70 * PAGE + 500, len(data), step * PAGE):
        data[at] ^= 0x40
    path.write_bytes(data)


def main():
    with Lab() as lab:
        portal = lab.portal()
        kiosk = lab.kiosk(portal)
        kiosk.init()
        database = Path(kiosk.folder) / "motcua.db"
        papers = [(CARD, noise_png(lab.folder / "paper.png", 1))]
        dossiers = [kiosk.submit(single_person(number), papers)["id"] for number in range(3)]
        backup = kiosk.json("store", "backup")["file"]
        check(kiosk.json("store", "backups")[0]["usable"], "the backup is usable")

        # Sent after the backup: it knows nothing of the receipts.
        kiosk.sync()
        check(kiosk.fails("store", "restore", backup, "--json").code != 0, "a restore that loses receipts")
        restored = kiosk.json("store", "restore", backup, "--set-aside")
        check(restored["missing"] == 3 and (Path(restored["keptFolder"]) / "motcua.db").exists(), f"kept: {restored}")
        states = {row["delivery"] for row in kiosk.json("dossier", "list")}
        check(states == {"in_doubt"}, f"nobody knows what was sent: {states}")
        try:
            kiosk.sync()
        except Exception as refused:  # the portal takes it for a copy of the kiosk: it asks for an identity of its own
            check("MC-522" in str(refused), str(refused))
            kiosk.run("kiosk", "renew")
            kiosk.sync()
        delivered_exactly_once(portal, kiosk, dossiers)
        again = kiosk.submit(single_person(7), papers)["id"]
        kiosk.sync()
        delivered_exactly_once(portal, kiosk, [*dossiers, again])

        check(kiosk.json("store", "purge", "--dry-run")["dossiers"] == [], "nothing is due on the first day")
        check(kiosk.json("store", "purge")["dossiers"] == [], "nothing is purged on the first day")
        kiosk.run("store", "check")
        check(kiosk.fails("store", "salvage").code != 0, "a sound database is not salvaged")
        kiosk.run("store", "backup")
        flip(database, 40)
        damaged = database.read_bytes()
        check(kiosk.fails("store", "check").code != 0, "flipped bytes are found")
        try:
            report = kiosk.json("store", "salvage")
        except Exception as incomplete:  # exit code 7: something is missing
            report = json.loads(incomplete.out)
        check((Path(report["keptFolder"]) / "motcua.db").read_bytes() == damaged, "the damaged file is kept untouched")
        check(report["lost"] == 0, f"the backup has all that is unreadable: {report}")
        kiosk.run("store", "check")
        delivered_exactly_once(portal, kiosk, [*dossiers, again])
    print("restored and salvaged: nothing lost, nothing sent twice")


if __name__ == "__main__":
    main()
