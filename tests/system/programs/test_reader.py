"""The program that parses foreign files: the others do not link what parses, work without it except for papers, and say so."""

import os
import shutil
import subprocess

import motcua_lab
from motcua_lab import BIN, Lab, check, noise_png
from people import single_person

SHOWN = "000.00.00.G15-KQ004946"
PARSERS = ("libqpdf", "libQt6Pdf")
LATE = ("libcurl", "libssl")  # opened when sync starts: the first paint does not wait for them


def needed(program):
    listed = subprocess.run(["readelf", "--dynamic", "--wide", program], capture_output=True, text=True, check=True, env={**os.environ, "LC_ALL": "C"}).stdout
    libraries = [line.split("[")[1].split("]")[0] for line in listed.splitlines() if "(NEEDED)" in line]
    check(libraries, f"{program} links nothing at all?")
    return libraries


def links_only_what_it_should():
    reader = needed(BIN / "motcua-reader")
    for parser in PARSERS:
        check(any(library.startswith(parser) for library in reader), f"motcua-reader does not link {parser}, so this test judges nothing")
    check(not any(library.startswith(("libcurl", "libssl", "libQt6Network", "libQt6Sql", "libQt6Widgets")) for library in reader), f"motcua-reader: {reader}")
    for program in ("motcua", "motcuactl"):
        wrong = [library for library in needed(BIN / program) if library.startswith(PARSERS + LATE)]
        check(not wrong, f"{program} links {wrong} from the start")


def says_that_it_is_missing(lab, portal):
    alone = lab.folder / "bin"
    alone.mkdir()
    shutil.copy2(BIN / "motcuactl", alone)
    paper = noise_png(lab.folder / "card.png", 1)
    motcua_lab.BIN = alone
    kiosk = lab.kiosk(portal, "without")
    kiosk.init()
    data = lab.folder / "data.json"
    data.write_text("{}")
    refused = kiosk.fails("dossier", "new", "--procedure", motcua_lab.PROCEDURE, "--data", data, "--attach", f"{SHOWN}={paper}")
    check("MC-423" in refused.err, f"without the reader: {refused.err}")
    kiosk.run("dossier", "new", "--procedure", motcua_lab.PROCEDURE, "--data", data)
    check(len(kiosk.json("dossier", "list")) == 1, "a dossier without papers needs no reader")
    shutil.copy2(BIN / "motcua-reader", alone)
    check(kiosk.submit(single_person(0), [(SHOWN, paper)])["status"] == "queued", "with the reader beside it the paper is taken")


def main():
    links_only_what_it_should()
    with Lab() as lab:
        says_that_it_is_missing(lab, lab.portal())


if __name__ == "__main__":
    main()
