"""Roles, disabled accounts, handing over and the log of acts, with the real programs: what the kiosk hides, motcuactl refuses too."""

import json
import shutil
import sqlite3

from motcua_lab import Lab, check, noise_png
from people import single_person

NAME = "Điểu Thị Mai"
SHOWN = "000.00.00.G15-KQ004946"
SHOWN_TOO = "000.00.00.G15-KQ003785"


def as_person(kiosk, login, words):
    """The same kiosk, with somebody else at the keyboard."""
    other = type(kiosk)(kiosk.folder, kiosk.portal_url, kiosk.ca)
    other.passphrase = kiosk.folder.with_suffix(f".{login}")
    other.passphrase.write_text(words + "\n")
    whole = other.command
    other.command = lambda *given: whole("--account", login, *given)
    return other


def add(kiosk, login, role):
    words = f"mat khau cua {login}"
    secret = kiosk.folder.with_suffix(f".{login}")
    secret.write_text(words + "\n")
    kiosk.run("account", "add", "--account", login, "--role", role, "--name", f"Người {login}", "--new-passphrase-file", secret, "--kdf-memory", "64")
    return as_person(kiosk, login, words)


def each_sees_what_is_theirs(lab, officer, member, staff):
    draft = member.json("dossier", "new", "--procedure", "1.004873", "--data", "-", stdin=json.dumps(single_person(0)))["id"]
    check(NAME in json.dumps(member.show(draft), ensure_ascii=False), "the member sees the own draft")
    theirs = officer.json("dossier", "new", "--procedure", "1.004873", "--data", "-", stdin=json.dumps(single_person(2)))["id"]
    failure = member.fails("dossier", "show", theirs)
    check(failure.code == 1 and "MC-280" in failure.err, f"the member was shown another's dossier: {failure}")
    check(len(member.json("dossier", "list")) == 1 and len(officer.json("dossier", "list")) == 2, "own ones only")

    shown = staff.run("dossier", "show", draft) + staff.run("dossier", "show", draft, "--json") + staff.run("dossier", "list", "--json")
    for part in (NAME, "070195", "0912345", "requester"):
        check(part not in shown, f"IT staff is shown {part!r}")
    check(draft in shown, "IT staff is shown codes")
    check(staff.json("dossier", "list", "--text", "Mai") == [], "a name that is found is a name that is told")
    pdf = lab.folder / "no.pdf"
    for words in (("dossier", "update", draft, "--data", "-"), ("dossier", "slip", draft, "--out", pdf), ("dossier", "assist", draft, "--to", lab.folder),
                  ("register", "--from", "2026-01-01", "-o", pdf), ("journal", "export", "-o", pdf), ("dossier", "missing", draft)):
        failure = staff.fails(*words, stdin="{}")
        check("MC-280" in failure.err, f"IT staff: {words}: {failure}")
    check(not pdf.exists(), "IT staff got a file")
    failure = member.fails("account", "disable", "cntt")
    check("MC-280" in failure.err, f"a member disables people: {failure}")
    return draft


def a_draft_goes_to_the_officers(officer, member, draft):
    member.run("dossier", "hand-over", draft)
    check("MC-280" in member.fails("dossier", "show", draft).err, "handed over and still seen")
    check(member.json("dossier", "list") == [], "handed over and still listed")
    officer.run("dossier", "update", draft, "--data", "-", stdin=json.dumps(single_person(3)))
    check("MC-287" in officer.fails("dossier", "take-over", draft).err, "handed over twice")


def the_citizen_confirms(lab, portal, officer, member):
    dossier = member.json("dossier", "new", "--procedure", "1.004873", "--data", "-", stdin=json.dumps(single_person(4)))["id"]
    for number, component in enumerate((SHOWN, SHOWN_TOO)):
        member.run("dossier", "attach", dossier, "--attach", f"{component}={noise_png(lab.folder / f'p{number}.png', number)}")
    failure = member.fails("dossier", "submit", dossier)
    check(failure.code == 4 and "MC-286" in failure.err, f"submitted without the citizen: {failure}")
    member.run("dossier", "confirm", dossier, "--confirmed", "read-aloud", "--language", "hmn")
    member.run("dossier", "submit", dossier)
    given = officer.show(dossier)["assistance"]
    check(given["helper"] == "tocongnghe" and given["role"] == "team_member" and given["language"] == "hmn", f"{given}")
    slip = lab.folder / "slip.pdf"
    officer.run("dossier", "slip", dossier, "--out", slip)
    if shutil.which("pdftotext"):
        import subprocess
        text = " ".join(subprocess.run(["pdftotext", slip, "-"], capture_output=True, text=True, check=True).stdout.split())
        check("Người tocongnghe" in text and "tiếng Mông" in text, f"the slip does not say who helped: {text}")
    return dossier


def who_is_disabled_is_kept_out_and_their_work_is_sent(portal, officer, member, staff, submitted):
    draft = member.json("dossier", "new", "--procedure", "1.004873", "--data", "-", stdin=json.dumps(single_person(5)))["id"]
    staff.run("account", "disable", "tocongnghe")
    failure = member.fails("dossier", "list")
    check(failure.code == 3 and "MC-282" in failure.err, f"a disabled account got in: {failure}")
    check("MC-284" in staff.fails("account", "disable", "cntt").err, "disabled themselves")
    check("MC-283" in officer.fails("dossier", "update", draft, "--data", "-", stdin="{}").err, "a sealed draft was changed")
    check(officer.show(draft)["sealed"] is True, "not shown as sealed")
    officer.sync()
    check(officer.show(submitted)["delivery"] == "received", "the work of a disabled account was not sent")
    officer.run("dossier", "take-over", draft)
    officer.run("dossier", "update", draft, "--data", "-", stdin=json.dumps(single_person(6)))
    staff.run("account", "enable", "tocongnghe")
    member.run("dossier", "list")


def the_log_of_acts_is_whole_and_anchored(lab, portal, officer):
    verdict = officer.json("journal", "verify")
    check(verdict["intact"] and verdict["portalAnchor"] > 0 and verdict["anchorUsable"], f"{verdict}")
    out = lab.folder / "journal.json"
    officer.run("journal", "export", "-o", out)
    rows = json.loads(out.read_text())
    actions = {row["action"] for row in rows["entries"]}
    for action in ("signin", "account.disabled", "signin.refused", "dossier.handed-over", "dossier.taken-over", "assistance.recorded",
                   "dossier.viewed", "paper.printed", "journal.exported"):
        check(action in actions, f"the log does not tell of {action}")
    check(NAME not in out.read_text() and "070195" not in out.read_text(), "the log names a person")
    report = officer.json("journal", "report")
    check(int(report["submitted"]) == 1 and int(report["received"]) == 1 and report["whole"], f"{report}")
    pdf = lab.folder / "day.pdf"
    officer.run("journal", "report", "-o", pdf)
    check(pdf.read_bytes().startswith(b"%PDF"), "no day report")


def an_old_copy_is_seen(lab, portal, officer):
    """The whole folder put back, with every key it has: the file beside the database cannot tell, the portal can."""
    officer.sync()
    old = lab.folder / "old"
    shutil.copytree(officer.folder, old)
    officer.run("dossier", "list")
    officer.run("settings", "--daily-mb", "7")
    officer.sync()
    newest = officer.json("journal", "verify")["portalAnchor"]
    # Cut by somebody who has the database's key would be seen at once; here everything goes back, the marks of lineage too.
    shutil.rmtree(officer.folder)
    shutil.copytree(old, officer.folder)
    check(officer.json("journal", "verify")["intact"], "nothing on this machine can tell")
    ledger = sqlite3.connect(portal.store / "portal.sqlite")
    ledger.execute("DELETE FROM kiosks")  # a portal without marks of lineage: those would refuse the copy before
    ledger.commit()
    ledger.close()
    officer.sync()
    verdict = officer.json_failing("journal", "verify")
    check(not verdict["intact"] and verdict["objection"] in ("rollback", "fork"), f"the portal did not object ({newest}): {verdict}")
    officer.run("journal", "settle")
    officer.sync()
    check(officer.json("journal", "verify")["intact"], "objected to again after it was settled")


def cut_on_the_machine(kiosk):
    anchor = kiosk.folder / "motcua.db.anchor"
    check(anchor.exists(), "no anchor beside the database")
    text = anchor.read_text()
    sequence = json.loads(text)["sequence"]
    anchor.write_text(text.replace(f'"sequence": {sequence}', f'"sequence": {sequence + 50}'))
    verdict = kiosk.json_failing("journal", "verify")
    check(not verdict["intact"] and not verdict["anchorUsable"], f"a strange anchor is believed: {verdict}")
    anchor.write_text(text)
    check(kiosk.json("journal", "verify")["intact"], "put right again")


def short_passphrases_are_refused(lab, portal, kiosk):
    short = lab.folder / "short"
    short.write_text("ngắn\n")
    for words in (("account", "add", "--account", "moi", "--new-passphrase-file", short), ("vault", "passphrase", "change", "--new-passphrase-file", short)):
        failure = kiosk.fails(*words)
        check(failure.code == 4 and "MC-285" in failure.err, f"{words}: {failure}")


def json_failing(self, *words):
    return json.loads(self.fails(*words, "--json").out)


with Lab() as the_lab:
    the_portal = the_lab.portal()
    the_officer = the_lab.kiosk(the_portal)
    type(the_officer).json_failing = json_failing
    the_officer.init()
    the_member = add(the_officer, "tocongnghe", "member")
    the_staff = add(the_officer, "cntt", "it")
    the_draft = each_sees_what_is_theirs(the_lab, the_officer, the_member, the_staff)
    a_draft_goes_to_the_officers(the_officer, the_member, the_draft)
    the_submitted = the_citizen_confirms(the_lab, the_portal, the_officer, the_member)
    who_is_disabled_is_kept_out_and_their_work_is_sent(the_portal, the_officer, the_member, the_staff, the_submitted)
    the_log_of_acts_is_whole_and_anchored(the_lab, the_portal, the_officer)
    cut_on_the_machine(the_officer)
    short_passphrases_are_refused(the_lab, the_portal, the_officer)
    an_old_copy_is_seen(the_lab, the_portal, the_officer)
print("each sees what is theirs, and the log of acts tells")
