"""Starts motcua-portal with a throw-away CA and speaks its contract. Standard library only; used by the tests of the portal
and free for any other test that needs one:

    with PortalKit(binary) as kit:
        kit.sync(dossiers=[kit.dossier("Điểu Thị Mai", [("KQ003453-1.jpg", b"...")])[0]])
"""
import atexit
import base64
import functools
import hashlib
import http.client
import json
import os
import pathlib
import re
import secrets
import shutil
import signal
import sqlite3
import ssl
import subprocess
import tempfile
import time
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
MAKE_CERTS = HERE.parent.parent / "packaging" / "demo" / "make-certs.sh"
KIOSK = {"id": "0198f1d0-0000-4000-8000-000000000001", "commune": "25231", "software": "portal-test 1"}
TUS = {"Tus-Resumable": "1.0.0"}
CHUNK = {**TUS, "Content-Type": "application/offset+octet-stream"}


@functools.cache
def certificates():
    """One throw-away CA for all portals of this run."""
    root = tempfile.mkdtemp(prefix="motcua-certs-")
    atexit.register(shutil.rmtree, root, ignore_errors=True)
    subprocess.run([str(MAKE_CERTS), root], check=True)
    return root


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def uuid7():
    value = int(time.time() * 1000).to_bytes(6, "big") + secrets.token_bytes(10)
    digits = bytearray(value)
    digits[6] = 0x70 | (digits[6] & 0x0F)
    digits[8] = 0x80 | (digits[8] & 0x3F)
    text = digits.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))


def upload_id(dossier, name, digest):
    raw = hashlib.sha256(f"{dossier}\n{name}\n{digest}".encode()).digest()
    return base64.b32encode(raw).decode().lower()[:32]


class Answer:
    def __init__(self, response, body):
        self.status = response.status
        self.headers = response.headers
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)

    def slug(self):
        assert self.headers["Content-Type"] == "application/problem+json", self.headers["Content-Type"]
        problem = self.json
        assert problem["status"] == self.status, problem
        return problem["type"].removeprefix("urn:motcua:problem:")


class PortalKit:
    front = None  # tests/interop/contract puts a judge between the tests and every portal: front(port) answers the judge's own port

    def __init__(self, binary, *options):
        self.binary = str(binary)
        self.options = list(options)
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="motcua-portal-"))
        self.store = self.root / "store"
        self.log = self.root / "log"
        self.process = None
        self.port = 0
        self.connection = None
        shutil.copytree(certificates(), self.root / "certs")
        self.ca = self.root / "certs" / "ca.crt"
        self.tls = ssl.create_default_context(cafile=str(self.ca))

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()
        shutil.rmtree(self.root, ignore_errors=True)

    @property
    def url(self):
        return f"https://127.0.0.1:{self.way_in()}"

    def way_in(self):
        return type(self).front(self.port) if type(self).front else self.port

    def start(self):
        certs = self.root / "certs"
        command = [self.binary, "--listen", f"127.0.0.1:{self.port}", "--store", str(self.store), "--cert", str(certs / "server.crt"),
                   "--key", str(certs / "server.key"), *self.options]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True)
        line = self.process.stdout.readline()
        if not line.startswith("listening https://127.0.0.1:"):
            raise AssertionError(f"portal did not start: {line!r} {self.log.read_text()[-2000:]}")
        self.port = int(line.rsplit(":", 1)[1])

    def kill(self):
        self.disconnect()
        if self.process:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process.stdout.close()
            self.process = None

    def restart(self):
        self.kill()
        self.start()

    def backup(self):
        """A copy of the whole store while the portal runs (and nobody writes); give it to restore()."""
        copy = pathlib.Path(tempfile.mkdtemp(dir=self.root)) / "backup"
        shutil.copytree(self.store, copy, ignore=shutil.ignore_patterns("portal.sqlite*", "lock"))
        with sqlite3.connect(self.store / "portal.sqlite") as source, sqlite3.connect(copy / "portal.sqlite") as target:
            source.backup(target)
        source.close()
        target.close()
        return copy

    def restore(self, backup):
        self.kill()
        shutil.rmtree(self.store)
        shutil.copytree(backup, self.store)
        self.start()

    def disconnect(self):
        if self.connection:
            self.connection.close()
            self.connection = None

    def connect(self, timeout=20):
        return http.client.HTTPSConnection("127.0.0.1", self.way_in(), context=self.tls, timeout=timeout)

    def call(self, method, path, body=None, headers=None):
        """One request; once more on a new connection when a kept-alive one turns out to have been closed meanwhile."""
        if self.connection is not None:
            try:
                return self.call_once(method, path, body, headers)
            except (ConnectionError, http.client.RemoteDisconnected):
                pass
        return self.call_once(method, path, body, headers)

    def call_once(self, method, path, body, headers):
        if self.connection is None:
            self.connection = self.connect()
        try:
            chunked = "Transfer-Encoding" in (headers or {})
            self.connection.request(method, path, body=body, headers=headers or {}, encode_chunked=chunked)
            response = self.connection.getresponse()
            answer = Answer(response, response.read())
        except Exception:
            self.disconnect()
            raise
        if response.will_close:
            self.disconnect()
        return answer

    # the contract

    def dossier(self, name="Điểu Thị Mai", files=(), revision=1, dossier_id=None, small=None, **more):
        """A dossier item of POST /sync and {uploadId: bytes} of its attachments. `small`: {file name: bytes of its rendition}."""
        dossier_id = dossier_id or uuid7()
        text = json.dumps({"applicant": {"fullName": name, "personalId": "070195000123"}}, ensure_ascii=False)
        item = {
            "id": dossier_id, "revision": revision, "localCode": "TAM-25231-01-261122-001-X", "procedure": "1.004873", "packVersion": "2026.11.1",
            "capturedAt": "2026-11-22T14:05:09+07:00", "submittedAt": "2026-11-22T14:11:30+07:00",
            "form": {"mediaType": "application/json", "sha256": sha256(text.encode()), "text": text}, "attachments": [], **more}
        contents = {}
        for file_name, content in files:
            digest = sha256(content)
            identifier = upload_id(dossier_id, file_name, digest)
            contents[identifier] = content
            item["attachments"].append({"name": file_name, "component": "000.00.00.G15-KQ003453", "mediaType": "image/jpeg", "size": len(content),
                                        "sha256": digest, "uploadId": identifier})
            if rendition := (small or {}).get(file_name):
                content_id = upload_id(dossier_id, file_name, sha256(rendition))
                contents[content_id] = rendition
                item["attachments"][-1]["rendition"] = {"mediaType": "image/jpeg", "size": len(rendition), "sha256": sha256(rendition), "uploadId": content_id}
        return item, contents

    def sync_answer(self, dossiers=(), cursor="", acknowledge=(), kiosk=KIOSK, headers=None, lineage=None):
        call = {"kiosk": kiosk, "cursor": cursor, "dossiers": list(dossiers), "acknowledge": list(acknowledge)}
        body = json.dumps({**call, "lineage": lineage} if lineage else call).encode()
        return self.call("POST", "/api/v1/sync", body, {"Content-Type": "application/json", **(headers or {})})

    def sync(self, *arguments, **named):
        answer = self.sync_answer(*arguments, **named)
        assert answer.status == 200, (answer.status, answer.body)
        return answer.json

    def offset(self, identifier):
        answer = self.call("HEAD", f"/api/v1/uploads/{identifier}", headers=TUS)
        assert answer.status == 200, answer.status
        return int(answer.headers["Upload-Offset"])

    def patch(self, identifier, offset, data, headers=None):
        return self.call("PATCH", f"/api/v1/uploads/{identifier}", data, {**CHUNK, "Upload-Offset": str(offset), **(headers or {})})

    def deliver(self, item, contents):
        """Sends a dossier as a kiosk would until the receipt is there; returns it."""
        for _ in range(5):
            result = self.sync([item])["results"][0]
            if result["outcome"] == "received":
                return result["receipt"]
            assert result["outcome"] == "wanted", result
            for wanted in result["wanted"]:
                answer = self.patch(wanted["uploadId"], wanted["offset"], contents[wanted["uploadId"]][wanted["offset"]:])
                assert answer.status == 204, (answer.status, answer.body)
        raise AssertionError("never received")

    # the web page

    def form_token(self):
        page = self.call("GET", "/").body.decode()
        found = re.search(r'name="token" value="([0-9a-f]+)"', page)
        return found.group(1) if found else ""

    def move(self, dossier_id, status, note="", token=None, branch="", **more):
        """Moves the dossier as a whole, or one of its branches alone. `more`: items, until, message, result."""
        fields = {"token": token if token is not None else self.form_token(), "status": status, "note": note, **more}
        body = urllib.parse.urlencode({**fields, "branch": branch} if branch else fields)
        return self.call("POST", f"/dossiers/{dossier_id}/status", body, {"Content-Type": "application/x-www-form-urlencoded"})

    # from outside

    def delivered(self, item):
        """{relative path: SHA-256} of what lies in the store for this dossier."""
        root = self.store / "dossiers" / item["id"]
        return {str(path.relative_to(root)): sha256(path.read_bytes()) for path in sorted(root.rglob("*")) if path.is_file()}

    @staticmethod
    def expected(item):
        return {"form.json": item["form"]["sha256"], **{"attachments/" + a["name"]: a["sha256"] for a in item["attachments"]}}


def cut_after(kit, identifier, offset, data, sent):
    """A PATCH whose connection dies after `sent` bytes of the body."""
    connection = kit.connect()
    connection.putrequest("PATCH", f"/api/v1/uploads/{identifier}")
    for name, value in {**CHUNK, "Upload-Offset": str(offset), "Content-Length": str(len(data))}.items():
        connection.putheader(name, value)
    connection.endheaders()
    connection.send(data[:sent])
    return connection


def wait_until(condition, seconds=10.0):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.02)
    return False
