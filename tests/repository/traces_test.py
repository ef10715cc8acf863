#!/usr/bin/env python3
"""What a session leaves behind: its log has no words of the user, its files are for the user alone, and what is
deleted is gone from them. Arguments: the program. Words that are nowhere else ("canaries") are planted and looked for.
Without the built-in model this says so and is skipped."""
import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = ""
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILTIN = os.path.join(ROOT, "assets", "models", "builtin.gguf")


class Traces(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp()
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.data = os.path.join(self.folder, "data")
        # A generous mask, and the most talkative log.
        self.environment = {"PATH": os.environ["PATH"], "HOME": self.folder, "HEARTH_DATA_DIR": self.data,
                            "XDG_RUNTIME_DIR": self.folder, "QT_QPA_PLATFORM": "offscreen", "TZ": "UTC",
                            "HEARTH_LOG": "debug", "DISPLAY": ":none"}
        os.chmod(self.folder, 0o700)
        os.umask(0o022)

    def hearth(self, *words, given="", code=0):
        ran = subprocess.run([PROGRAM, *words], input=given, capture_output=True, text=True, timeout=300, check=False,
                             env=self.environment)
        if code is not None:
            self.assertEqual(ran.returncode, code, f"{words}: {ran.stdout}{ran.stderr}")
        return ran.stdout + ran.stderr

    def files(self):
        return [os.path.join(where, name) for where, _, names in os.walk(self.data) for name in names]

    def holding(self, word, files=None):
        """The files that have the word, in any case of letters."""
        found = []
        for file in files if files is not None else self.files():
            with open(file, "rb") as f:
                if word.lower().encode() in f.read().lower():
                    found.append(os.path.relpath(file, self.data))
        return found

    def talk(self, word):
        self.hearth("do", f"set up lunch with {word} tomorrow at noon", "--yes")
        self.hearth("ask", f"what did {word} say about my calendar tomorrow", code=None)
        self.hearth("chat", f"tell me about {word}", code=None)
        self.hearth("redact", given=f"{word} Lima, {word}@example.org")
        self.hearth("mcp", given=json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {
            "name": "search_notes", "arguments": {"query": word}}}) + "\n")
        self.hearth("remote", "ask", f"write to {word}", "--yes", code=None)

    def test_the_log_has_no_words_of_the_user(self):
        self.hearth("settings", "set", "remote.url", "http://127.0.0.1:9/v1")
        self.talk("quillfeather")
        with subprocess.Popen([PROGRAM], env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, start_new_session=True) as window:
            try:
                logs = os.path.join(self.data, "logs")
                end = time.time() + 60
                while time.time() < end and not (os.path.isdir(logs) and os.listdir(logs)):
                    time.sleep(0.1)
                time.sleep(2)  # until it listens
                self.talk("marblethorpe")
            finally:
                os.killpg(window.pid, signal.SIGTERM)
                said = window.communicate()[0].decode(errors="replace")
        logs = [file for file in self.files() if "/logs/" in file]
        self.assertTrue(logs, "the window keeps a log")
        for word in ("quillfeather", "marblethorpe"):
            self.assertTrue(self.holding(word), "the word was really used")
            self.assertEqual(self.holding(word, logs), [])
            self.assertNotIn(word, said)

    def test_every_file_is_for_the_user_alone(self):
        self.talk("quillfeather")
        self.documents("quillfeather")
        self.hearth("serve", "--token")
        self.hearth("mcp", "add", "x", "true", code=None)
        open_to_others = [os.path.relpath(file, self.data) for file in self.files()
                          if stat.S_IMODE(os.stat(file).st_mode) & 0o077]
        self.assertEqual(open_to_others, [])

    def documents(self, word):
        papers = os.path.join(self.folder, "papers")
        os.makedirs(papers, exist_ok=True)
        with open(os.path.join(papers, "one.txt"), "w", encoding="utf-8") as f:
            f.write(f"The {word} of the harbour is painted green.\n")
        with open(os.path.join(papers, "two.txt"), "w", encoding="utf-8") as f:
            f.write("The lighthouse is painted white.\n")
        self.hearth("index", papers)
        return papers

    def test_a_conversation_that_is_deleted_is_gone(self):
        for number, word in enumerate(("quillfeather", "marblethorpe")):
            file = os.path.join(self.folder, f"{number}.md")
            with open(file, "w", encoding="utf-8") as f:
                f.write(f"# On {word}\n\n## You\n\nwhere is {word}\n\n## Hearth\n\n{word} is far away\n")
            self.hearth("conversations", "import", file)
            self.assertTrue(self.holding(word))
        listed = json.loads(self.hearth("conversations", "list", "--json"))
        for one in listed:
            self.hearth("conversations", "delete", str(one["id"]), "--now")
        for word in ("quillfeather", "marblethorpe"):
            self.assertEqual(self.holding(word), [])

    def test_a_document_that_is_removed_is_gone(self):
        papers = self.documents("quillfeather")
        self.assertIn("library.db", self.holding("quillfeather"))
        os.remove(os.path.join(papers, "one.txt"))
        self.hearth("index", papers)
        self.assertEqual(self.holding("quillfeather"), [])
        self.assertTrue(self.holding("lighthouse"))

    def test_everything_is_gone_after_a_wipe(self):
        self.talk("quillfeather")
        self.documents("quillfeather")
        self.hearth("wipe", "--yes")
        self.assertEqual(self.holding("quillfeather"), [])
        self.assertEqual([os.path.relpath(file, self.data) for file in self.files() if os.path.getsize(file) > 0], [])


if __name__ == "__main__":
    PROGRAM = sys.argv[1]
    if not os.path.exists(BUILTIN):
        print("Skipped: there is no", BUILTIN)
        sys.exit(0)
    unittest.main(argv=sys.argv[:1], verbosity=2)
