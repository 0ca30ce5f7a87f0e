"""Assist pack by motcuactl: encrypted, opened by 7z, held back from sync, its code typed in; nothing readable is left on the disk."""

import shutil
import subprocess
import sys

from motcua_lab import Lab, check, noise_png, stored_dossiers
from people import single_person

PASSPHRASE = "sau-con-trau-vang-gam-co-non"


def open_with_7z(pack, folder, passphrase):
    return subprocess.run(["7z", "x", f"-p{passphrase}", f"-o{folder}", pack], capture_output=True, text=True, stdin=subprocess.DEVNULL)


def main():
    if shutil.which("7z") is None:
        print("7z is not installed")
        sys.exit(77)
    with Lab() as lab:
        portal = lab.portal()
        kiosk = lab.kiosk(portal)
        kiosk.init()
        paper = noise_png(lab.folder / "paper.png", 1)
        by_hand = kiosk.submit(single_person(1), [("000.00.00.G15-KQ003453", paper)])["id"]
        changed_mind = kiosk.submit(single_person(2))["id"]

        short = lab.folder / "short"
        short.write_text("ngan\n")
        failure = kiosk.fails("dossier", "assist", by_hand, "--to", lab.folder / "usb", "--pack-passphrase-file", short)
        check("MC-431" in failure.err, failure.err)
        check(kiosk.show(by_hand)["otherDoor"] == "no", "a refused passphrase took the dossier out of the queue")

        own = lab.folder / "own"
        own.write_text(PASSPHRASE + "\n")
        made = kiosk.json("dossier", "assist", by_hand, "--to", lab.folder / "usb", "--pack-passphrase-file", own)
        check("passphrase" not in made, "a passphrase that people know is not printed")
        check(open_with_7z(made["file"], lab.folder / "wrong", "x" * 24).returncode != 0, "opened with a wrong passphrase")
        check(open_with_7z(made["file"], lab.folder / "open", PASSPHRASE).returncode == 0, "7z does not open the pack")
        sheet = (lab.folder / "open" / "phieu-nhap.txt").read_text("utf-8-sig")
        check("Thị Nga" in sheet and "070195000001" in sheet, sheet)
        check((lab.folder / "open" / "giay-to").exists(), "the paper is missing")
        shutil.rmtree(lab.folder / "open")

        again = kiosk.json("dossier", "assist", by_hand, "--to", lab.folder / "usb")
        check(open_with_7z(again["file"], lab.folder / "open", again["passphrase"]).returncode == 0, "made again, with a passphrase shown once")
        shutil.rmtree(lab.folder / "open")
        kiosk.json("dossier", "assist", changed_mind, "--to", lab.folder / "usb")

        kiosk.sync()
        check(stored_dossiers(portal) == set(), "sync sent what people enter by hand")
        kiosk.run("dossier", "give-back", changed_mind)
        kiosk.sync()
        check(stored_dossiers(portal) == {changed_mind}, "given back, but not sent")

        check("MC-241" in kiosk.fails("dossier", "entered", by_hand, "--code", "mã số: 12 34").err, "a code with blanks was taken")
        entered = kiosk.json("dossier", "entered", by_hand, "--code", " H19.231-261122-0777 ")
        check(entered["otherDoor"] == "entered" and entered["officialCode"] == "H19.231-261122-0777", entered)
        check(entered["delivery"] != "received", "typed by a person and called received")
        check("MC-240" in kiosk.fails("dossier", "give-back", by_hand).err, "would be sent beside the entered one")
        kiosk.sync()
        check(stored_dossiers(portal) == {changed_mind}, "sent after its code was entered")
        actions = [entry["action"] for entry in kiosk.show(by_hand)["history"]]
        check(actions.count("assist.packed") == 2 and "assist.code-entered" in actions, actions)

        for path in kiosk.folder.rglob("*"):
            if path.is_file():
                content = path.read_bytes()
                check("Thị Nga".encode() not in content and b"070195000001" not in content, f"readable in {path}")
        kiosk.run("journal", "verify")
    print("assist: ok")


main()
