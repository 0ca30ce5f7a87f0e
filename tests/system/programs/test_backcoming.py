"""What comes back, by motcuactl: a supplement mended as the next revision, both receipts readable, a result fetched in pieces, settings,
the portal's key, and a new identity under which what waits goes out."""

import base64
import json

from motcua_lab import Lab, check, delivered_exactly_once, noise_png, sha256, stored_papers
from people import single_person

CARD = "000.00.00.G15-KQ004946"
RESIDENCE = "000.00.00.G15-KQ003785"


def payload_of(jws):
    part = jws.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


def from_portal(kiosk, dossier):
    return kiosk.json("dossier", "portal", dossier)


def a_supplement_is_the_next_revision(lab, portal, kiosk):
    first = noise_png(lab.folder / "first.png", 1)
    dossier = kiosk.submit(single_person(1), [(CARD, first)])["id"]
    failed = kiosk.fails("dossier", "mend", dossier)
    check(failed.code == 1 and "MC-218" in failed.err, f"nothing was asked for: {failed.err}")
    check(kiosk.sync()["received"] == 1, "received")
    code = kiosk.show(dossier)["officialCode"]
    for status in (2, 4):
        check(portal.move(dossier, status).status == 303, f"to {status}")
    portal.move(dossier, 5, "Đề nghị bổ sung", items=f"{CARD}: Ảnh mờ\n/requester/phone: Thiếu một số", until="2026-12-01")
    kiosk.sync()
    request = from_portal(kiosk, dossier)["requests"][0]
    check(request["until"] == "2026-12-01" and len(request["items"]) == 2 and request["answeredBy"] == 0, f"the request: {request}")
    words = kiosk.run("dossier", "portal", dossier)
    check("/requester" not in words and "Ảnh mờ" in words and "01/12/2026" in words, f"by the names in the form: {words}")
    check([item["id"] for item in kiosk.json("dossier", "list", "--filter", "needs-action")] == [dossier], "it needs somebody")

    answers = kiosk.show(dossier)["form"]
    answers["requester"]["phone"] = "0912345679"
    better = noise_png(lab.folder / "better.png", 2)
    old = kiosk.show(dossier)["attachments"][0]
    mended = kiosk.run("dossier", "mend", dossier, "--data", "-", "--detach", old["name"], "--attach", f"{CARD}={better}", "--submit",
                       stdin=json.dumps(answers))
    check("queued" in mended, mended)
    shown = kiosk.show(dossier)
    check(shown["revision"] == 2 and shown["officialCode"] == code, "the same dossier, the same code")
    check(not kiosk.json("dossier", "list", "--filter", "needs-action"), "answered: nobody is called twice")
    check(kiosk.json("dossier", "receipt", dossier)["revision"] == 1, "the former receipt is readable meanwhile")
    check(kiosk.sync()["received"] == 1, "the second revision is received")
    check(kiosk.show(dossier)["officialCode"] == code, "the code stays")
    receipts = [kiosk.json("dossier", "receipt", dossier, "--revision", str(revision)) for revision in (1, 2)]
    check([one["officialCode"] for one in receipts] == [code, code] and receipts[0]["formSha256"] != receipts[1]["formSha256"], "two receipts")
    check(sha256(better.read_bytes()) in stored_papers(portal, dossier).values(), "the better paper is at the portal")
    check(kiosk.fails("dossier", "receipt", dossier, "--revision", "3").code == 6, "no third")
    return dossier


def receipts_are_proof(lab, kiosk, dossier):
    out = lab.folder / "receipt.json"
    kiosk.run("dossier", "receipt", dossier, "-o", out)
    receipt = json.loads(out.read_text())
    if not receipt["signed"]:
        print("note: receipts are not signed in this build")
        return
    told = payload_of(receipt["signed"])
    check(told["officialCode"] == receipt["officialCode"], "what is signed is what is shown")
    key = kiosk.json("portal", "key")
    check(key["fingerprint"] and json.loads(key["jwk"])["crv"] == "Ed25519", "the key is pinned")
    check(kiosk.fails("portal", "key", "--key", kiosk.ca).code == 4, "a certificate is no key")
    check(kiosk.json("portal", "key")["jwk"] == key["jwk"], "the pinned key is unchanged")


def a_result_comes_back(lab, portal, kiosk, dossier):
    portal.move(dossier, 4)
    portal.move(dossier, 9, result="mau.pdf", message="Mời công dân đến nhận kết quả")
    kiosk.sync()
    back = from_portal(kiosk, dossier)
    check(back["messages"][0]["text"] == "Mời công dân đến nhận kết quả", f"the message: {back}")
    if not back["results"]:
        print("note: the demo portal gave no result under this name")
        return
    result = back["results"][0]
    check(result["complete"], f"fetched whole: {result}")
    out = lab.folder / "result"
    kiosk.run("dossier", "result", dossier, result["id"], "-o", out)
    check(sha256(out.read_bytes()) == result["sha256"], "byte for byte")
    check([item["id"] for item in kiosk.json("dossier", "list", "--filter", "needs-action")] == [dossier], "somebody calls the citizen")
    kiosk.run("dossier", "told", dossier)
    check(not kiosk.json("dossier", "list", "--filter", "needs-action"), "told")
    actions = [entry["action"] for entry in kiosk.show(dossier)["history"]]
    check("result.saved" in actions and "citizen.told" in actions, f"journalled: {actions}")


def settings_and_orders(kiosk):
    check(kiosk.json("settings") == {"dailyBytes": 0, "formsOnly": False, "smallFirst": False, "bytesToday": kiosk.json("settings")["bytesToday"]}, "at first")
    changed = kiosk.json("settings", "--daily-mb", "20", "--metered", "forms-only")
    check(changed["dailyBytes"] == 20 * 1024 * 1024 and changed["formsOnly"], f"{changed}")
    check(kiosk.fails("settings", "--metered", "maybe").code == 2, "a wrong word")
    check(kiosk.json("settings", "--small-first", "on")["smallFirst"] and kiosk.json("settings")["smallFirst"], "smaller pictures first")
    check(not kiosk.json("settings", "--small-first", "off")["smallFirst"], "and no longer")
    waiting = kiosk.submit(single_person(2))["id"]
    check(kiosk.json("dossier", "send-now", waiting)["now"], "ordered")
    check(not kiosk.json("dossier", "send-now", waiting, "--none")["now"], "taken back")
    kiosk.json("settings", "--daily-mb", "0", "--metered", "everything")
    return waiting


def a_new_identity(kiosk, waiting):
    before = json.loads((kiosk.folder / "profile.json").read_text())["kioskId"]
    renewed = kiosk.json("kiosk", "renew")
    check(renewed["kioskId"] != before and renewed["unsent"] == 1, f"{renewed}")
    check(json.loads((kiosk.folder / "profile.json").read_text())["kioskId"] == renewed["kioskId"], "the profile says so too")
    check(kiosk.sync()["received"] == 1 and kiosk.show(waiting)["delivery"] == "received", "what waited goes out under it, same number")


def news_of_what_went_before(portal, kiosk, dossier):
    """Sent, received and acknowledged under the first identity; two identities later its news still finds the kiosk."""
    check(portal.move(dossier, 10, message="Đã trả cho công dân", result="mau.pdf").status == 303, "returned")
    kiosk.sync()
    back = from_portal(kiosk, dossier)
    check("Đã trả cho công dân" in [one["text"] for one in back["messages"]], f"{back}")
    check(all(one["complete"] for one in back["results"]), f"{back}")
    kiosk.json("kiosk", "renew")
    check(portal.move(dossier, 10, message="Lời nhắn thứ hai").status == 303, "a message")
    kiosk.sync()
    check("Lời nhắn thứ hai" in [one["text"] for one in from_portal(kiosk, dossier)["messages"]], "the second identity too")


with Lab() as the_lab:
    the_portal = the_lab.portal()
    the_kiosk = the_lab.kiosk(the_portal)
    the_kiosk.init()
    the_dossier = a_supplement_is_the_next_revision(the_lab, the_portal, the_kiosk)
    receipts_are_proof(the_lab, the_kiosk, the_dossier)
    a_result_comes_back(the_lab, the_portal, the_kiosk, the_dossier)
    the_waiting = settings_and_orders(the_kiosk)
    a_new_identity(the_kiosk, the_waiting)
    news_of_what_went_before(the_portal, the_kiosk, the_dossier)
    delivered_exactly_once(the_portal, the_kiosk, [the_dossier, the_waiting])
    the_kiosk.run("journal", "verify")
print("a supplement, two receipts, a result, an order, a new identity; nothing lost, nothing twice")
