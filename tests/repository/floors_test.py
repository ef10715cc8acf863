#!/usr/bin/env python3
"""Checks that a folder includes only its own floor and lower ones, and that each floor's CMake target says so."""
import os
import re
import subprocess
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

    def test_only_egress_links_a_network_library(self):
        pattern = r"#\s*include\s+<(curl/|httplib|QtNetwork|QNetwork|QTcp|sys/socket\.h|netdb\.h)"
        listed = subprocess.run(["grep", "-rlE", pattern, *[os.path.join(ROOT, f) for f in ("engine", "privacy", "rag", "agent", "app")]],
                                capture_output=True, text=True).stdout.split()
        allowed = ("privacy/egress/", "app/server/")
        self.assertEqual([p for p in listed if not os.path.relpath(p, ROOT).startswith(allowed)], [])


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=1))
