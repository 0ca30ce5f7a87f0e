#!/usr/bin/env python3
"""A kiosk with N queued dossiers: what lists, numbers, finding a person and the queue of sync cost.

longqueue.py BUILD_DIR WORK_DIR [--dossiers N]
"""
import argparse
import os
import pathlib
import shutil
import subprocess

PASSPHRASE = "ruong bac thang"


def make_profile(binaries, folder, dossiers):
    """A kiosk whose dossiers all wait, made anew: what is measured is this program's own store."""
    profile = folder / f"queue-{dossiers}"
    shutil.rmtree(profile, ignore_errors=True)
    secret = folder / "passphrase"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", "/CN=bench",
                    "-keyout", os.devnull, "-out", folder / "ca.pem"], check=True, stderr=subprocess.DEVNULL)
    subprocess.run([binaries / "motcuactl", "--profile", profile, "--passphrase-file", secret, "init", "--commune", "25231",
                    "--portal", "https://127.0.0.1:9", "--ca", folder / "ca.pem", "--kdf-memory", "64"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([binaries / "bench_fill", profile, secret, str(dossiers), "0"], check=True)
    return profile, secret


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--dossiers", type=int, default=10000)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    binaries = options.build / "bin"
    profile, secret = make_profile(binaries, options.work, options.dossiers)
    subprocess.run([binaries / "bench_longqueue", profile, secret], check=True)


if __name__ == "__main__":
    main()
