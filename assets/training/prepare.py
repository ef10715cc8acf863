"""Writes BUILD/actions.jsonl: the examples of the data sets and those written by program.

usage: prepare.py --data ../shared/data --out BUILD [--made 90000]
"""
import argparse
import collections
import json
import os
import random

from compose import beyond, calendar, chat, contact, follow, home, info, notes
import wider
from corpus import records, validation_texts
from examples import read_examples
from sources import Converter, load
from tokenizer import normalise

HERE = os.path.dirname(os.path.abspath(__file__))
KEEP = {"automotive": 0.35}
VEHICLE_AND_PLACES = ("automotive", "pointofinterest")


def data_set_examples(converter, rng, banned):
    """Single requests with labels."""
    labelled = {normalise(r["text"]) for r in load(converter.data, "botframework", "train") if r["frames"][0]["intent"] != "general.None"}
    for name in ("hwu64", "clinc150", "snips", "botframework", "homeassistant", "banking77"):
        for record in load(converter.data, name, "train"):
            if normalise(record["text"]) in banned:
                continue
            if record["frames"][0]["intent"] == "general.None" and normalise(record["text"]) in labelled:
                continue  # of another skill than the one it was collected for: no out-of-scope request
            if rng.random() > KEEP.get(record["frames"][0]["domain"], 0.4 if name == "banking77" else 1):
                continue
            example = converter.example(record)
            if example is not None:
                if record["frames"][0]["intent"] == "oos":
                    example["group"] = "oos"
                if name == "botframework" and record["frames"][0]["domain"] not in VEHICLE_AND_PLACES:
                    example["group"] = "office"
                yield record, example


def dialogue_examples(converter, rng, banned):
    """First turns of dialogues: functions alone."""
    for record in load(converter.data, "sgd_turns", "train"):
        if record["prev"] == "" and len(record["frames"]) == 1 and rng.random() < 0.5 and normalise(record["text"]) not in banned:
            suggested, accept = converter.label(record)
            if accept:
                yield {"turns": [{"text": record["text"], "calls": [{"fn": accept[0], "args": []}], "partial": True}], "group": "sgd"}


def read_labels():
    """{number of a slurp_lm record: function, or "unclear"}: labels given by reading."""
    with open(os.path.join(HERE, "slurp_lm_labels.json"), encoding="utf-8") as text:
        return {number: function for function, numbers in json.load(text).items() if function != "about" for number in numbers}


def read_examples_of_slurp(data, banned):
    """Requests of slurp_lm whose function was chosen by reading: functions alone."""
    labels = read_labels()
    for r in records(data, "text/slurp_lm"):
        function = labels.get(int(r["id"].split("/")[1]), "unclear")
        if function != "unclear" and normalise(r["text"]) not in banned:
            yield {"turns": [{"text": r["text"], "calls": [{"fn": function, "args": []}], "partial": True}], "group": "read"}


def question_examples(data, rng, banned):
    """Questions about the world, and sentences that ask for nothing."""
    def one(text, fn, topic=None, group="questions"):
        if normalise(text) not in banned:
            yield {"turns": [{"text": text, "calls": [{"fn": fn, "args": [["topic", topic]] if topic else []}]}], "group": group}
    for r in records(data, "text/query_wellformedness"):
        if rng.random() < 0.5:
            yield from one(r["text"], "answer_question")
    for r in records(data, "text/nq_open"):
        yield from one(r["question"], "answer_question")
    for name, share in (("common_voice", 0.12), ("clinc_wiki", 0.15), ("tweetsumm", 0.2)):
        for r in records(data, "text/" + name):
            if rng.random() < share and len(r["text"]) < 160:
                yield from one(r["text"], "irrelevant", "other", "statements")
    for r in records(data, "text/self_instruct_human"):
        if len(r["instruction"]) < 160:
            yield from one(r["instruction"], "irrelevant", "other", "statements")
    for r in records(data, "dialogue/topicalchat"):
        for turn in r["turns"][:6]:
            if r["split"] == "train" and rng.random() < 0.4 and len(turn["text"]) < 160:
                yield from one(turn["text"], "irrelevant", "opinion", "statements")
    topics = {"greetings": "greeting", "humor": "joke", "emotion": "feelings", "botprofile": "about_you", "ai": "about_you"}
    for r in records(data, "dialogue/short_replies"):
        trivia = r["source"] == "chatterbot" and r.get("topic") not in topics and r.get("topic") not in ("conversations", "psychology", "gossip", "money")
        for ask in r["asks"]:
            if trivia:
                yield from one(ask, "answer_question", None, "statements")
            else:
                yield from one(ask, "irrelevant", topics.get(r.get("topic"), "other") if r["source"] == "chatterbot" else chitchat_topic(ask), "chitchat")


def chitchat_topic(text):
    text = " " + text.lower() + " "
    for topic, signs in (("thanks", ("thank", "thx")), ("goodbye", ("bye", "see you", "good night")), ("joke", ("joke", "funny", "laugh")), ("greeting", ("hello", "hi ", "good morning", "how are you", "hey")),
                         ("feelings", (" i'm ", " i am ", " i feel")), ("capabilities", ("can you", "could you", "do you know how")), ("about_you", ("you",))):
        if any(sign in text for sign in signs):
            return topic
    return "other"


class Swapper:
    """New requests from old ones: a slot's value is replaced by another value of the same slot."""

    def __init__(self, rng):
        self.rng, self.values, self.records = rng, collections.defaultdict(list), []

    def add(self, record):
        slots = record["frames"][0]["slots"]
        spans = sorted((s for s in slots if "start" in s), key=lambda s: s["start"])
        if any(a["end"] > b["start"] for a, b in zip(spans, spans[1:])):
            return
        for slot in spans:
            self.values[self.key(record, slot)].append(slot["value"])
        if spans:
            self.records.append(record)

    @staticmethod
    def key(record, slot):
        return record["source"], slot["name"], record["frames"][0]["intent"] if record["source"] == "snips" else ""

    def swapped(self):
        record = self.rng.choice(self.records)
        text, slots, at = "", [], 0
        for slot in sorted(record["frames"][0]["slots"], key=lambda s: s["start"]):
            text += record["text"][at:slot["start"]]
            at = slot["end"]
            value = self.rng.choice(self.values[self.key(record, slot)]) if self.rng.random() < 0.7 else slot["value"]
            slots.append({"name": slot["name"], "value": value, "start": len(text), "end": len(text) + len(value)})
            text += value
        text += record["text"][at:]
        return {**record, "text": text, "frames": [{**record["frames"][0], "slots": slots}]}


def made_examples(rng, count):
    """Requests written by program, singly, followed up and joined."""
    makers = [maker for topic in (calendar, notes, contact, home, info, chat, beyond, wider) for maker in topic.examples(rng)]
    pool = follow.makers_by_function(makers, rng)
    weights, functions = zip(*makers)
    for make in rng.choices(functions, weights, k=int(count * 0.8)):
        yield {"turns": [make()], "group": "made"}
    for _ in range(int(count * 0.1)):
        yield follow.follow_up(rng, pool)
    for _ in range(int(count * 0.06)):
        yield follow.several(rng, pool)
    for _ in range(int(count * 0.04)):
        yield follow.after_other(rng, pool)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--made", type=int, default=90000)
    parser.add_argument("--seed", type=int, default=3)
    options = parser.parse_args()
    rng, banned = random.Random(options.seed), validation_texts(options.data)
    converter, swapper = Converter(options.data), Swapper(rng)
    path, count = os.path.join(options.out, "actions.jsonl"), collections.Counter()
    with open(path + ".new", "w", encoding="utf-8") as out:
        def write(example):
            if not any(normalise(turn["text"]) in banned for turn in example["turns"]):
                count[example["group"]] += 1
                out.write(json.dumps(example, ensure_ascii=False) + "\n")
        for record, example in data_set_examples(converter, rng, banned):
            if record["source"] in ("snips", "hwu64"):
                swapper.add(record)
            write(example)
        for _ in range(24000):
            record = swapper.swapped()
            write({**converter.example(record), "group": "swapped"})
        for example in dialogue_examples(converter, rng, banned):
            write(example)
        for example in read_examples_of_slurp(options.data, banned):
            write(example)
        for example in question_examples(options.data, rng, banned):
            write(example)
        wider.widen(options.data)
        for example in made_examples(rng, options.made):
            write(example)
        if os.path.exists(os.path.join(options.out, "pseudo.jsonl")):
            for example in read_examples(os.path.join(options.out, "pseudo.jsonl")):
                write(example)
    os.replace(path + ".new", path)
    print(dict(count))


if __name__ == "__main__":
    main()
