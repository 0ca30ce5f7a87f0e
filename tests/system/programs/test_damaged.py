"""A paper damaged on the disk of the kiosk while it waits: its dossier is set aside with the reason, the others go, nothing is called received, and
after a mend everything is at the portal once."""

import subprocess

from motcua_lab import BIN, Lab, check, delivered_exactly_once, noise_png, stored_dossiers
from people import single_person

CARD = "000.00.00.G15-KQ004946"


def damage(kiosk, dossier, how):
    paper = kiosk.show(dossier)["attachments"][0]
    subprocess.run([BIN / "lab_damage", kiosk.folder, kiosk.passphrase, paper["id"], how], check=True)
    return paper["name"]


def main():
    with Lab() as lab:
        portal = lab.portal()
        kiosk = lab.kiosk(portal)
        kiosk.init()
        dossiers = [kiosk.submit(single_person(number), [(CARD, noise_png(lab.folder / f"{number}.png", number))])["id"] for number in range(4)]
        names = {dossiers[1]: damage(kiosk, dossiers[1], "flip"), dossiers[2]: damage(kiosk, dossiers[2], "gone")}

        outcome = kiosk.sync()
        check(outcome["received"] == 2, f"the two whole ones go: {outcome}")
        for dossier in names:
            shown = kiosk.show(dossier)
            check(shown["delivery"] == "refused" and not shown["officialCode"], f"{shown['delivery']} {shown['officialCode']}")
            problem = shown["problem"]
            check("MC-511" in str(problem), f"the reason says that our copy is damaged: {problem}")
            words = kiosk.run("dossier", "show", dossier)
            check("MC-511" in words, words)
        for folder in stored_dossiers(portal) & set(names):
            check(False, f"{folder} stands at the portal although a paper of it is damaged")
        check(kiosk.sync()["received"] == 0, "nothing changes by trying again")

        for number, (dossier, name) in enumerate(names.items(), start=10):
            fresh = noise_png(lab.folder / f"fresh{number}.png", number)
            kiosk.run("dossier", "mend", dossier, "--detach", name, "--attach", f"{CARD}={fresh}", "--submit")
        check(kiosk.sync()["received"] == 2, "mended, both go")
        delivered_exactly_once(portal, kiosk, dossiers)
    print("ok")


if __name__ == "__main__":
    main()
