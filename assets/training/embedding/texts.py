"""Documents to learn from: their title, and their sentences in order. Nothing of the judged collections, nor of
the meetings they are made of, nor of any validation part."""
import os
import re
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
from corpus import records  # noqa: E402

SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?]+[\"'”’)]*|\n+|$)")
RUNNING = ["us_gov", "openstax", "standard_ebooks", "gnome_help", "wikitext2", "gap"]
SINGLE = ["clinc_wiki", "common_voice", "wiki_split", "nq_open", "query_wellformedness", "tweetsumm", "gsm8k"]
DIALOGUES = ["dialogue/sgd", "dialogue/taskmaster4", "dialogue/star", "dialogue/topicalchat", "meetings/mtsdialog",
             "meetings/acibench", "meetings/primock57"]


def train_records(data, name):
    return (r for r in records(data, name) if r.get("split", "train") == "train")


def sentences(text):
    found = [" ".join(s.split()) for s in SENTENCE.findall(text)]
    return [s for s in found if any(c.isalpha() for c in s)]


def documents(data):
    """(source, title, sentences)."""
    for name in RUNNING:
        for record in train_records(data, "text/" + name):
            lines = record["text"].split("\n")
            title = record.get("title") or (lines[0] if name in ("us_gov", "gnome_help") and len(lines[0]) < 150 else "")
            yield name, title, sentences(record["text"])
    for name in DIALOGUES:
        for record in train_records(data, name):
            yield name, "", [t["text"] for t in record.get("turns") or record.get("transcript")]


def all_texts(data):
    """Every text once, to count words in."""
    for _, _, lines in documents(data):
        yield " ".join(lines)
    for name in SINGLE + ["wordnet"]:
        for record in train_records(data, "text/" + name):
            yield record["text"]
