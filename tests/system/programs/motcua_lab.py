"""The real programs on this machine: a portal over TLS, kiosks in folders of their own, and kill -9 at chosen moments.

Only the Python standard library. Test people are invented.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "portal"))
from portalkit import PortalKit, sha256  # noqa: E402: the path above comes first

BIN = Path(os.environ["MOTCUA_BIN"])
PROCEDURE = "1.004873"
PASSPHRASE = "lua-chin-vang-dong-xanh"


class CtlFailed(Exception):
    def __init__(self, code, out, err):
        super().__init__(f"motcuactl ended with {code}: {err.strip()}")
        self.code, self.out, self.err = code, out, err


def check(condition, message):
    if not condition:
        print(f"FAILED: {message}", flush=True)
        sys.exit(1)


class Lab:
    """A temporary folder; everything in it is gone at the end, and so is every process."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="motcua-lab-"))
        self.portals = []

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        for portal in self.portals:
            portal.__exit__()
        if kind is None:
            shutil.rmtree(self.folder, ignore_errors=True)
        else:
            print(f"left for reading: {self.folder}", file=sys.stderr)

    def portal(self):
        portal = PortalKit(BIN / "motcua-portal")
        portal.start()
        self.portals.append(portal)
        return portal

    def kiosk(self, portal, name="kiosk"):
        return Kiosk(self.folder / name, portal.url, portal.ca)


def stored_dossiers(portal):
    folder = portal.store / "dossiers"
    return {path.name for path in folder.iterdir() if (path / "form.json").exists()} if folder.exists() else set()


def stored_papers(portal, dossier):
    folder = portal.store / "dossiers" / dossier / "attachments"
    return {path.name: sha256(path.read_bytes()) for path in folder.iterdir()} if folder.exists() else {}


class Kiosk:
    def __init__(self, folder, portal_url, ca):
        self.folder, self.portal_url, self.ca = folder, portal_url, ca
        self.passphrase = folder.with_suffix(".passphrase")
        self.passphrase.write_text(PASSPHRASE + "\n")

    def command(self, *words):
        return [BIN / "motcuactl", "--profile", self.folder, "--passphrase-file", self.passphrase, *words]

    def run(self, *words, stdin=None, timeout=120):
        done = subprocess.run(self.command(*words), input=stdin, capture_output=True, text=True, timeout=timeout, env=quiet_environment())
        if done.returncode != 0:
            raise CtlFailed(done.returncode, done.stdout, done.stderr)
        return done.stdout

    def json(self, *words, **more):
        return json.loads(self.run(*words, "--json", **more))

    def fails(self, *words, **more):
        """The exit code and both outputs of a call that must not succeed."""
        try:
            self.run(*words, **more)
        except CtlFailed as failure:
            return failure
        check(False, f"motcuactl {' '.join(map(str, words))} succeeded but must not")

    def init(self, *more):
        return self.json("init", "--commune", "25231", "--portal", self.portal_url, "--ca", self.ca, "--kdf-memory", "64", *more)

    def submit(self, data, papers=(), procedure=PROCEDURE):
        attach = [word for component, path in papers for word in ("--attach", f"{component}={path}")]
        return self.json("dossier", "new", "--procedure", procedure, "--data", "-", *attach, "--submit", stdin=json.dumps(data))

    def show(self, dossier):
        return self.json("dossier", "show", dossier)

    def sync(self, timeout=60):
        return self.json("sync", "--until-idle", "--timeout", str(timeout))

    def killed_after(self, seconds, *words, stdin=None):
        """Runs motcuactl and kills it -9 after so long. Its standard output if it had ended before, else None."""
        counted = [Path(self.folder) / name for name in ("tries.json", "slots.json", "slots.json.copy")]
        before = {path: path.read_bytes() for path in counted if path.exists()}
        process = subprocess.Popen(self.command(*words), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   text=True, env=quiet_environment())
        if stdin is not None:
            process.stdin.write(stdin)
        process.stdin.close()
        process.stdin = None
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            # Killed within the check of the passphrase, it has used up a try; five in a row would make the next run wait.
            for path, content in before.items():
                path.write_bytes(content)
        out = process.stdout.read()
        return out if process.returncode == 0 else None


def quiet_environment():
    """No desktop, no keychain: what a machine at its barest gives."""
    kept = {key: value for key, value in os.environ.items() if key not in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY")}
    return {**kept, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "QT_QPA_PLATFORM": "offscreen"}


def delivered_exactly_once(portal, kiosk, dossiers):
    """Every dossier lies at the portal once, byte for byte, with one official code of its own; the kiosk knows the code."""
    check(stored_dossiers(portal) == set(dossiers), f"the portal holds {stored_dossiers(portal) ^ set(dossiers)} too many or too few")
    codes = set()
    for dossier in dossiers:
        shown = kiosk.show(dossier)
        check(shown["delivery"] == "received", f"{dossier} is {shown['delivery']} at the kiosk")
        check(shown["officialCode"] and shown["officialCode"] not in codes, f"{dossier} has no official code of its own")
        codes.add(shown["officialCode"])
        expected = {paper["name"]: paper["sha256"] for paper in shown["attachments"]}
        check(stored_papers(portal, dossier) == expected, f"the papers of {dossier} differ at the portal")
        form = (portal.store / "dossiers" / dossier / "form.json").read_bytes()
        check(sha256(form) == shown["formSha256"], f"the form of {dossier} differs at the portal")
    local_codes = [item["localCode"] for item in kiosk.json("dossier", "list", "--limit", "10000")]
    check(len(local_codes) == len(set(local_codes)), "a local code was given twice")


def random_moments(count, longest, seed):
    generator = random.Random(seed)
    return [generator.uniform(0, longest) for _ in range(count)]


def noise_png(path, seed, size=64):
    """A valid picture of random pixels: about 3 * size * size bytes that do not compress."""
    import struct
    import zlib
    generator = random.Random(seed)
    rows = b"".join(b"\0" + generator.randbytes(size * 3) for _ in range(size))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    Path(path).write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows, 0)) + chunk(b"IEND", b""))
    return path
