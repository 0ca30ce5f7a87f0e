"""Procedures as one signed file, from outside: by USB stick, by the portal, tampered, older, malformed, and killed in the middle.

openssl is the outside judge of the signature. MOTCUA_KILLS sets how many installs are killed (default 50)."""

import base64
import json
import os
import random
import shutil
import stat
import subprocess
import time
from pathlib import Path

from motcua_lab import BIN, CtlFailed, Lab, check, quiet_environment
from people import single_person

KILLS = int(os.environ.get("MOTCUA_KILLS", "50"))
SHIPPED = Path(__file__).resolve().parents[3] / "resources" / "procedures" / "1.004873.json"


def ctl(*words):
    done = subprocess.run([BIN / "motcuactl", *map(str, words)], capture_output=True, text=True, timeout=120, env=quiet_environment())
    if done.returncode != 0:
        raise CtlFailed(done.returncode, done.stdout, done.stderr)
    return done.stdout


def refused(*words):
    try:
        ctl(*words)
    except CtlFailed as failure:
        return failure
    return check(False, f"motcuactl {' '.join(map(str, words))} succeeded but must not")


def unbase64(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def make_keys(lab):
    keys = {}
    for name in ("now", "next", "stranger"):
        path = lab.folder / f"{name}.jwk"
        said = ctl("procedure", "keygen", "--out", path)
        private = json.loads(path.read_text())
        check(private["d"] not in said and stat.S_IMODE(path.stat().st_mode) == 0o600, "a private key was shown or is readable by others")
        check("d" not in json.loads(Path(f"{path}.pub").read_text()), "the public file holds the private key")
        keys[name] = path
    check(refused("procedure", "keygen", "--out", keys["now"]).code == 2, "keygen wrote over a key")
    return keys


def pack_of(lab, version, **members):
    pack = json.loads(SHIPPED.read_text())
    pack.update(version=version, **members)
    folder = lab.folder / version / "procedures"
    folder.mkdir(parents=True)
    path = folder / "1.004873.json"
    path.write_text(json.dumps(pack, ensure_ascii=False, indent=1))
    return path


def sealed(lab, name, key, serial, *files):
    path = lab.folder / f"{name}.motcua"
    ctl("procedure", "pack", "--key", key, "--serial", serial, "--note", "Thử", "-o", path, *files)
    return path


def openssl_agrees(lab, bundle, public):
    """Ed25519 over header.payload, judged by another library."""
    jws = json.loads(bundle.read_text())
    signature = jws["signatures"][0]
    (lab.folder / "message").write_text(signature["protected"] + "." + jws["payload"])
    (lab.folder / "signature").write_bytes(unbase64(signature["signature"]))
    point = unbase64(json.loads(Path(f"{public}.pub").read_text())["x"])
    (lab.folder / "key.der").write_bytes(bytes.fromhex("302a300506032b6570032100") + point)  # RFC 8410
    done = subprocess.run(["openssl", "pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", lab.folder / "key.der", "-rawin",
                           "-in", lab.folder / "message", "-sigfile", lab.folder / "signature"], capture_output=True, text=True, check=False)
    check(done.returncode == 0, f"openssl does not accept the signature: {done.stdout}{done.stderr}")


def listed(kiosk):
    return json.loads(ctl("--profile", kiosk.folder, "procedure", "list", "--json"))


def version_in_force(kiosk):
    return next(one["version"] for one in listed(kiosk)["procedures"] if one["code"] == "1.004873" and one["state"] == "inForce")


def install_by_hand(lab, kiosk, keys):
    before = version_in_force(kiosk)
    draft = kiosk.json("dossier", "new", "--procedure", "1.004873", "--data", "-", stdin=json.dumps(single_person(1)))["id"]
    path = pack_of(lab, "2026.12.1", validFrom="2026-11-01", name="Cấp Giấy xác nhận tình trạng hôn nhân (bản 12)")
    ctl("procedure", "check", path)
    bundle = sealed(lab, "one", keys["now"], 1, path)
    openssl_agrees(lab, bundle, keys["now"])
    check(refused("--profile", kiosk.folder, "procedure", "install", sealed(lab, "strange", keys["stranger"], 9, path)).code == 4, "a stranger's file")
    installed = json.loads(ctl("--profile", kiosk.folder, "procedure", "install", bundle, "--json"))
    check(installed["serial"] == 1 and version_in_force(kiosk) == "2026.12.1", "the installed version is not in force")
    check(kiosk.show(draft)["packVersion"] == before, "a draft was moved without asking")
    kiosk.run("dossier", "submit", draft)
    check(kiosk.show(draft)["packVersion"] == before, "a dossier does not keep its version for life")
    fresh = kiosk.json("dossier", "new", "--procedure", "1.004873", "--data", "-", stdin=json.dumps(single_person(2)))["id"]
    check(kiosk.show(fresh)["packVersion"] == "2026.12.1", "a new dossier does not begin under the version in force")
    doctor = {item["check"]: item for item in kiosk.json("doctor")}
    check(doctor["procedures"]["verdict"] == "good", f"doctor: {doctor['procedures']}")
    return bundle


def refuse_what_is_wrong(lab, kiosk, keys, bundle):
    before = listed(kiosk)
    text = bundle.read_text()
    jws = json.loads(text)
    payload = json.loads(unbase64(jws["payload"]))
    payload["serial"] = 99
    changed = {**jws, "payload": base64.urlsafe_b64encode(json.dumps(payload).encode()).decode().rstrip("=")}
    cases = {
        "MC-315 tampered": json.dumps(changed),
        "MC-313 unsigned": json.dumps({**jws, "signatures": []}),
        "MC-311 cut off": text[:len(text) // 2],
        "MC-311 not JSON": "PK\x03\x04",
        "MC-310 too large": " " * (16 * 1024 * 1024 + 1),
    }
    for name, content in cases.items():
        path = lab.folder / "wrong.motcua"
        path.write_text(content)
        failure = refused("--profile", kiosk.folder, "procedure", "install", path)
        check(failure.code == 4 and name[:6] in failure.err, f"{name}: {failure.err}")
        check(listed(kiosk) == before, f"{name} changed something")
    older = sealed(lab, "older", keys["next"], 1, pack_of(lab, "2026.12.9", validFrom="2026-11-01"))
    failure = refused("--profile", kiosk.folder, "procedure", "install", older)
    check(failure.code == 4 and "MC-316" in failure.err and listed(kiosk) == before, "an older file was taken")
    broken = pack_of(lab, "2026.13.1", validFrom="2026-02-31")
    failure = refused("procedure", "pack", "--key", keys["now"], "--serial", 5, "-o", lab.folder / "no.motcua", broken)
    check("MC-317" in failure.err and "/validFrom" in failure.err and not (lab.folder / "no.motcua").exists(), "a broken pack was signed")
    check(refused("procedure", "check", broken).code == 4, "the linter passes a broken pack")


def rotate_the_keys(lab, kiosk, keys):
    failure = refused("--profile", kiosk.folder, "procedure", "trust", "--key", f"{keys['stranger']}.pub")
    check("MC-321" in failure.err, "a third key was trusted")
    second = sealed(lab, "two", keys["next"], 2, pack_of(lab, "2026.12.2", validFrom="2026-11-01"))
    ctl("--profile", kiosk.folder, "procedure", "install", second)
    check(version_in_force(kiosk) == "2026.12.2", "a file signed by the second key is not taken")


def follow_the_portal(lab, portal, kiosk, keys, catalog):
    shutil.copy(sealed(lab, "three", keys["now"], 3, pack_of(lab, "2026.12.3", validFrom="2026-11-01")), catalog)
    kiosk.sync()
    check(listed(kiosk)["installed"]["serial"] == 3, "the portal's file was not installed")
    kiosk.sync()
    log = portal.log.read_text()
    check(log.count("/api/v1/catalog/packs 200") == 1 and "/api/v1/catalog/packs 304" in log, f"fetched again: {log}")

    jws = json.loads(catalog.read_text())
    jws["payload"] = jws["payload"][:-4] + "AAAA"
    catalog.write_text(json.dumps(jws))
    for _ in range(3):
        kiosk.sync()
    log = portal.log.read_text()
    check(log.count("/api/v1/catalog/packs 200") == 2, "a refused file is fetched again and again")
    check(listed(kiosk)["installed"]["serial"] == 3, "a tampered file changed something")
    doctor = {item["check"]: item for item in kiosk.json("doctor")}
    check(doctor["procedures"]["verdict"] == "attention" and "MC-315" in doctor["procedures"]["finding"], f"doctor: {doctor['procedures']}")

    shutil.copy(sealed(lab, "four", keys["now"], 4, pack_of(lab, "2026.12.4", validFrom="2026-11-01")), catalog)
    kiosk.sync()
    check(listed(kiosk)["installed"]["serial"] == 4, "after a refused file the good one is not taken")
    catalog.unlink()
    kiosk.sync()
    check(listed(kiosk)["installed"]["serial"] == 4, "a portal without a catalog took something away")


def kill_while_installing(lab, kiosk, keys):
    """Old or new, never none: 50 installs of a file of some size, each killed at another moment."""
    generator = random.Random(1)
    files = []
    for number in range(5, 7):
        path = pack_of(lab, f"2026.12.{number}", validFrom="2026-11-01")
        ballast = path.parent.parent / "data" / "ballast.json"
        ballast.parent.mkdir()
        ballast.write_text(json.dumps([generator.random() for _ in range(60000)]))
        files.append(sealed(lab, f"kill{number}", keys["now"], number, path, ballast))
    begun = time.monotonic()
    shutil.copytree(kiosk.folder / "packs", lab.folder / "packs")
    ctl("--profile", kiosk.folder, "procedure", "install", files[0])
    whole = time.monotonic() - begun
    old = new = 0
    for number in range(KILLS):
        process = subprocess.Popen([BIN / "motcuactl", "--profile", kiosk.folder, "procedure", "install", files[1]], stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=quiet_environment())
        # Most of the work is verifying; half of the kills come where the file is written.
        time.sleep(generator.uniform(0.0 if number % 2 else whole * 0.6, whole * 1.1))
        process.kill()
        process.wait()
        now = listed(kiosk)
        check(now["installed"] and now["installed"]["serial"] in (5, 6) and not now["problems"], f"kill {number}: {now['installed']}")
        new += now["installed"]["serial"] == 6
        old += now["installed"]["serial"] == 5
        if now["installed"]["serial"] == 6:
            next((kiosk.folder / "packs").glob("*6.motcua")).unlink()
    check(not [name for name in os.listdir(kiosk.folder / "packs") if name.endswith(".motcua")] == [], "nothing is installed any more")
    print(f"killed {KILLS} installs: {old} left the old file, {new} the new one, none left nothing")


def fall_back_when_damaged(kiosk):
    newest = max((kiosk.folder / "packs").glob("*.motcua"))
    content = bytearray(newest.read_bytes())
    content[len(content) // 2] ^= 1
    newest.write_bytes(content)
    now = listed(kiosk)
    check(now["problems"] and now["problems"][0]["error"] == "MC-319", "a damaged file is not told")
    doctor = {item["check"]: item for item in json.loads(kiosk.fails("doctor", "--json").out)}
    check(doctor["procedures"]["verdict"] == "bad" and "MC-319" in doctor["procedures"]["finding"], f"doctor: {doctor['procedures']}")
    check(kiosk.json("dossier", "list"), "dossiers do not open any more")


with Lab() as the_lab:
    the_catalog = the_lab.folder / "offered.motcua"
    the_portal = the_lab.portal()
    the_portal.kill()
    the_portal.options += ["--catalog", str(the_catalog)]
    the_portal.start()
    the_keys = make_keys(the_lab)
    the_kiosk = the_lab.kiosk(the_portal)
    the_kiosk.init("--pack-key", f"{the_keys['now']}.pub", "--pack-key", f"{the_keys['next']}.pub")
    the_bundle = install_by_hand(the_lab, the_kiosk, the_keys)
    refuse_what_is_wrong(the_lab, the_kiosk, the_keys, the_bundle)
    rotate_the_keys(the_lab, the_kiosk, the_keys)
    follow_the_portal(the_lab, the_portal, the_kiosk, the_keys, the_catalog)
    kill_while_installing(the_lab, the_kiosk, the_keys)
    fall_back_when_damaged(the_kiosk)
    check(the_kiosk.json("journal", "verify")["intact"], "the log of acts has a gap")
print("signed, installed, refused, fetched, killed: always one whole set of procedures")
