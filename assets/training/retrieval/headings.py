"""Writes a collection in the form of `hearth eval rag` out of headings that ask: usage: headings.py OUT [COUNT]

Guides (us-gov, OpenStax, GNOME Help) have headings that are questions; what stands right below answers them. The
heading is taken out of the text, so that it cannot be found by itself. Nobody judged these: some other passage may
answer as well, so figures are low, and only good to be compared with each other.
"""
import json
import os
import random
import sys

from passages import records


def asks(line):
    return line.endswith("?") and 5 <= len(line.split()) <= 25 and len(line) < 140


def guides():
    """(id, title, text, [(question, begin, end)]), offsets in characters."""
    for source in ("us_gov", "openstax", "gnome_help"):
        for number, record in enumerate(records(f"text/{source}.jsonl")):
            kept, at, asked, question = [], 0, [], None
            for line in (line.strip() for line in record["text"].split("\n")):
                if asks(line):
                    question = line
                elif line:
                    if question and len(line) >= 80:
                        asked.append((question, at, at + len(line)))
                    kept.append(line)
                    at += len(line) + 1
                    question = None
            title = record.get("title") or ""
            yield f"{source}/{number}", "" if asks(title) else title, "\n".join(kept), asked


def main():
    out, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 700
    os.makedirs(out, exist_ok=True)
    found = []
    with open(os.path.join(out, "docs.jsonl"), "w") as file:
        for name, title, text, asked in guides():
            file.write(json.dumps({"id": name, "title": title, "text": text}) + "\n")
            found += [(name, *one) for one in asked]
    random.Random(5).shuffle(found)
    with open(os.path.join(out, "queries.jsonl"), "w") as queries, open(os.path.join(out, "qrels.jsonl"), "w") as qrels:
        for number, (name, question, begin, end) in enumerate(found[:count]):
            queries.write(json.dumps({"id": str(number), "text": question}) + "\n")
            qrels.write(json.dumps({"query": str(number), "doc": name, "relevance": 1, "spans": [[begin, end]]}) + "\n")


if __name__ == "__main__":
    main()
