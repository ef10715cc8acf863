#!/usr/bin/env python3
"""A server of the Model Context Protocol that behaves as its argument says: good, or bad in one way. Over
standard input and output; with --http over HTTP, then it prints its port first and ends with its input.

good       two pages of tools (echo, fail), two pages of resources (one of them a picture), a template, a
           prompt; pings its client first. Prompts "more" and "later" announce a further tool and resource,
           behind the answer or a moment after it; reading "test://end" ends it
plain      offers tools alone, and knows no other method
stream     the same; over HTTP its answers are streams of events
old        speaks a version that nobody knows
crash      ends at the first tool call
hang       does not answer tool calls
noise      answers tool calls with lines that are no JSON
flood      answers tool calls with notifications without end
loop       its list of tools has no last page
"""
import http.server
import json
import os
import sys
import threading
import time

KIND = sys.argv[1]
GREW = False


def text(words):
    return [{"type": "text", "text": words}]


def tools(params):
    if KIND == "loop":
        return {"tools": [], "nextCursor": "again"}
    if not params.get("cursor"):
        schema = {"type": "object", "required": ["words"],
                  "properties": {"words": {"type": "string"}, "count": {"type": "integer"}}}
        return {"tools": [{"name": "echo", "description": "Says it again", "inputSchema": schema}],
                "nextCursor": "2"}
    more = [{"name": "new", "inputSchema": {"type": "object"}}] if GREW else []
    return {"tools": [{"name": "fail", "description": "Cannot", "inputSchema": {"type": "object"}}] + more}


def resources(params):
    if not params.get("cursor"):
        return {"resources": [{"uri": "test://one", "name": "One"}], "nextCursor": "2"}
    more = [{"uri": "test://new", "name": "New"}] if GREW else []
    return {"resources": [{"uri": "test://picture", "name": "Two", "mimeType": "image/png"}] + more}


def contents(uri):
    if uri == "test://end":
        os._exit(8)
    if uri == "test://picture":
        return [{"uri": uri, "mimeType": "image/png", "blob": "AAAA"}]
    return [{"uri": uri, "text": "what is in " + uri + "\x1b[2J"}]


def prompt(name, arguments):
    if name == "talk":
        return [{"role": "user", "content": text("Hello")[0]}, {"role": "assistant", "content": text("Yes?")[0]}]
    return [{"role": "user", "content": text("Greet " + arguments.get("who", "all"))[0]}]


def result(method, params):
    if method == "initialize":
        return {"protocolVersion": "1999-01-01" if KIND == "old" else params["protocolVersion"],
                "capabilities": {"tools": {}} if KIND == "plain" else {"tools": {}, "resources": {}, "prompts": {}},
                "serverInfo": {"name": "test", "version": "3"}}
    if method == "tools/list":
        return tools(params)
    if method == "tools/call":
        return {"content": text(json.dumps(params["arguments"])), "isError": params["name"] == "fail"}
    if KIND == "plain":
        return None
    if method == "resources/list":
        return resources(params)
    if method == "resources/templates/list":
        return {"resourceTemplates": [{"uriTemplate": "test://{day}", "name": "A day"}]}
    if method == "resources/read":
        return {"contents": contents(params["uri"])}
    if method == "prompts/list":
        return {"prompts": [{"name": "greet", "arguments": [{"name": "who", "required": True}]}]}
    if method == "prompts/get":
        return {"messages": prompt(params["name"], params["arguments"])}
    return None


def answer(message):
    """The lines that answer a message."""
    if "id" not in message or "method" not in message:
        return []
    if message["method"] == "tools/call":
        if KIND == "crash":
            os._exit(7)
        if KIND == "hang":
            time.sleep(60)
        if KIND == "noise":
            return ["this is no JSON"]
    found = result(message["method"], message.get("params", {}))
    if found is None:
        error = {"code": -32601, "message": "unknown"}
        return [json.dumps({"jsonrpc": "2.0", "id": message["id"], "error": error})]
    ping = json.dumps({"jsonrpc": "2.0", "id": "p1", "method": "ping"})
    before = [ping] if message["method"] == "tools/list" else []
    return before + [json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": found})]


def announcement(what):
    return json.dumps({"jsonrpc": "2.0", "method": "notifications/%s/list_changed" % what})


def announced(message):
    """What the server says unasked behind an answer."""
    global GREW
    name = message.get("params", {}).get("name") if message.get("method") == "prompts/get" else None
    GREW = GREW or name in ("more", "later")
    return [announcement("resources")] if name == "more" else []


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_POST(self):
        message = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        first = message.get("method") == "initialize"
        if not first and self.headers.get("Mcp-Session-Id") != "s1":
            return self.reply(404, b"")
        lines = answer(message)
        if not lines:
            return self.reply(202, b"")
        if KIND == "stream":
            body = "".join("event: message\ndata: %s\n\n" % line for line in lines)
            return self.reply(200, body.encode(), "text/event-stream")
        self.reply(200, lines[-1].encode())

    def reply(self, status, body, kind="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Mcp-Session-Id", "s1")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def main():
    if "--http" in sys.argv:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(server.server_address[1], flush=True)
        sys.stdin.read()
        return
    for line in sys.stdin:
        message = json.loads(line)
        while KIND == "flood" and message.get("method") == "tools/call":
            print(json.dumps({"jsonrpc": "2.0", "method": "notifications/progress"}), flush=True)
        # Several lines in one piece, as a pipe may bring them.
        print("\n".join(answer(message) + announced(message)), flush=True)
        if message.get("params", {}).get("name") == "later":
            time.sleep(0.2)
            print(announcement("tools"), flush=True)


main()
