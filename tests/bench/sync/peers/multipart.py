#!/usr/bin/env python3
"""multipart.py URL CA FOLDER: every dossier of FOLDER/queue.json as one whole POST by curl, again until it went through."""
import json
import pathlib
import subprocess
import sys
import time

url, ca, folder = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
for dossier in json.loads((folder / "queue.json").read_text()):
    names = ["form.json"] + [file["name"] for file in dossier["files"]]
    parts = [word for name in names for word in ("-F", f"{name}=@{folder / dossier['id'] / name}")]
    command = ["curl", "--silent", "--fail", "--output", "/dev/null", "--cacert", ca, "--connect-timeout", "10", "--speed-limit", "1", "--speed-time", "30",
               "-H", "Expect:", *parts, url + "/" + dossier["id"]]
    while subprocess.run(command).returncode != 0:
        time.sleep(1)
