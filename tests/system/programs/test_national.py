"""The national door by motcuactl, against a gateway of our own that follows domain.md 5.1: not a real endpoint, and the program says so."""

import hashlib
import json
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from motcua_lab import Kiosk, Lab, check, noise_png
from people import single_person
from portalkit import certificates


class Gateway:
    def __init__(self):
        gateway = self
        self.records, self.files, self.calls = {}, {}, []

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def answer(self, status, kind, body):
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def body(self):
                return self.rfile.read(int(self.headers["Content-Length"]))

            def do_PUT(self):  # noqa: N802: the name that http.server asks for
                gateway.files[self.path] = self.body()
                self.answer(201, "text/plain", b"")

            def do_POST(self):  # noqa: N802
                call = json.loads(self.body())
                gateway.calls.append(call)
                reply = gateway.reply(call) if self.headers["dstcode"] == "VN:GOV:000.00.00.G22:dvcqg" else {"error_code": "-9"}
                self.answer(200, "application/json", json.dumps(reply).encode())

            def log_message(self, *_):
                pass

        certs = Path(certificates())
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certs / "server.crt", certs / "server.key")
        self.ca = certs / "ca.crt"
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.url = f"https://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def reply(self, call):
        item = call["data"][0]
        if call["session"] != "phien-1":
            return {"error_code": "401", "message": "Phiên làm việc không hợp lệ"}
        if call["service"] == "TraCuuHoSo":
            return {"error_code": "0", "message": "", "result": [self.records[item["mahoso"]]] if item["mahoso"] in self.records else []}
        if item["MaHoSo"] in self.records and call["isUpdating"] != "True":
            return {"error_code": "1", "message": "Hồ sơ đã tồn tại"}
        self.records[item["MaHoSo"]] = item
        return {"error_code": "00", "message": "", "result": []}


def main():
    gateway = Gateway()
    with Lab() as lab:
        setup = lab.folder / "national.json"
        setup.write_text(json.dumps({"adapter": f"{gateway.url}/VXPAdapter/RestService/forward/dvcqg", "dstcode": "VN:GOV:000.00.00.G22:dvcqg",
                                     "madonvi": "000.00.12.H19", "upload": f"{gateway.url}/tep/{{sha256}}/{{name}}"}))
        secrets = lab.folder / "secrets.json"
        secrets.write_text(json.dumps({"session": "phien-1"}))
        kiosk = Kiosk(lab.folder / "kiosk", gateway.url, gateway.ca)
        check(kiosk.fails("init", "--commune", "25231", "--portal", gateway.url, "--ca", gateway.ca, "--door", "national").code == 2,
              "a national door without its settings")
        check(not (kiosk.folder / "motcua.db").exists(), "a refused init left something behind")
        kiosk.init("--door", "national", "--national", setup, "--token-file", secrets)
        paper = noise_png(lab.folder / "paper.png", 1)
        dossier = kiosk.submit(single_person(1), [("000.00.00.G15-KQ003453", paper)])["id"]
        kiosk.sync()
        kiosk.sync()
        shown = kiosk.show(dossier)
        check(shown["otherDoor"] == "found" and shown["officialCode"] in gateway.records, shown["otherDoor"])
        check(shown["delivery"] != "received" and "receivedAt" not in shown, "called received, and nobody gave a receipt")
        check("delivery.found" in [entry["action"] for entry in shown["history"]], "the journal keeps silent")
        check(len(gateway.records) == 1 and len(gateway.files) == 1, "one record, one file")
        record = gateway.records[shown["officialCode"]]
        check(record["ChuHoSo"] == "Thị Nga" and record["SoGiayToChuHoSo"] == "070195000001", record)
        path, content = next(iter(gateway.files.items()))
        check(path.split("/")[2] == hashlib.sha256(content).hexdigest(), "the paper lies under its digest")
        check([call["service"] for call in gateway.calls] == ["DongBoHoSoMC", "TraCuuHoSo"], [call["service"] for call in gateway.calls])
        check("not yet tested against a real endpoint" in kiosk.run("--help") or "chưa thử với hệ thống thật" in kiosk.run("--help"), "the help keeps silent")
        kiosk.run("journal", "verify")
    gateway.server.shutdown()
    print("national: ok")


main()
