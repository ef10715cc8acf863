#!/usr/bin/env python3
"""Hearth beside programs that others wrote: the `openai` client asks the local server, and Hearth uses the example
servers of the Model Context Protocol's official package. Arguments: the program, and what writes a tiny model. The
others come from npm: `npm install` in this folder, or HEARTH_NODE_MODULES names another folder that has them; without
them this says so and is skipped."""
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
MODULES = os.environ.get("HEARTH_NODE_MODULES", os.path.join(HERE, "node_modules"))
EXAMPLES = os.path.join(MODULES, "@modelcontextprotocol", "sdk", "dist", "esm", "examples", "server")
EVERYTHING = os.path.join(MODULES, "@modelcontextprotocol", "server-everything", "dist", "index.js")
FILES = os.path.join(MODULES, "@modelcontextprotocol", "server-filesystem", "dist", "index.js")
PROGRAM = ""
MAKE_TINY = ""


def reason_to_skip():
    if not shutil.which("node"):
        return "there is no node on this machine"
    for file in (EXAMPLES, EVERYTHING, FILES, os.path.join(MODULES, "openai")):
        if not os.path.exists(file):
            return f"{file} is missing: npm install in {HERE}, or set HEARTH_NODE_MODULES"
    return ""


class Process:
    """A program in a group of its own that has said `sign`; ends with the block."""

    def __init__(self, command, sign, environment=None):
        self.child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                      env={**os.environ, **(environment or {})}, start_new_session=True)
        self.said = ""
        while sign not in self.said:
            line = self.child.stdout.readline()
            if not line:
                raise AssertionError(f"{command} ended: {self.said}")
            self.said += line

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.killpg(self.child.pid, signal.SIGTERM)
        self.child.wait(20)
        self.child.stdout.close()


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_free(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


class Clients(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, True)
        os.environ["HEARTH_DATA_DIR"] = os.path.join(self.folder, "data")

    def hearth(self, *words, code=0):
        ran = subprocess.run([PROGRAM, *words], capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(ran.returncode, code, f"{words}: {ran.stdout}{ran.stderr}")
        return ran.stdout + ran.stderr

    def test_the_openai_client_asks_the_local_server(self):
        tiny = os.path.join(self.folder, "tiny.gguf")
        subprocess.run([MAKE_TINY, tiny], check=True)
        key = self.hearth("serve", "--token").strip()
        with Process([PROGRAM, "serve", "--model", tiny, "--port", "0"], "Serving") as server:
            address = server.said.split(" at ")[1].split()[0]
            ran = subprocess.run(["node", os.path.join(HERE, "openai_client.mjs"), MODULES, address, key],
                                 capture_output=True, text=True, timeout=300, check=False)
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)

    def test_programs_of_the_sdk(self):
        for name, offers in (("mcpServerOutputSchema", "tool get_weather"), ("progressExample", "tool count")):
            self.hearth("mcp", "add", name, f"node {EXAMPLES}/{name}.js")
            self.assertIn(offers, self.hearth("mcp", "servers"))
        said = self.hearth("mcp", "call", "mcpServerOutputSchema", "get_weather",
                           '{"city": "Lisbon", "country": "PT"}', "--yes")
        self.assertIn("temperature", said)

    def test_the_server_with_everything(self):
        self.hearth("mcp", "add", "all", f"node {EVERYTHING} stdio")
        offered = self.hearth("mcp", "servers")
        for part in ("  tool echo", "  resource ", "  template ", "  prompt "):
            self.assertIn(part, offered)
        self.assertIn("Hearth", self.hearth("mcp", "call", "all", "echo", '{"message": "Hearth"}', "--yes"))
        address = next(line.split()[1].rstrip(":") for line in offered.splitlines() if "  resource " in line)
        self.assertTrue(self.hearth("mcp", "read", "all", address).strip())
        self.assertTrue(self.hearth("mcp", "prompt", "all", "simple-prompt").strip())
        said = self.hearth("mcp", "prompt", "all", "args-prompt", "city=Lisbon")
        self.assertIn("Lisbon", said)
        self.assertIn("“all”", self.hearth("mcp", "read", "all", "nowhere://x", code=2))

    def test_files_of_a_folder(self):
        with open(os.path.join(self.folder, "a.txt"), "w", encoding="utf-8") as f:
            f.write("what is in it")
        self.hearth("mcp", "add", "files", f"node {FILES} {self.folder}")
        given = json.dumps({"path": os.path.join(self.folder, "a.txt")})
        self.assertIn("what is in it", self.hearth("mcp", "call", "files", "read_text_file", given, "--yes"))
        refused = self.hearth("mcp", "call", "files", "read_text_file", given, code=3)
        self.assertIn("needs your leave", refused)

    def test_addresses(self):
        port = free_port()
        with Process(["node", f"{EXAMPLES}/simpleStreamableHttp.js"], "listening", {"MCP_PORT": str(port)}):
            self.hearth("mcp", "add", "http", f"http://127.0.0.1:{port}/mcp")
            offered = self.hearth("mcp", "servers")
            for part in ("  tool greet", "  resource ", "  prompt greeting-template"):
                self.assertIn(part, offered)
            self.assertIn("Ana", self.hearth("mcp", "call", "http", "greet", '{"name": "Ana"}', "--yes"))
            self.assertIn("Ana", self.hearth("mcp", "prompt", "http", "greeting-template", "name=Ana"))
        self.assertIn("“http”", self.hearth("mcp", "servers", code=1))  # it has gone, and is named

    def test_addresses_with_a_port_of_their_own(self):
        for name in ("simpleStatelessStreamableHttp", "jsonResponseStreamableHttp", "standaloneSseWithGetStreamableHttp"):
            with self.subTest(name):
                if not is_free(3000):
                    self.skipTest("something else listens on port 3000")
                with Process(["node", f"{EXAMPLES}/{name}.js"], "listening"):
                    self.hearth("mcp", "add", name, "http://127.0.0.1:3000/mcp")
                    offered = self.hearth("mcp", "servers")
                    self.assertRegex(offered, r"  (tool|resource|prompt) \S+")
                self.hearth("mcp", "remove", name)
                while not is_free(3000):
                    time.sleep(0.1)


if __name__ == "__main__":
    PROGRAM, MAKE_TINY = sys.argv[1], sys.argv[2]
    if why := reason_to_skip():
        print("Skipped:", why)
        sys.exit(77)
    unittest.main(argv=sys.argv[:1], verbosity=2)
