"""Linked procedures by motcuactl: asked once without a network, sent once, each branch with its own agency; a return on one blocks no other."""

import shutil
import subprocess

from motcua_lab import Lab, check, delivered_exactly_once, noise_png
from people import linked

DEATH_NOTICE = "000.00.00.G15-KQ004376"


def branches(kiosk, dossier):
    return {branch["id"]: branch for branch in kiosk.show(dossier)["branches"]}


def capture_without_network(lab, kiosk):
    birth = kiosk.submit(linked("3.000722"), procedure="3.000722")["id"]
    paper = noise_png(lab.folder / "notice.png", 3)
    death = kiosk.submit(linked("2.002913"), [(DEATH_NOTICE, paper)], procedure="2.002913")["id"]
    check(list(branches(kiosk, birth)) == ["birth", "residence", "insurance", "card"], "the branches of the newborn")
    check(list(branches(kiosk, death)) == ["death", "removal", "insurance", "stop"], "the branches of the pensioner's family")
    for branch in [*branches(kiosk, birth).values(), *branches(kiosk, death).values()]:
        check(branch["agency"] and branch["deadline"] and branch["portalStatus"] == 0 and not branch["dueAt"], f"before the receipt: {branch}")
    check(branches(kiosk, death)["death"]["components"].count(DEATH_NOTICE) == 1, "the notice belongs to the registration of the death")
    return birth, death


def slip_names_the_agencies(lab, kiosk, dossier):
    pdf = lab.folder / "linked.pdf"
    kiosk.run("dossier", "slip", dossier, "--out", pdf)
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    for needed in ("Một hồ sơ, nhiều cơ quan giải quyết", "Thời gian dự kiến", "Cấp thẻ căn cước", "Công an cấp xã", "Cơ quan bảo hiểm xã hội"):
        check(needed in text, f"the slip does not say: {needed}")


def each_branch_goes_its_way(portal, kiosk, birth, death):
    for status in (2, 4):
        portal.move(birth, status)
        for branch in ("birth", "residence", "insurance", "card"):
            check(portal.move(birth, status, branch=branch).status == 303, f"{branch} to {status}")
    portal.move(birth, 5, "Thiếu ý kiến của chủ hộ", branch="residence")
    for branch in ("birth", "insurance", "card"):
        portal.move(birth, 9, branch=branch)
    portal.move(birth, 10, branch="birth")
    kiosk.sync()
    now = branches(kiosk, birth)
    check({name: one["portalStatus"] for name, one in now.items()} == {"birth": 10, "residence": 5, "insurance": 9, "card": 9}, "each by itself")
    check(now["residence"]["note"] == "Thiếu ý kiến của chủ hộ", "the reason came with it")
    check(len({one["officialCode"] for one in now.values()}) == 4, "each agency gave a code of its own")
    shown = kiosk.show(birth)
    check((shown["status"], shown["portalStatus"], shown["branchesAsking"]) == ("submitted", 4, 1), "the dossier as a whole goes on")
    check([one["portalStatus"] for one in branches(kiosk, death).values()] == [1, 1, 1, 1], "the other dossier did not move")
    asking = kiosk.json("dossier", "list", "--filter", "needs-action")
    check([item["id"] for item in asking] == [birth], "it stands under what needs action")
    portal.move(birth, 4, branch="residence")
    kiosk.sync()
    check(kiosk.show(birth)["branchesAsking"] == 0 and not kiosk.json("dossier", "list", "--filter", "needs-action"), "nothing to ask any more")


check(shutil.which("pdftotext"), "pdftotext is needed (packaging/packages/debian-test.txt)")
with Lab() as the_lab:
    the_portal = the_lab.portal()
    the_kiosk = the_lab.kiosk(the_portal)
    the_kiosk.init()
    the_portal.kill()
    the_birth, the_death = capture_without_network(the_lab, the_kiosk)
    slip_names_the_agencies(the_lab, the_kiosk, the_birth)
    the_portal.start()
    check(the_kiosk.sync()["received"] == 2, "both must be received")
    delivered_exactly_once(the_portal, the_kiosk, [the_birth, the_death])
    check(all(one["dueAt"] for one in branches(the_kiosk, the_birth).values()), "the receipt brings a due date for each branch")
    each_branch_goes_its_way(the_portal, the_kiosk, the_birth, the_death)
    check(the_kiosk.sync()["received"] == 0, "nothing is sent twice")
print("asked once, sent once, four agencies, one return that blocked nobody")
