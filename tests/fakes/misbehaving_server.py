#!/usr/bin/env python3
"""A web server that behaves as its paths say: it cuts, stalls, lies, redirects. Prints its port, then serves
until its standard input is closed. With a certificate and key as arguments it speaks TLS.

/ok/N        N bytes of a known pattern, with ranges and a strong tag; the same behind all paths below.
             /ok?PATH, and so on: the bytes of that file instead
/cut/N       each answer stops after N/4 bytes, though it promised more
/stall/N     stops sending after half of it and keeps the connection open
/short/N     promises N bytes, sends half and closes as if that were all
/long/N      sends twice N bytes without a length
/wrong/N     the right number of wrong bytes
/changed/N   another tag every time; ranges are honoured all the same, against the rules
/norange/N   cut, and ignores ranges
/bare/N      no tag, no ranges, chunked
/busy/N      429 with Retry-After twice, then as /ok
/status/S    that status, with a short page
/to?URL      redirect there; /to307?URL keeps the method
/linked?N    redirect to /ok/N with the checksum as huggingface.co tells it; /mislinked?N with a wrong one
/loop        redirect to itself
/file?PATH   that file
/headers     a page with the request's headers and body
/endless     bytes without end
/openai/KIND/models, /openai/KIND/chat/completions   a server of OpenAI's interface that is: good (it repeats
             what it was told last), reset, html, badjson, badevent, endless, stall, cut, failing, halferror,
             key (wrong), busy (429 twice, Retry-After 0), late (429, Retry-After 1000)
"""
import hashlib
import http.server
import json
import socket
import ssl
import struct
import sys
import threading
import time
import urllib.parse

tries = {}


def content(count):
    return bytes((i * 7 + i // 251) % 256 for i in range(count))


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def page(self, status, body, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def redirect(self, target, status=302, headers=()):
        self.page(status, b"elsewhere", [("Location", target), *headers])

    def do_POST(self):
        self.body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.answer()

    def do_GET(self):
        self.body = b""
        self.answer()

    do_HEAD = do_GET

    def answer(self):
        path, _, query = self.path.partition("?")
        kind, _, argument = path.strip("/").partition("/")
        query = urllib.parse.unquote(query)
        tries[self.path] = tries.get(self.path, 0) + 1
        if kind == "openai":
            return self.openai(*argument.split("/", 1))
        if kind in ("to", "to307"):
            return self.redirect(query, 307 if kind == "to307" else 302)
        if kind in ("linked", "mislinked"):
            digest = hashlib.sha256(content(int(query))).hexdigest() if kind == "linked" else "0" * 64
            return self.redirect("/ok/" + query, headers=[("X-Linked-ETag", '"%s"' % digest)])
        if kind == "loop":
            return self.redirect("/loop")
        if kind == "headers":
            return self.page(200, (self.command + "\n" + str(self.headers)).encode() + self.body)
        if kind == "status":
            return self.page(int(argument), b"no")
        if kind == "file":
            with open(query, "rb") as f:
                return self.page(200, f.read())
        if kind == "endless":
            return self.endless()
        if kind == "busy" and tries[self.path] <= 2:
            return self.page(429, b"later", [("Retry-After", "0")])
        if query:
            with open(query, "rb") as f:
                return self.send_file(kind, f.read())
        self.send_file(kind, content(int(argument)))

    def openai(self, kind, path):
        statuses = {"key": 401, "late": 429, "failing": 500}
        if kind == "busy" and tries[self.path] <= 2:
            statuses["busy"] = 429
        if kind in statuses:
            error = json.dumps({"error": {"message": "no, for " + kind}}).encode()
            return self.page(statuses[kind], error, [("Retry-After", "1000" if kind == "late" else "0")])
        if kind in ("html", "badjson"):
            return self.page(200, b"<html>" if kind == "html" else b'{"data": 3')
        if path == "models":
            return self.page(200, json.dumps({"data": [{"id": "large"}, {"id": "larger"}]}).encode())
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        self.stream_answer(kind, json.loads(self.body)["messages"][-1]["content"])

    def stream_answer(self, kind, text):
        def event(delta, reason=None):
            choice = {"index": 0, "delta": delta, "finish_reason": reason}
            self.wfile.write(b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\n")
            self.wfile.flush()
        event({"role": "assistant", "content": ""})
        while kind == "endless":
            event({"content": "x" * 10000})
        for at in range(0, len(text), 3):
            event({"content": text[at:at + 3]})
            if kind == "reset":
                linger = struct.pack("ii", 1, 0)  # closing then resets the connection
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                self.connection.shutdown(socket.SHUT_RD)
                return self.connection.close()
            if kind == "cut":
                return
            if kind == "stall":
                return time.sleep(60)
            if kind == "badevent":
                self.wfile.write(b"data: nonsense\n\n")
            if kind == "halferror":
                self.wfile.write(b'data: {"error": {"message": "out of memory"}}\n\n')
        event({}, "stop")
        self.wfile.write(b"data: [DONE]\n\n")

    def endless(self):
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"x" * 65536)

    def send_file(self, kind, data):
        count = len(data)
        if kind == "wrong":
            data = bytes(255 - byte for byte in data)
        tag = '"%d-%s"' % (count, tries[self.path] if kind == "changed" else "1")
        first = self.first_byte(kind, tag)
        if first >= count > 0 and first > 0:
            return self.page(416, b"", [("Content-Range", "bytes */%d" % count)])
        self.send_response(206 if first else 200)
        self.close_connection = kind != "ok"
        if kind not in ("bare", "long"):
            self.send_header("Content-Length", str(count - first))
            self.send_header("ETag", tag)
        if first:
            self.send_header("Content-Range", "bytes %d-%d/%d" % (first, count - 1, count))
        if kind in ("bare", "long"):
            self.send_header("Connection", "close")
        self.end_headers()
        self.send_body(kind, data, first, count)

    def first_byte(self, kind, tag):
        wanted = self.headers.get("Range")
        if not wanted or kind in ("norange", "bare"):
            return 0
        match = self.headers.get("If-Range")
        if match and match != tag and kind != "changed":
            return 0
        return int(wanted[len("bytes="):].rstrip("-"))

    def send_body(self, kind, data, first, count):
        if kind in ("cut", "norange", "changed"):
            share = count // 4 if tries[self.path] <= 6 else count
            self.wfile.write(data[first:first + share])
        elif kind == "stall":
            self.wfile.write(data[first:first + count // 2])
            self.wfile.flush()
            time.sleep(60)
        elif kind == "short":
            self.wfile.write(data[first:count // 2])
        elif kind == "long":
            self.wfile.write(data + data)
        else:
            self.wfile.write(data[first:])


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        pass  # the client went away, as tests do


def main():
    server = Server(("127.0.0.1", 0), Handler)
    if len(sys.argv) == 3:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()


main()
