"""Keys in the memory of the real kiosk, read through /proc by root: while somebody works and behind the lock. What opens the slots (the
key made of the passphrase, the person's own key, the master key) may be nowhere once the store is open. The key of the database stays as
long as the store is open, since delivery goes on behind the lock: its copies are counted."""

import os
import re
import shutil
import sys
import time
from base64 import b64encode

from motcua_lab import PASSPHRASE, Lab, check
from screenkit import Screen, Window
from sodium import keys_of

MOST_DATABASE_COPIES = 4  # SQLCipher's own for reading and writing, raw and as text (storage.md 5.3)


def forms_of(key):
    return {"raw": key, "hex": key.hex().encode(), "HEX": key.hex().upper().encode(), "wide hex": key.hex().encode("utf-16-le"), "base64": b64encode(key)[:-2]}


def copies(process, needles):
    """{name of the form: how often it lies in the memory that the process can read}"""
    found = dict.fromkeys(needles, 0)
    with open(f"/proc/{process.pid}/maps", encoding="utf-8", errors="replace") as maps, open(f"/proc/{process.pid}/mem", "rb", buffering=0) as memory:
        for line in maps:
            area = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if not area or "[v" in line:
                continue
            start, end = (int(edge, 16) for edge in area.groups())
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except (OSError, OverflowError):
                continue
            for name, needle in needles.items():
                found[name] += content.count(needle)
    return found


def counted(process, keys):
    result = {}
    for key, value in keys.items():
        forms = copies(process, forms_of(value))
        result[key] = sum(forms.values())
        if result[key]:
            print(f"    {key}: {dict((form, times) for form, times in forms.items() if times)}")
    words = copies(process, {"utf-8": PASSPHRASE.encode(), "utf-16": PASSPHRASE.encode("utf-16-le")})
    result["passphrase"] = sum(words.values())
    return result


def main():
    with Lab() as lab, Screen() as screen:
        portal = lab.portal()
        kiosk = lab.kiosk(portal)
        kiosk.init()
        keys = keys_of(kiosk.folder, PASSPHRASE)
        control = b"a control, " + os.urandom(8).hex().encode()
        screen.environment["MOTCUA_CONTROL"] = control.decode()
        window = Window(screen, kiosk)
        check(copies(window.process, {"control": control})["control"] > 0, "not even its own environment is found in the memory of the kiosk")
        check(counted(window.process, keys) == {**dict.fromkeys(keys, 0), "passphrase": 0}, "keys are there before anybody signed in")
        window.sign_in()
        window.reaches("Trang chủ – Một Cửa")
        time.sleep(1)
        working = counted(window.process, keys)
        print("while somebody works:", working)
        check(working["database"] > 0, "the key of the open database is not found: this search proves nothing")
        window.keys("ctrl+l")
        window.reaches("Một Cửa")
        time.sleep(1)
        locked = counted(window.process, keys)
        print("behind the lock:", locked)
        for moment, count in ("while somebody works", working), ("behind the lock", locked):
            for key in ("wrapping", "person", "master"):
                check(count[key] == 0, f"{count[key]} copies of the {key} key {moment}")
            check(count["database"] <= MOST_DATABASE_COPIES, f"{count['database']} copies of the database's key {moment}")
        check(locked["passphrase"] == 0, f"{locked['passphrase']} copies of the passphrase behind the lock")
        window.kill()


if os.geteuid() != 0:
    print("skipped: only root may read the memory of a process that hides it")
    sys.exit(77)
for tool in ("Xvfb", "xdotool"):
    if not shutil.which(tool):
        print(f"skipped: {tool} is not here (packaging/packages/debian-test.txt)")
        sys.exit(77)
main()
