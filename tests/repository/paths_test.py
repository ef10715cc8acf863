#!/usr/bin/env python3
"""Checks that every path named in README.md, CONTRIBUTING.md and docs/ exists."""
import glob
import os
import re
import sys
import unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LINK = re.compile(r"\]\(([^)#\s]+)")
CODE = re.compile(r"`([^`\n]+)`")
TOP = ("engine", "privacy", "rag", "agent", "app", "qml", "assets", "tests", "packaging", "docs", "cmake", ".ci")


def named_paths(text):
    for target in LINK.findall(text):
        if "://" not in target and not target.startswith("mailto:"):
            yield target
    for code in CODE.findall(text):
        word = code.split()[0] if code.split() else ""
        if re.fullmatch(r"[\w./*-]+", word) and word.split("/")[0] in TOP and "/" in word:
            yield word


class Paths(unittest.TestCase):
    def test_named_paths_exist(self):
        pages = ["README.md", "CONTRIBUTING.md"] + glob.glob("docs/**/*.md", root_dir=ROOT, recursive=True)
        for page in pages:
            with open(os.path.join(ROOT, page), encoding="utf-8") as f:
                paths = list(named_paths(f.read()))
            for path in paths:
                beside = os.path.join(ROOT, os.path.dirname(page), path)
                found = glob.glob(os.path.join(ROOT, path)) or glob.glob(beside)
                self.assertTrue(found, f"{page} names {path}, which does not exist")

    def test_readme_and_contributing_name_paths(self):
        for page in ("README.md", "CONTRIBUTING.md"):
            with open(os.path.join(ROOT, page), encoding="utf-8") as f:
                self.assertTrue(list(named_paths(f.read())), page)


if __name__ == "__main__":
    sys.exit(unittest.main(verbosity=1))
