"""The main job end to end by motcuactl: captured with no network, sent once, official code and status back; and what must be refused."""

import json
import os
import re
import shutil
import subprocess

from motcua_lab import Lab, check, delivered_exactly_once, noise_png, stored_dossiers
from people import single_person

OFFICIAL_CODE = re.compile(r"^(?:[GH]\d{2}(?:\.\d{1,3}){0,4}|\d{3}(?:\.\d{2}){2}\.[GH]\d{2})-\d{6}-\d{4,7}$")
SHOWN = "000.00.00.G15-KQ004946"


def capture_without_network(lab, portal, kiosk):
    portal.kill()
    paper = noise_png(lab.folder / "card.png", 1)
    dossier = kiosk.submit(single_person(0), [(SHOWN, paper)])
    check(re.fullmatch(r"TAM-25231-01-\d{6}-\d{3}-[0-9A-Z*]", dossier["localCode"]), "the local code has another shape")
    check((dossier["status"], dossier["delivery"]) == ("queued", "waiting"), "a submitted dossier must wait in the queue")
    failure = kiosk.fails("sync", "--until-idle", "--timeout", "2")
    check(failure.code == 5 and "MC-5" in failure.err, f"no network is exit code 5 with an explanation, not {failure.code}")
    check(kiosk.show(dossier["id"])["delivery"] == "waiting", "nothing left the machine, so nothing may be in doubt")
    return dossier["id"]


def print_the_slip(lab, kiosk, dossier):
    pdf = lab.folder / "slip.pdf"
    kiosk.run("dossier", "slip", dossier, "--out", pdf)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for needed in ("PHIẾU GHI NHẬN HỒ SƠ TẠM THỜI", "Chưa phải Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Đã trả lại bản chính", "Điểu Thị Mai",
                   kiosk.show(dossier)["localCode"]):
        check(needed in text, f"the slip does not say: {needed}")
    check(not any(OFFICIAL_CODE.match(word) for word in text.split()), "an official code on a provisional slip")
    subprocess.run(["pdftoppm", "-r", "200", "-png", "-singlefile", pdf, lab.folder / "slip"], check=True)
    scanned = subprocess.run(["zbarimg", "--raw", "-q", lab.folder / "slip.png"], capture_output=True, text=True, check=True).stdout
    check(kiosk.show(dossier)["localCode"] in scanned, "the QR code does not carry the local code")


def deliver_once(portal, kiosk, dossier):
    portal.start()
    check(kiosk.sync()["received"] == 1, "one dossier was waiting, one must be received")
    delivered_exactly_once(portal, kiosk, [dossier])
    check(OFFICIAL_CODE.match(kiosk.show(dossier)["officialCode"]), "the official code has another grammar")
    check(kiosk.sync()["received"] == 0 and stored_dossiers(portal) == {dossier}, "a second sync sent it again")


def follow_the_status(portal, kiosk, dossier):
    for status in (2, 4):
        portal.move(dossier, status)
        kiosk.sync()
        check(kiosk.show(dossier)["portalStatus"] == status, f"status {status} did not come back")


def refuse_what_is_wrong(lab, portal, kiosk):
    before = len(kiosk.json("dossier", "list"))
    wrong = single_person(1)
    wrong["requester"]["personalId"] = "12345"
    del wrong["requester"]["birthDate"]
    new = ["dossier", "new", "--procedure", "1.004873", "--data", "-"]
    failure = kiosk.fails(*new, "--submit", "--json", stdin=json.dumps(wrong))
    findings = {finding["pointer"]: finding["message"] for finding in json.loads(failure.out)["findings"]}
    check(failure.code == 4 and findings.keys() >= {"/requester/personalId", "/requester/birthDate"}, "every wrong answer by its pointer")
    check(all(re.search("[à-ỹÀ-Ỹ]", message) for message in findings.values()), "the sentences are Vietnamese")

    check(kiosk.fails(*new, stdin="[1, 2").code == 4, "what is not JSON")
    check(kiosk.fails("dossier", "new", "--procedure", "9.999999", "--data", "-", stdin="{}").code == 6, "an unknown procedure")
    check(kiosk.fails("dossier", "show", "TAM-25231-01-261122-999-X").code == 6, "an unknown dossier")
    check(kiosk.fails("dossier", "fly").code == 2, "an unknown verb")
    check(kiosk.fails("dossier", "list", "--colour").code == 2, "an unknown option")
    broken = lab.folder / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 no more")
    failure = kiosk.fails(*new, "--attach", f"{SHOWN}={broken}", stdin=json.dumps(single_person(1)))
    check(failure.code == 4 and "MC-4" in failure.err, "a broken PDF is refused with its code")
    failure = kiosk.fails(*new, "--attach", f"no.such={noise_png(lab.folder / 'other.png', 2)}", stdin=json.dumps(single_person(1)))
    check(failure.code == 4 and "MC-390" in failure.err, "an unknown component is refused")
    check(len(kiosk.json("dossier", "list")) == before, "a refused call created something")


def keep_strangers_out(lab, portal, kiosk):
    kiosk.passphrase.write_text("khong-phai-mat-khau\n")
    failure = kiosk.fails("dossier", "list")
    check(failure.code == 3 and "MC-2" in failure.err, "a wrong passphrase is exit code 3")
    kiosk.passphrase.write_text("lua-chin-vang-dong-xanh\n")
    check(kiosk.fails("init", "--commune", "25231", "--portal", portal.url, "--ca", portal.ca).code == 3, "init beside an old kiosk")
    other = lab.folder / "third"
    failure = kiosk.fails("init", "--profile", other, "--commune", "25231", "--portal", portal.url, "--ca", portal.ca, "--token-file", lab.folder / "none")
    check(failure.code == 2 and not (other / "slots.json").exists(), "init with a missing file made half a kiosk")
    new_passphrase = lab.folder / "new"
    new_passphrase.write_text("mua ray thang chin\n")
    added = kiosk.run("account", "add", "--account", "tocongnghe", "--role", "member", "--new-passphrase-file", new_passphrase, "--kdf-memory", "64")
    check("tocongnghe" in added and "tocongnghe" in kiosk.run("account", "list"), "a second person")
    (kiosk.folder / "motcua.lock").write_bytes(b"")
    kiosk.run("dossier", "list")
    check(kiosk.fails("init", "--profile", lab.folder / "other", "--commune", "99999", "--portal", portal.url, "--ca", portal.ca).code == 2, "no such commune")


def nothing_in_the_clear(kiosk):
    for path in kiosk.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            for marker in ("Điểu Thị Mai".encode(), "Điểu Thị Mai".encode("utf-16-le"), b"070195000000", b"0912345678", b"SQLite format 3"):
                check(marker not in content, f"{path.name} holds personal data in the clear")


def look_after_itself(kiosk):
    checks = {item["check"]: item["verdict"] for item in kiosk.json("doctor")}
    check(checks.keys() >= {"cipher", "keychain", "disk", "clock", "link", "queue", "versions"}, "doctor left something out")
    check(all(checks[name] == "good" for name in ("cipher", "database", "journal", "clock", "link", "queue", "versions")), f"doctor: {checks}")
    check(kiosk.json("journal", "verify")["intact"], "the log of acts has a gap")


for tool in ("pdftotext", "pdftoppm", "zbarimg"):
    check(shutil.which(tool), f"{tool} is needed (packaging/packages/debian-test.txt)")
with Lab() as the_lab:
    the_portal = the_lab.portal()
    the_kiosk = the_lab.kiosk(the_portal)
    the_kiosk.init()
    the_dossier = capture_without_network(the_lab, the_portal, the_kiosk)
    print_the_slip(the_lab, the_kiosk, the_dossier)
    deliver_once(the_portal, the_kiosk, the_dossier)
    follow_the_status(the_portal, the_kiosk, the_dossier)
    refuse_what_is_wrong(the_lab, the_portal, the_kiosk)
    keep_strangers_out(the_lab, the_portal, the_kiosk)
    nothing_in_the_clear(the_kiosk)
    look_after_itself(the_kiosk)
print("captured offline, sent once, status back")
