"""Passages with questions, from a collection and the index that `hearth eval rag --keep` leaves of it."""

import collections
import gzip
import json
import os
import sqlite3

import numpy

SHARED = os.environ.get("HEARTH_SHARED", "../shared") + "/data/"


def records(path):
    """Of a file of JSON lines, gzip-packed or plain; relative paths are below the shared data."""
    path = os.path.join(SHARED, path)
    opened = gzip.open(path + ".gz", "rt") if os.path.exists(path + ".gz") else open(path, encoding="utf-8")
    with opened as file:
        return [json.loads(line) for line in file]


def stems(texts):
    """Words as the library's index keeps them, of each text: by SQLite's own tokenizer."""
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize='porter unicode61 remove_diacritics 2')")
    db.execute("CREATE VIRTUAL TABLE v USING fts5vocab(t, 'instance')")
    db.executemany("INSERT INTO t(rowid, x) VALUES(?, ?)", enumerate(texts))
    out = [[] for _ in texts]
    for row, _, term in sorted(db.execute("SELECT doc, offset, term FROM v")):
        out[row].append(term)
    return out


class Passages:
    """texts, document, begin, end: one a passage; vectors: [n, width]; questions: (text, range, relevant)."""

    def __init__(self, texts, document, begin, end, vectors, questions):
        self.texts, self.questions, self.vectors = texts, questions, vectors
        self.document = numpy.array(document)
        self.middle = (numpy.array(begin) + numpy.array(end)) / 2
        self.length = numpy.array(end, float) - numpy.array(begin)


def origins(text, chunks):
    """Where each chunk [begin, end) of a document stands in its record: lines that are blank were left out."""
    segments, at, place = [], 0, 0
    for line in text.encode().split(b"\n"):
        if line.strip():
            segments.append((at, at + len(line), place))
            at += len(line) + 1
        place += len(line) + 1
    for index, begin, end in chunks:
        parts = [(s + max(0, begin - a), s + min(z, end) - a) for a, z, s in segments if z > begin and a < end]
        yield index, parts[0][0], parts[-1][1]


def from_index(database, folder):
    db = sqlite3.connect(database)
    rows = db.execute(
        "SELECT c.document, c.ordinal, c.headings, c.text, c.begin, c.end, d.path FROM chunks c "
        "JOIN documents d ON d.id = c.document ORDER BY c.id").fetchall()
    vectors = numpy.stack([numpy.frombuffer(data, numpy.float16) for (data,) in
                           db.execute("SELECT data FROM vectors ORDER BY chunk")]).astype(numpy.float32)
    docs = records(f"{folder}/docs.jsonl")
    by_path, groups, places = collections.defaultdict(list), collections.defaultdict(list), {}
    for index, row in enumerate(rows):
        by_path[row[6]].append((index, row[4], row[5]))
    for doc in docs:
        if "meeting" in doc and doc["text"].strip():
            groups["/group/" + doc["meeting"]].append(doc["id"])
        elif "meeting" not in doc:
            places[doc["id"]] = list(origins(doc["text"], by_path["/document/" + doc["id"]]))
    for path, ids in groups.items():
        for (index, _, _), record in zip(by_path[path], ids):
            places[record] = [(index, 0, 1)]
    texts = {doc["id"]: doc["text"] for doc in docs}
    relevant = collections.defaultdict(set)
    for judged in records(f"{folder}/qrels.jsonl"):
        text = texts[judged["doc"]]
        spans = [[len(text[:at].encode()) for at in span] for span in judged.get("spans", [])]
        for index, begin, end in places.get(judged["doc"], []):
            if not spans or any(first < end and last > begin for first, last in spans):
                relevant[judged["query"]].add(index)
    questions = []
    for query in records(f"{folder}/queries.jsonl"):
        own = by_path["/group/" + query["meeting"]] if "meeting" in query else [(0,), (len(rows) - 1,)]
        if relevant[query["id"]]:
            questions.append((query["text"], (own[0][0], own[-1][0] + 1), relevant[query["id"]]))
    texts = [row[2].replace("\x1f", " ") + " " + row[3] for row in rows]
    return Passages(texts, [r[0] for r in rows], [r[4] for r in rows], [r[5] for r in rows], vectors, questions)
