"""Pairs that mean the same, from text that nobody labelled for it: (query, passage) as lists of ids.

- a sentence and the passage around it, without it; words that both have are left out of the query at times, so
  that the vectors learn what word matching cannot see;
- title or summary and text; question and answer; the two wordings of one statement; synset, gloss and examples.
Beginnings of questions are put before some queries, for questions to be read by what they are about.
"""
import random
import re

from texts import documents, train_records

FRAMES = ["what did {} say about", "what does the document say about", "summarize the discussion about", "how does",
          "why did", "what is", "what are", "how many", "when did", "who", "where is", "which", "tell me about",
          "what do we know about", "find", "explain", "how to", "what happened with", "according to the text what"]
PASSAGE = 120  # words
STOP = re.compile(r"\W+")


def framed(rng, text):
    if rng.random() > 0.35:
        return text
    frame = rng.choice(FRAMES).replace("{}", rng.choice(["he", "she", "the manager", "the company", "they"]))
    return frame + " " + text


def without_shared(rng, query, passage):
    """The query with some of the words left out that the passage has too."""
    has = set(STOP.split(passage.lower()))
    kept = [w for w in query.split() if STOP.sub("", w.lower()) not in has or rng.random() < 0.4]
    return " ".join(kept) if len(kept) >= 3 else query


def passages(lines, rng):
    """Runs of sentences of 30 to PASSAGE words."""
    out, run, count = [], [], 0
    limit = rng.randint(30, PASSAGE)
    for line in lines:
        run.append(line)
        count += line.count(" ") + 1
        if count >= limit:
            out.append(run)
            run, count, limit = [], 0, rng.randint(30, PASSAGE)
    if count > 15 and len(run) > 1:
        out.append(run)
    return out


def from_running(data, rng):
    for source, title, lines in documents(data):
        runs = passages(lines, rng)
        for i, run in enumerate(runs):
            whole = " ".join(run)
            if title and (i == 0 or rng.random() < 0.3):
                yield "title", framed(rng, title), whole
            if len(run) < 2:
                continue
            at = rng.randrange(len(run))
            rest = " ".join(run[:at] + run[at + 1:])
            if len(run[at].split()) >= 4:
                query = run[at]
                if rng.random() < 0.5:
                    query = without_shared(rng, query, rest)
                if len(query.split()) > 14 and rng.random() < 0.5:
                    words = query.split()
                    start = rng.randrange(len(words) - 8)
                    query = " ".join(words[start:start + rng.randint(5, 12)])
                yield "cloze", framed(rng, query), rest if rng.random() < 0.8 else whole
            if i + 1 < len(runs) and rng.random() < 0.25:
                yield "next", whole, " ".join(runs[i + 1])


def from_wordnet(data, rng):
    for record in train_records(data, "text/wordnet"):
        names, gloss, examples = record["words"], record["definition"], record["examples"]
        yield "gloss", framed(rng, rng.choice(names)), gloss + ". " + " ".join(examples)
        if len(names) > 1:
            a, b = rng.sample(names, 2)
            yield "synonym", a, b + " " + gloss
        if examples:
            yield "example", rng.choice(examples), names[0] + ": " + gloss


def from_labelled(data, rng):
    for record in train_records(data, "dialogue/grounded_replies"):
        for snippet in record["knowledge"]:
            yield "answer", snippet["title"], snippet["body"]
            yield "answer", record["reply"], snippet["title"] + " " + snippet["body"]
    for record in train_records(data, "text/wiki_split"):
        yield "wording", record["text"], " ".join(record["simple"])
    for record in train_records(data, "text/gnome_help"):
        if record.get("summary"):
            yield "summary", record["summary"], record["text"][:700]
    for record in train_records(data, "text/self_instruct_human"):
        yield "answer", record["instruction"], record.get("input", "") + " " + record["output"]
    for record in train_records(data, "text/nq_open"):
        yield "answer", record["question"], " ".join(record["answers"])
    for name in ("mtsdialog", "acibench", "primock57"):
        for record in train_records(data, "meetings/" + name):
            turns = [t["text"] for t in record["transcript"]]
            for run in passages(turns, rng)[:6]:
                yield "summary", record["summary"][:500], " ".join(run)


def mined(data, pieces, seed, longest_query=40, longest_passage=150):
    rng = random.Random(seed)
    for make in (from_running, from_wordnet, from_labelled):
        for kind, query, passage in make(data, rng):
            q, p = pieces.encode(query)[:longest_query], pieces.encode(passage)[:longest_passage]
            if q and p:
                yield kind, q, p
