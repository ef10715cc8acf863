#!/usr/bin/env python3
"""Shows on the built program that nothing but the way out can reach another machine, and that while Offline is on
not even that does. Arguments: the program, the build folder. Without strace, or where tracing is not permitted,
that part says so and is skipped."""
import glob
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

PROGRAM = ""
BUILD = ""
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILTIN = os.path.join(ROOT, "assets", "models", "builtin.gguf")
# Symbols by which a program reaches other machines. Plain sockets are used for AF_UNIX too: the traces tell.
REACHING = re.compile(r"\b(curl_\w+|httplib::|PQ\w+|SSL_\w+|getaddrinfo|gethostbyname\w*|"
                      r"QTcpSocket::|QTcpServer::|QUdpSocket::|QSslSocket::|QHostInfo::|QNetworkAccessManager::)")
# The members of archives that may have them; the last refuses everything.
MAY_REACH = {
    "libhearth_privacy.a": {"transfer.cpp.o", "url.cpp.o", "egress.cpp.o", "download.cpp.o"},
    # PostgreSQL's own protocol, with the leave of the way out; only the first makes connections and sends.
    "libhearth_rag.a": {"connection.cpp.o", "address.cpp.o", "postgres_library.cpp.o", "schema.cpp.o"},
    "libhearth_server.a": {"http_server.cpp.o"},
    "libhearth_window.a": {"no_network.cpp.o"},
}


def reaching_members(archive):
    """{member: symbols} of one static library."""
    text = subprocess.run(["nm", "-A", "-C", "-u", archive], capture_output=True, text=True, check=True).stdout
    found = {}
    for line in text.splitlines():
        match = re.match(r"[^:]*:([^:]+\.o):\s+\w (.*)", line)
        if match and REACHING.search(match.group(2)):
            found.setdefault(match.group(1), set()).add(match.group(2))
    return found


class Trace:
    """Runs commands in one data folder under strace and keeps what they did with sockets."""

    def __init__(self, folder):
        self.folder = folder
        self.environment = {"PATH": os.environ["PATH"], "HOME": folder, "HEARTH_DATA_DIR": folder + "/data",
                            "XDG_RUNTIME_DIR": folder, "QT_QPA_PLATFORM": "offscreen", "TZ": "UTC"}

    def run(self, *words, given="", seconds=120):
        """(exit code, standard output and errors, network calls)"""
        log = os.path.join(self.folder, "trace")
        command = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", log, PROGRAM, *words]
        with open(os.path.join(self.folder, "in"), "w+", encoding="utf-8") as start:
            start.write(given)
            start.seek(0)
            child = subprocess.Popen(command, stdin=start, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                     env=self.environment, text=True, start_new_session=True)
            try:
                said, _ = child.communicate(timeout=seconds)
            except subprocess.TimeoutExpired:
                os.killpg(child.pid, signal.SIGKILL)
                said, _ = child.communicate()
        with open(log, encoding="utf-8", errors="replace") as f:
            return child.returncode, said, f.read()


def internet_calls(trace):
    return [line for line in trace.splitlines() if re.search(r"\b[AP]F_INET6?\b", line)]


def can_trace():
    if not shutil.which("strace"):
        return False
    return subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], capture_output=True, check=False).returncode == 0


class Network(unittest.TestCase):
    def test_only_the_way_out_is_linked_to_the_network(self):
        archives = glob.glob(os.path.join(BUILD, "**", "lib*.a"), recursive=True)
        self.assertIn("libhearth_privacy.a", map(os.path.basename, archives))
        for archive in archives:
            name = os.path.basename(archive)
            if name.startswith(("libgtest", "libgmock")):
                continue
            for member, symbols in reaching_members(archive).items():
                self.assertIn(member, MAY_REACH.get(name, set()), "%s: %s" % (name, sorted(symbols)))

    def test_the_way_out_is_seen(self):
        archive = glob.glob(os.path.join(BUILD, "**", "libhearth_privacy.a"), recursive=True)[0]
        self.assertIn("transfer.cpp.o", reaching_members(archive))


@unittest.skipUnless(can_trace(), "strace is missing or not permitted here")
class Offline(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.hearth = Trace(self.folder.name)

    def test_a_whole_session_opens_no_socket_to_other_machines(self):
        hello = '{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"list_events","arguments":{}}}\n'
        session = [
            (["settings", "set", "network.offline", "on"], "", 0),
            (["settings", "set", "remote.url", "http://127.0.0.1:9/v1"], "", 0),
            (["do", "set up lunch with Ana tomorrow at noon", "--yes"], "", 0),
            (["ask", "what is on my calendar tomorrow"], "", 0),
            (["chat", "tell me a joke"], "", None),
            (["undo"], "", 0),
            (["redact"], "Ana Lima, ana@example.org", 0),
            (["mcp"], hello, 0),
            (["stored"], "", 0),
            (["audit"], "", 0),
            (["remote", "test"], "", 3),
            (["model", "get", "qwen3-0.6b"], "", None),
            (["search", "x", "--store", "postgresql://127.0.0.2:9/library"], "", 3),
        ]
        for words, given, code in session:
            ended, said, trace = self.hearth.run(*words, given=given)
            self.assertEqual(internet_calls(trace), [], words)
            if code is not None:
                self.assertEqual(ended, code, "%s: %s" % (words, said))

    def test_the_window_opens_no_socket_to_other_machines(self):
        self.hearth.run("settings", "set", "network.offline", "on")
        self.hearth.environment["DISPLAY"] = ":none"  # offscreen needs none, but the program looks for it
        _, _, trace = self.hearth.run(seconds=15)
        self.assertEqual(internet_calls(trace), [])

    def test_a_way_out_is_seen(self):
        self.hearth.run("settings", "set", "remote.url", "http://127.0.0.1:9/v1")
        code, _, trace = self.hearth.run("remote", "test")
        self.assertEqual(code, 1)
        self.assertNotEqual(internet_calls(trace), [])

    def test_the_local_server_listens_on_this_machine_only(self):
        if not os.path.exists(BUILTIN):
            self.skipTest("the built-in model is not there")
        _, said, trace = self.hearth.run("serve", "--model", BUILTIN, "--port", "0", seconds=15)
        self.assertIn("http://127.0.0.1:", said)
        addresses = re.findall(r'\b(bind|connect|sendto)\(.*inet_addr\("([^"]+)"\)', trace)
        self.assertEqual(addresses, [("bind", "127.0.0.1")])


if __name__ == "__main__":
    BUILD = os.path.abspath(sys.argv.pop())
    PROGRAM = os.path.abspath(sys.argv.pop())
    sys.exit(unittest.main(verbosity=1))
