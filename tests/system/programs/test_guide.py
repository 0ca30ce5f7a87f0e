"""docs/procedure-packs.md, walked word for word: every command of its worked example is run, every piece of JSON is saved, and the form
appears in a real window that follows the file. So the guide cannot rot."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from motcua_lab import BIN, check, quiet_environment

GUIDE = Path(__file__).resolve().parents[3] / "docs" / "procedure-packs.md"
PASSPHRASE = "mat khau de soan"
BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.S | re.M)


def environment():
    return {**quiet_environment(), "PATH": f"{BIN}:{os.environ['PATH']}"}


def run(folder, commands):
    done = subprocess.run(["sh", "-eu"], cwd=folder, input=commands, capture_output=True, text=True, timeout=120, env=environment(), check=False)
    check(done.returncode == 0, f"the guide says:\n{commands}\nbut:\n{done.stdout}{done.stderr}")
    return done.stdout


def add(pack, pointer, value):
    names = pointer.strip("/").split("/")
    place = pack
    for name in names[:-1]:
        place = place[int(name) if isinstance(place, list) else name]
    if isinstance(place, list):
        check(int(names[-1]) == len(place), f"{pointer} is not the next place of its list")
        place.append(value)
    else:
        place[names[-1]] = value


class Desk:
    """The kiosk of the guide in a window of its own."""

    def __init__(self, folder, command):
        self.server = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
                                       stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.env = {**environment(), "DISPLAY": ":" + self.server.stdout.readline().strip(), "QT_QPA_PLATFORM": "xcb"}
        words = command.split()
        self.kiosk = subprocess.Popen([BIN / words[0], *words[1:], "--kiosk"], cwd=folder, env=self.env, stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL)
        self.window = self.until(lambda: self.xdotool("search", "--onlyvisible", "--class", "motcua").split("\n")[-1], "a window")
        self.xdotool("windowfocus", "--sync", self.window)

    def xdotool(self, *words):
        return subprocess.run(["xdotool", *words], env=self.env, capture_output=True, text=True, check=False).stdout.strip()

    def until(self, ask, what, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if answer := ask():
                return answer
            check(self.kiosk.poll() is None, f"the kiosk ended by itself while the test waited for {what}")
            time.sleep(0.1)
        return check(False, f"never saw {what}")

    def reaches(self, title):
        self.until(lambda: self.xdotool("getwindowname", self.window) == title, f"“{title}”")

    def photograph(self, name):
        if folder := os.environ.get("MOTCUA_SHOTS"):
            subprocess.run(["import", "-window", "root", f"{folder}/{name}.png"], env=self.env, check=False)

    def close(self):
        self.kiosk.kill()
        self.kiosk.wait()
        self.server.kill()
        self.server.wait()


def begin_a_dossier(folder, command):
    desk = Desk(folder, command)
    desk.xdotool("type", PASSPHRASE)
    desk.xdotool("key", "Return")
    desk.reaches("Trang chủ – Một Cửa")
    desk.xdotool("key", "F2")
    desk.reaches("Hồ sơ mới – Một Cửa")
    desk.xdotool("type", "van hoa")
    time.sleep(0.5)
    desk.photograph("guide-choose")
    desk.xdotool("key", "Return")
    desk.reaches("Mượn nhà văn hóa – Một Cửa")
    time.sleep(0.5)
    desk.xdotool("type", "Dieu Thi Mai")
    time.sleep(2.5)
    desk.photograph("guide-form")
    return desk


def save_and_watch(desk, path, pack):
    """The form on the screen follows the file; what was typed stays."""
    text = json.dumps(pack, ensure_ascii=False, indent=2)
    path.write_text("{")
    time.sleep(1)
    path.write_text(text)
    time.sleep(3)
    desk.photograph("guide-reloaded")


def ctl(folder, *words):
    done = subprocess.run([BIN / "motcuactl", "--profile", "writing", "--passphrase-file", "passphrase", *words], cwd=folder,
                          capture_output=True, text=True, env=environment(), check=False)
    return done.returncode, done.stdout, done.stderr


def walk(folder):
    path = None
    desk = None
    shown = 0
    for kind, label, body in BLOCK.findall(GUIDE.read_text()):
        label = label.strip()
        if kind == "json" and label.startswith("file="):
            path = folder / label.removeprefix("file=")
            path.write_text(body)
        elif kind == "json" and label.startswith("add="):
            pack = json.loads(path.read_text())
            add(pack, label.removeprefix("add="), json.loads(body))
            path.write_text(json.dumps(pack, ensure_ascii=False, indent=2))
        elif kind == "sh" and label == "screen":
            desk = begin_a_dossier(folder, body.strip())
            shown += 1
        elif kind == "sh":
            if desk and "keygen" in body:
                save_and_watch(desk, path, json.loads(path.read_text()))
                desk.close()
                desk = None
            said = run(folder, body)
            check("procedure check" not in body or " 0 lỗi, 0 cảnh báo" in said, f"the linter finds something in the guide: {said}")
    check(shown == 1, "the guide shows no form")


def judge(folder):
    code, out, err = ctl(folder, "dossier", "list", "--json")
    drafts = json.loads(out)
    check(code == 0 and len(drafts) == 1 and drafts[0]["procedure"] == "1.999999", f"no draft of the form on the screen: {out}{err}")
    code, out, err = ctl(folder, "dossier", "show", drafts[0]["id"], "--json")
    shown = json.loads(out)
    check("+" in shown["packVersion"], f"captured under {shown['packVersion']}, which could be sent")
    check(shown["form"]["borrower"]["name"] == "Dieu Thi Mai", f"what was typed did not survive the reload: {shown['form']}")
    check("dossier.moved" in json.dumps(shown) or shown["packVersion"], "the form did not follow the file")
    code, out, err = ctl(folder, "dossier", "submit", drafts[0]["id"])
    check(code == 4 and "MC-322" in err, f"a dossier of a pack that is being written was submitted: {err}")
    code, out, err = ctl(folder, "procedure", "list", "--json")
    listed = json.loads(out)
    mine = [one for one in listed["procedures"] if one["code"] == "1.999999"]
    check(len(mine) == 1 and mine[0]["source"] == "installed" and mine[0]["state"] == "inForce", f"not installed: {mine}")
    data = json.dumps({"borrower": {"name": "Điểu Thị Mai"}, "event": {"kind": "wedding", "guests": 80}})
    done = subprocess.run([BIN / "motcuactl", "--profile", "writing", "--passphrase-file", "passphrase", "dossier", "new", "--procedure", "1.999999",
                           "--data", "-", "--submit", "--json"], cwd=folder, input=data, capture_output=True, text=True, env=environment(), check=False)
    check(done.returncode == 0, f"a real dossier of the installed procedure cannot be submitted: {done.stderr}")


for tool in ("Xvfb", "xdotool", "openssl"):
    if not shutil.which(tool):
        print(f"skipped: {tool} is not here (packaging/packages/debian-test.txt)")
        sys.exit(77)
with tempfile.TemporaryDirectory(prefix="motcua-guide-") as name:
    walk(Path(name))
    judge(Path(name))
print("every command of the guide was run; the form was on the screen and followed the file")
