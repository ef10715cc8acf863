#!/usr/bin/env python3
"""Checks that a folder includes only its own floor and lower ones, and that each floor's CMake target says so."""
import os
import re
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
# What each floor may include, by the first word of the include path of its public headers.
MAY_INCLUDE = {
    "engine/base": {"base"},
    "engine": {"base", "engine"},
    "privacy": {"base", "privacy"},
    "rag": {"base", "engine", "privacy", "rag"},
    "agent": {"base", "engine", "privacy", "rag", "agent"},
    "app": {"base", "engine", "privacy", "rag", "agent", "app"},
}
PUBLIC = {"base", "engine", "privacy", "rag", "agent", "app"}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
QT = re.compile(r"^\s*#\s*include\s+<(Q[A-Za-z]+)[>/]", re.M)


# What can open a connection to another machine. Sockets of the machine itself (AF_UNIX, the desktop's bus) may
# be used anywhere.
NETWORK_INCLUDE = re.compile(r"^\s*#\s*include\s+<(curl/[^>]*|httplib[^>]*|QtNetwork[^>]*|QNetwork\w*|QTcp\w*|"
                             r"QUdp\w*|QSsl\w*|QHttp\w*|QWebSocket\w*|netdb\.h|netinet/[^>]*|"
                             r"libpq[^>]*|openssl/[^>]*|asio[^>]*|boost/asio[^>]*)>", re.M)
NETWORK_CALL = re.compile(r"\b(sockaddr_in6?|getaddrinfo|gethostbyname)\b")
SOCKET_INCLUDE = re.compile(r"^\s*#\s*include\s+<sys/socket\.h>", re.M)
NETWORK_LIBRARY = re.compile(r"CURL|httplib|libpq|OpenSSL|Qt6::(?:WebSockets|WebEngine|HttpServer)", re.I)
# What may, and why:
MAY_REACH = (
    "privacy/egress/",         # the way out
    "app/server/",             # listens, on this machine
    "rag/store/postgres/",     # PostgreSQL's own protocol, which only libpq speaks: with the leave of Egress, see below
    "app/platform/no_network.",  # refuses everything
)
MAY_LINK = {"privacy/CMakeLists.txt": {"curl"}, "app/server/CMakeLists.txt": {"httplib"},
            "rag/CMakeLists.txt": {"libpq"}}


def reaching(path, text):
    """What one file includes or calls to open connections to other machines."""
    if path.startswith(MAY_REACH):
        return []
    found = NETWORK_INCLUDE.findall(text) + NETWORK_CALL.findall(text)
    if SOCKET_INCLUDE.search(text) and ("AF_UNIX" not in text or re.search(r"\b[AP]F_INET6?\b", text)):
        found.append("sys/socket.h")
    return found


def sources(folder):
    for base, folders, names in os.walk(os.path.join(ROOT, folder)):
        folders.sort()
        for name in sorted(names):
            if name.endswith((".h", ".cpp")):
                yield os.path.join(base, name)


def floor_of(path):
    relative = os.path.relpath(path, ROOT)
    return max((f for f in MAY_INCLUDE if relative.startswith(f + os.sep)), key=len)


def climbing(path, text):
    """The includes of one file that are above its floor or leave its folder."""
    floor = floor_of(path)
    found = []
    for name in INCLUDE.findall(text):
        first = name.split("/")[0]
        exists_here = os.path.exists(os.path.join(ROOT, floor, name)) or os.path.exists(
            os.path.join(os.path.dirname(path), name))
        if first in PUBLIC and first not in MAY_INCLUDE[floor] and not exists_here:
            found.append(name)
        if ".." in name.split("/"):
            target = os.path.normpath(os.path.join(os.path.dirname(path), name))
            if not target.startswith(os.path.join(ROOT, floor) + os.sep):
                found.append(name)
    if floor != "app":
        found += QT.findall(text)
    return found


class Floors(unittest.TestCase):
    def test_no_include_climbs(self):
        for floor in MAY_INCLUDE:
            for path in sources(floor):
                with open(path, encoding="utf-8") as f:
                    self.assertEqual(climbing(path, f.read()), [], os.path.relpath(path, ROOT))

    def test_a_climbing_include_is_seen(self):
        path = os.path.join(ROOT, "engine", "gguf", "x.cpp")
        self.assertEqual(climbing(path, '#include "agent/tool.h"\n'), ["agent/tool.h"])
        self.assertEqual(climbing(path, "#include <QString>\n"), ["QString"])
        self.assertEqual(climbing(path, '#include "../../agent/tools/x.h"\n'), ["../../agent/tools/x.h"])
        self.assertEqual(climbing(path, '#include "base/result.h"\n#include "../tensor/dtype.h"\n'), [])

    def test_only_egress_reaches_the_network(self):
        for floor in MAY_INCLUDE:
            for path in sources(floor):
                with open(path, encoding="utf-8") as f:
                    self.assertEqual(reaching(os.path.relpath(path, ROOT), f.read()), [], path)

    def test_postgresql_is_reached_with_the_leave_of_egress_alone(self):
        """One file makes connections, and each only after Egress gave leave; every statement asks it again."""
        connects = re.compile(r"\bPQ(connect(?!ion)|ping|setdb|reset)\w*\s*\(")
        for path in sources("rag"):
            with open(path, encoding="utf-8") as f:
                text = f.read()
            if not path.endswith("rag/store/postgres/connection.cpp"):
                self.assertNotRegex(text, connects, path)
                self.assertNotRegex(text, r"\bPQ(exec|send|put|prepare|fn)\w*\s*\(", path)
                continue
            self.assertEqual(len(re.findall(r"PQconnect(?!ion)\w*\(", text)), 1)
            self.assertLess(text.index("wayOut_->connect("), text.index("PQconnectdbParams("))
            for call in re.finditer(r"PQexec\w*\(", text):
                before = text[:call.start()]
                body = before[before.rindex("\n}\n"):]
                self.assertRegex(body, r"ready\(\)|mayGoOn\(\)", "a statement goes out without asking")

    def test_only_the_way_out_and_the_local_server_link_a_network_library(self):
        for folder in MAY_INCLUDE:
            for base, _, names in os.walk(os.path.join(ROOT, folder)):
                for name in names:
                    if name != "CMakeLists.txt" and not name.endswith(".cmake"):
                        continue
                    path = os.path.relpath(os.path.join(base, name), ROOT)
                    with open(os.path.join(base, name), encoding="utf-8") as f:
                        linked = {name.lower() for name in NETWORK_LIBRARY.findall(f.read())}
                        self.assertLessEqual(linked, MAY_LINK.get(path, set()), path)

    def test_a_way_out_is_seen(self):
        for line in ("#include <curl/curl.h>", "#include <libpq-fe.h>", "#include <QNetworkAccessManager>", "#include <QTcpSocket>",
                     "#include <netdb.h>", "#include <sys/socket.h>",
                     "#include <sys/socket.h>\nint f = socket(AF_UNIX, 0, 0), g = socket(AF_INET, 0, 0);"):
            self.assertNotEqual(reaching("agent/x.cpp", line + "\n"), [], line)
        for path, line in (("privacy/egress/x.cpp", "#include <curl/curl.h>"),
                           ("app/server/x.cpp", "#include <httplib.h>"),
                           ("app/x.cpp", "#include <sys/socket.h>\n#include <sys/un.h>\nint f = AF_UNIX;")):
            self.assertEqual(reaching(path, line + "\n"), [], line)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=1))
