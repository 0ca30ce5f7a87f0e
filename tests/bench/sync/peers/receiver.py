#!/usr/bin/env python3
"""receiver.py ADDRESS PORT CERT KEY FOLDER: takes whole multipart POSTs and keeps each one that arrived whole as FOLDER/<n>/<name>.

What a server that knows neither resume nor identity does; the other end of the peer "multipart".
"""
import http.server
import itertools
import pathlib
import re
import ssl
import sys
import threading

ADDRESS, PORT, CERTIFICATE, KEY, FOLDER = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4], pathlib.Path(sys.argv[5])
numbers, lock = itertools.count(1), threading.Lock()


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 300

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        body = self.rfile.read(length)
        if len(body) != length:
            self.close_connection = True
            return
        boundary = b"--" + re.search(r"boundary=([^;]+)", self.headers["Content-Type"]).group(1).encode()
        with lock:
            number = next(numbers)
        staged = FOLDER / f".{number}"
        staged.mkdir(parents=True)
        for part in body.split(boundary)[1:-1]:
            head, _, content = part[2:-2].partition(b"\r\n\r\n")
            name = re.search(rb'filename="([^"]+)"', head).group(1).decode()
            (staged / name).write_bytes(content)
        staged.rename(FOLDER / str(number))
        sys.stderr.write(f"POST {self.path} 201\n")
        sys.stderr.flush()
        self.send_response(201)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def finish_request(self, request, client_address):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE, KEY)
        request.settimeout(300)
        super().finish_request(context.wrap_socket(request, server_side=True), client_address)

    def handle_error(self, *_):
        pass  # a connection that broke is what this bench is about


Server((ADDRESS, PORT), Receiver).serve_forever()
