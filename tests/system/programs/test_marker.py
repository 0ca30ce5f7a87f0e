"""A marker is planted in a form and in a paper, and then every place is searched where the programs could have left clear text: the
profile, the home, the folders of XDG, those for temporary files, the working folder with its core dumps. The real programs capture,
make a slip, deliver, and crash by SIGSEGV with the marker on the screen. Not a byte of it may be found outside what the person asked
for (the slip) and the portal."""

import os
import random
import resource
import shutil
import signal
import struct
import subprocess
import sys
import time
import zlib
from base64 import b64encode
from pathlib import Path

import motcua_lab
from motcua_lab import Lab, check, noise_png
from people import single_person
from screenkit import Screen, Window

SHOWN = "000.00.00.G15-KQ004946"
MARKER = "Z" + "".join(random.choices("bcdfghjklmnpqrstvwxz", k=9))  # new each time: no file of the machine has it by chance
LARGEST = 256 << 20


def forms_of(marker):
    """The ways in which a program may have written it down."""
    forms = set()
    for text in (marker, marker.lower(), marker.upper()):
        forms |= {text.encode(), text.encode("utf-16-le"), text.encode("utf-16-be")}
        # Base64 of anything that holds it, at each of the three places that it may begin.
        forms |= {b64encode(b"\0" * skip + text.encode())[4 if skip else 0:-4] for skip in range(3)}
    return {form for form in forms if len(form) >= 5}


def places(folders, since):
    for folder in folders:
        for parent, _, names in os.walk(folder):  # of others' folders, those that vanish meanwhile are passed over
            for path in (Path(parent) / name for name in names):
                try:
                    if path.is_file() and not path.is_symlink() and path.stat().st_mtime >= since and path.stat().st_size < LARGEST:
                        yield path
                except OSError:
                    pass


def found_in(folders, since, allowed=()):
    needles = forms_of(MARKER)
    hits, searched = [], 0
    for path in places(folders, since):
        if any(path == one or one in path.parents for one in allowed):
            continue
        try:
            content = path.read_bytes()
        except OSError:
            continue
        searched += 1
        if any(needle in content for needle in needles):
            hits.append(str(path))
    return hits, searched


def marked_png(path):
    """A valid picture that carries the marker as a comment."""
    plain = noise_png(path, 7).read_bytes()
    body = b"Comment\0" + MARKER.encode()
    comment = struct.pack(">I", len(body)) + b"tEXt" + body + struct.pack(">I", zlib.crc32(b"tEXt" + body))
    path.write_bytes(plain[:33] + comment + plain[33:])
    return path


def would_be_found(world, since):
    """Each kind of leak, made on purpose: a search that misses one of them proves nothing."""
    kinds = {"plain": MARKER.encode(), "wide": MARKER.lower().encode("utf-16-le"), "base64": b64encode(b"ab" + MARKER.encode() + b"cd")}
    for name, content in kinds.items():
        for folder in (world / "home" / ".cache", world / "tmp"):
            leak = folder / name
            leak.write_bytes(b"x" * 5000 + content)
            check(found_in([world], since)[0] == [str(leak)], f"the search misses {leak}")
            leak.unlink()
    # And a core dump, where this machine writes them into the working folder.
    unhardened = subprocess.Popen([sys.executable, "-c", f"import os, signal; kept = '{MARKER[:4]}' + '{MARKER[4:]}'; os.kill(os.getpid(), signal.SIGSEGV)"],
                                  cwd=world / "work", preexec_fn=dumps_allowed, stderr=subprocess.DEVNULL)
    unhardened.wait()
    cores = list((world / "work").iterdir())
    for core in cores:
        core.unlink()
    print("core dumps would be seen" if cores else "this machine writes core dumps elsewhere: only their absence in the folders is judged")


def dumps_allowed():
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


def world_of(folder):
    """Everything that a program may write to by habit lies in one folder."""
    homes = {"HOME": "home", "XDG_CONFIG_HOME": "home/.config", "XDG_CACHE_HOME": "home/.cache", "XDG_DATA_HOME": "home/.local/share",
             "XDG_STATE_HOME": "home/.local/state", "XDG_RUNTIME_DIR": "run", "TMPDIR": "tmp", "QTWEBENGINE_DISK_CACHE": "home/.cache"}
    for variable, place in homes.items():
        (folder / place).mkdir(parents=True, exist_ok=True)
        os.environ[variable] = str(folder / place)
    (folder / "run").chmod(0o700)
    (folder / "work").mkdir()


def capture_and_deliver(kiosk, portal, inputs):
    answers = single_person(0)
    answers["requester"]["name"] = f"{MARKER} Mai"
    dossier = kiosk.submit(answers, [(SHOWN, marked_png(inputs / f"{MARKER}.png"))])["id"]
    slip = inputs / "slip.pdf"
    kiosk.run("dossier", "slip", dossier, "--out", slip)
    check(slip.exists(), "no slip was made")
    kiosk.sync()
    form = next((portal.store / "dossiers").rglob("form.json")).read_bytes()
    check(MARKER.encode() in form, "the marker never reached the portal, so nothing was planted")
    return dossier


def crash_while_typing(screen, kiosk, world):
    window = Window(screen, kiosk, cwd=world / "work", preexec_fn=dumps_allowed)
    window.begin_a_form()
    screen.xdotool("type", "--delay", "20", MARKER.lower())
    drafted = lambda: any(MARKER.lower() in kiosk_name(kiosk, row) for row in rows_of(kiosk))  # noqa: E731
    time.sleep(4)  # saved by then, or not: both are searched
    window.process.send_signal(signal.SIGSEGV)
    window.process.wait()
    check(window.process.returncode == -signal.SIGSEGV, f"the kiosk ended with {window.process.returncode}")
    check(drafted(), "what was typed was not saved, so nothing was planted in the store")


def rows_of(kiosk):
    return kiosk.json("dossier", "list")


def kiosk_name(kiosk, row):
    return kiosk.show(row["id"])["form"].get("requester", {}).get("name", "").lower()


def main():
    since = time.time() - 2
    with Lab() as lab, Screen() as screen:
        world, inputs = lab.folder / "world", lab.folder / "inputs"
        inputs.mkdir()
        world.mkdir()
        portal = lab.portal()
        world_of(world)
        screen.environment.update({key: os.environ[key] for key in os.environ if key in ("HOME", "TMPDIR") or key.startswith("XDG_")})
        would_be_found(world, since)
        kiosk = motcua_lab.Kiosk(world / "profile", portal.url, portal.ca)
        kiosk.init()
        capture_and_deliver(kiosk, portal, inputs)
        crash_while_typing(screen, kiosk, world)
        shared = [folder for folder in ("/tmp", "/var/tmp", "/dev/shm") if os.path.isdir(folder)]
        hits, searched = found_in([world, *shared], since, allowed=(inputs, portal.root))
        check(not hits, f"clear text of the marker in {hits}")
        dumped = [path.name for path in (world / "work").iterdir()]
        check(not dumped, f"the crash left {dumped}")
        check((world / "profile" / "motcua.db").exists() and searched > 5, "the search saw next to nothing")
        print(f"marker: {searched} files searched, nothing found")


for tool in ("Xvfb", "xdotool"):
    if not shutil.which(tool):
        print(f"skipped: {tool} is not here (packaging/packages/debian-test.txt)")
        sys.exit(77)
main()
