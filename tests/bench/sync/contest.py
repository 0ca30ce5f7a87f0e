"""One client, one link, one seed: what it took and what stands at the other end."""
import base64
import hashlib
import json
import os
import pathlib
import re
import shlex
import shutil
import sqlite3
import subprocess
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
TOP = HERE.parent.parent.parent
CLIENTS = ("motcua", "tus", "multipart")
PASSPHRASE = "lua-chin-vang-dong-xanh"
FORM_BYTES = 5 * 1024
PORT = 8443
URL = f"https://portal.test:{PORT}"
OLDEST_NODE = (20, 19)
TLS_RECORD, TLS_EXTRA = 16384, 22


def joined(*words):
    """A line for the shell that weaknet starts; folders may have spaces."""
    return shlex.join(str(word) for word in words)


def prepare_tus(folder):
    """Installs tus-js-client as tests/interop does; says why when it cannot."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return "node and npm are not installed"
    found = re.match(r"v(\d+)\.(\d+)", subprocess.run([node, "--version"], capture_output=True, text=True).stdout)
    if not found or tuple(map(int, found.groups())) < OLDEST_NODE:
        return "node is too old"
    folder.mkdir(parents=True, exist_ok=True)
    source = TOP / "tests" / "interop" / "tus-js-client"
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(source / name, folder / name)
    shutil.copyfile(HERE / "peers" / "tus.mjs", folder / "tus.mjs")
    if not (folder / "node_modules" / "tus-js-client").exists():
        run = subprocess.run([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=folder, capture_output=True, text=True)
        if run.returncode != 0:
            return "the npm registry cannot be reached"
    return None


def sha256_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def upload_id(dossier, name, digest):
    raw = hashlib.sha256(f"{dossier}\n{name}\n{digest}".encode()).digest()
    return base64.b32encode(raw).decode().lower()[:32]


class Contest:
    def __init__(self, build, work, root, row, client, seed, timeout):
        self.build, self.work, self.row, self.client, self.seed, self.timeout = build, work, row, client, seed, timeout
        self.folder = root / f"{row.name}-{client}-{seed}"
        self.weaknet = build / "weaknet" / "weaknet"
        self.ended = threading.Event()
        self.forms_at = None

    def run(self):
        watch = threading.Thread(target=self.watch_forms)
        watch.start()
        with open(self.folder / "weaknet.log", "wb") as log:
            subprocess.run(self.command(), stdout=log, stderr=log, env=self.environment())
        self.ended.set()
        watch.join()
        return self.judge()

    # before

    def prepare(self):
        self.folder.mkdir(parents=True)
        certs = self.folder / "certs"
        subprocess.run([TOP / "packaging" / "demo" / "make-certs.sh", certs], check=True)
        self.ca = certs / "ca.crt"
        self.passphrase = self.folder / "passphrase"
        self.passphrase.write_text(PASSPHRASE + "\n")
        self.queue_folder = self.folder / "queue"
        self.queue_folder.mkdir()
        self.ctl = [self.build / "bin" / "motcuactl", "--profile", self.folder / "kiosk", "--passphrase-file", self.passphrase]
        quiet = {"capture_output": True, "check": True, "env": self.environment()}
        subprocess.run([*self.ctl, "init", "--commune", "25231", "--portal", URL, "--ca", self.ca, "--kdf-memory", "64", "--json"], **quiet)
        subprocess.run([self.build / "bin" / "bench_queue", self.folder / "kiosk", self.passphrase, str(self.row.dossiers), str(self.seed), str(FORM_BYTES),
                        str(self.row.paper_bytes), self.queue_folder], **quiet)
        self.queue = json.loads((self.queue_folder / "queue.json").read_text())
        for dossier in self.queue:
            for file in dossier["files"]:
                file["uploadId"] = upload_id(dossier["id"], file["name"], file["sha256"])
        (self.queue_folder / "queue.json").write_text(json.dumps(self.queue))
        self.payload = sum(dossier["form"]["size"] + sum(file["size"] for file in dossier["files"]) for dossier in self.queue)
        self.sets = [word for each in self.row.sets for word in ("--set", each)]

    @staticmethod
    def environment():
        kept = {key: value for key, value in os.environ.items() if key not in ("DBUS_SESSION_BUS_ADDRESS", "DISPLAY", "WAYLAND_DISPLAY")}
        return {**kept, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", "QT_QPA_PLATFORM": "offscreen"}

    def server_command(self):
        certs = self.folder / "certs"
        if self.client == "multipart":
            return joined("python3", f"{HERE}/peers/receiver.py", "198.18.0.1", PORT, f"{certs}/server.crt", f"{certs}/server.key",
                          f"{self.folder}/received")
        return joined(f"{self.build}/bin/motcua-portal", "--listen", f"198.18.0.1:{PORT}", "--store", f"{self.folder}/store",
                      "--cert", f"{certs}/server.crt", "--key", f"{certs}/server.key")

    def client_command(self):
        if self.client == "motcua":
            return [*self.ctl, "sync", "--until-idle", "--timeout", str(int(self.timeout))]
        if self.client == "tus":
            return ["env", f"NODE_EXTRA_CA_CERTS={self.ca}", "node", self.work / "tus" / "tus.mjs", URL, self.queue_folder]
        return ["python3", HERE / "peers" / "multipart.py", URL, self.ca, self.queue_folder]

    def command(self):
        row = self.row
        words = [self.weaknet, "run", row.profile, "--seed", str(self.seed), "--stats", self.folder / "stats.json", "--events", self.folder / "events",
                 "--timeline", self.folder / "timeline.csv", "--server", self.server_command(), "--wait-port", str(PORT), "--server-log", self.folder / "server.log",
                 "--timeout", str(self.timeout), *self.sets]
        if row.outages:
            every_kb = self.payload / (row.outages + 1) / 1024
            words += ["--set", f"outage_every_kb={every_kb:.3f}", "--set", f"outage_count={row.outages}", "--set", f"outage_len_s={row.outage_s}", "--set",
                      f"outage_mode={row.outage_mode}"]
        if row.lost_answers:
            words += ["--set", "outage_mode=reset"]
        measure = ["python3", HERE / "measure.py", self.folder / "client.json", self.folder / "client.log"]
        cutter = [str(row.lost_answers), self.folder / "server.log", str(row.outage_s)]
        # The peers end with the last answer.
        cutter += [self.folder / "kiosk" / "logs" / "motcua.log", str(len(self.queue) if self.client == "motcua" else 0)]
        return [str(word) for word in [*words, "--", *measure, *cutter, *self.client_command()]]

    # during: when did the last form stand at the portal?

    def forms_there(self):
        if self.client == "multipart":
            received = self.folder / "received"
            return len({sha256_of(path / "form.json") for path in received.iterdir() if path.name.isdigit()}) if received.exists() else 0
        database = self.folder / "store" / "portal.sqlite"
        if not database.exists():
            return 0
        try:
            connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True, timeout=1)
            try:
                return connection.execute("SELECT count(*) FROM submissions").fetchone()[0]
            finally:
                connection.close()
        except sqlite3.Error:
            return 0

    def watch_forms(self):
        pause = 0.02
        while True:
            last_look = self.ended.is_set()
            if self.forms_there() >= len(self.queue):
                self.forms_at = time.time()
                return
            if last_look:
                return
            self.ended.wait(pause)
            pause = min(pause * 1.02, 0.5) if self.client == "multipart" else 0.02

    # after

    def standing(self):
        """(dossiers that stand at the other end byte for byte, things that stand there twice)"""
        if self.client == "multipart":
            seen = []
            received = self.folder / "received"
            for path in received.iterdir() if received.exists() else ():
                if path.name.isdigit():
                    seen.append((sha256_of(path / "form.json"), *(sha256_of(path / name) for name in sorted(p.name for p in path.iterdir()) if name != "form.json")))
            right = sum(1 for dossier in self.queue if (dossier["form"]["sha256"], *(file["sha256"] for file in dossier["files"])) in seen)
            return right, len(seen) - len(set(seen))
        store = self.folder / "store" / "dossiers"
        right = 0
        for dossier in self.queue:
            path = store / dossier["id"]
            if not (path / "form.json").exists() or sha256_of(path / "form.json") != dossier["form"]["sha256"]:
                continue
            right += all((path / "attachments" / file["name"]).exists() and sha256_of(path / "attachments" / file["name"]) == file["sha256"] for file in dossier["files"])
        there = sum(1 for path in store.iterdir()) if store.exists() else 0
        return right, max(0, there - len(self.queue))

    def damaged(self):
        """Papers that arrived with a wrong digest, so that all of them had to go again: a fault of whoever sent them, whatever the link did."""
        log = self.folder / "server.log"
        return sum(1 for line in log.read_bytes().splitlines() if line.endswith(b" 422")) if log.exists() else 0

    def limit(self, outage_s):
        said = subprocess.run([self.weaknet, "limit", self.row.profile, str(self.payload), str(outage_s), *self.sets], capture_output=True, text=True, check=True)
        return json.loads(said.stdout)

    def judge(self):
        stats = json.loads((self.folder / "stats.json").read_text())
        client = json.loads((self.folder / "client.json").read_text()) if (self.folder / "client.json").exists() else {}
        right, duplicates = self.standing()
        planned = self.row.outages * self.row.outage_s + self.row.lost_answers * self.row.outage_s
        limit = self.limit(planned)
        elapsed = client.get("elapsed", stats["elapsed_s"])
        new_bytes = stats["up"]["tcp_payload_new_bytes"]
        least = self.payload + self.payload / TLS_RECORD * TLS_EXTRA
        cuts = self.row.outages or self.row.lost_answers
        forms = None
        if self.forms_at and client:
            forms = self.forms_at - client["started"] + self.half_rtt()
        return {
            "row": self.row.name, "client": self.client, "seed": self.seed, "delivered": right == len(self.queue) and client.get("exit") == 0, "right": right,
            "duplicates": duplicates, "damaged": self.damaged(), "elapsed": elapsed, "ended": client.get("ended"), "limit": limit["t_limit_s"], "ratio": elapsed / limit["t_limit_s"], "forms_s": forms,
            "again_per_outage": (new_bytes - least) / cuts if cuts else None, "wire_ratio": stats["up"]["offered_bytes"] / limit["wire_up_bytes"],
            "connections": stats["up"]["tcp_conns"], "outages": stats["outages"], "cpu_s": client.get("cpu", 0.0), "rss_mb": client.get("rss_mb", 0.0),
            "stats": stats,
        }

    def half_rtt(self):
        text = (TOP / "tests" / "weaknet" / "profiles" / f"{self.row.profile}.profile").read_text()
        text += "\n" + "\n".join(each.replace("=", " = ") for each in self.row.sets)
        return float(re.findall(r"rtt_ms = ([\d.]+)", text)[-1]) / 2000
