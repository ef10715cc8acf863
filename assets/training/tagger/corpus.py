"""Labelled sentences for the tagger: the training part of the made-up data, its templates filled anew, the
project's own templates, and plain sentences that hold no names."""
import gzip
import json
import os
import random
import re

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = ["PERSON", "ORGANIZATION", "GPE", "STREET_ADDRESS", "NRP"]
SHORT = {"P": "PERSON", "O": "ORGANIZATION", "G": "GPE", "A": "STREET_ADDRESS", "N": "NRP"}


def records(path, split=None):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if split is None or record["split"] == split:
                yield record


def gazetteers():
    out = {}
    with open(os.path.join(HERE, "gazetteers.txt"), encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                name, values = line.split(":", 1)
                out[name] = values.split()
    return out


def spliced(word, other):
    """A word that nobody has seen: the front of one and the back of another."""
    if len(word) < 3 or len(other) < 3:
        return word
    return word[:random.randint(1, len(word) - 1)] + other[random.randint(1, len(other) - 1):].lower()


class Filler:
    """Values for the kinds: those of the training part, of the gazetteers, and made-up ones."""

    def __init__(self, sentences):
        self.seen = {}
        for sentence in sentences:
            for span in sentence["spans"]:
                self.seen.setdefault(span["entity"], []).append(span["text"])
        self.lists = gazetteers()

    def name(self, which):
        word = random.choice(self.lists[which]).capitalize()
        return spliced(word, random.choice(self.lists[which])) if random.random() < 0.3 else word

    def person(self):
        roll = random.random()
        if roll < 0.4:
            return random.choice(self.seen["PERSON"])
        if roll < 0.65:
            return self.name("first")
        if roll < 0.75:
            return self.name("last")
        middle = f" {random.choice('ABCDEFGHJKLMNPRSTW')}." if roll < 0.85 else ""
        return self.name("first") + middle + " " + self.name("last")

    def organization(self):
        roll = random.random()
        if roll < 0.5:
            return random.choice(self.seen["ORGANIZATION"])
        if roll < 0.6:
            return f"{self.name('last')}, {self.name('last')} and {self.name('last')}"
        if roll < 0.7:
            return f"{self.name('last')} Group" if roll < 0.65 else f"{self.name('last')}-{self.name('last')}"
        if roll < 0.85:
            ending = random.choice(self.lists["company"])
            return self.name("last") + " " + (ending.upper() if len(ending) < 4 else ending.capitalize())
        return spliced(self.name("last"), self.name("place"))

    def place(self):
        roll = random.random()
        if roll < 0.4:
            return random.choice(self.seen["GPE"])
        word = self.name("country" if roll < 0.6 else "place")
        return word.upper() if roll > 0.93 else word

    def address(self):
        street = random.choice(self.lists["street"][:26])
        if random.random() < 0.6:
            return random.choice(self.seen["STREET_ADDRESS"])
        line = f"{random.randint(1, 9999)} {self.name(random.choice(['last', 'place']))} {street.capitalize()}"
        if random.random() < 0.3:
            line = f"{self.name('last')}{random.choice(['straße', 'strasse', 'straat', 'gatan', 'vej', 'laan'])} " \
                   f"{random.randint(1, 300)}"
        if random.random() < 0.4:
            line += f", {self.name('place')} {random.randint(1000, 99999)}"
        return line

    def value(self, kind):
        made = {"PERSON": self.person, "ORGANIZATION": self.organization, "GPE": self.place,
                "STREET_ADDRESS": self.address}
        if kind in made:
            return made[kind]()
        if kind == "NRP" and random.random() < 0.7:
            return random.choice(self.lists["nationality"]).capitalize()
        return random.choice(self.seen.get(kind, ["-"]))

    def fill(self, template):
        text, spans = "", []
        for part in re.split(r"(\{\{\w+\}\})", template):
            if part.startswith("{{"):
                value = self.value(part[2:-2])
                spans.append((len(text), len(text) + len(value), part[2:-2]))
                text += value
            else:
                text += part
        return text, spans


# First names that are as often something else.
AMBIGUOUS = set("will may mark rose grace austin virginia georgia jordan sofia florence mason carol pat frank "
                "rob ray ruth chase hunter dean grant bill jack noah joseph mary elijah jacob joy hope max "
                "lea ming li min jin kim elena ion ali logan maria christian amber".split())
# Capitals that name nobody.
CALENDAR = set("I I'm I'll I've I'd Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March "
               "April May June July August September October November December English Internet TV OK PM AM".split())
SOURCES = ("common_voice", "wiki_split", "openstax", "us_gov", "tweetsumm", "self_instruct_human", "nq_open")


def natural_template(sentence, lists):
    """The sentence with its names made open places, or None where a capital letter stays unexplained."""
    out, words, i = [], sentence.split(), 0
    first, place = set(lists["first"]) - AMBIGUOUS, set(lists["country"]) | set(lists["place"])
    while i < len(words):
        bare = words[i].strip(".,;:!?\"'()").removesuffix("'s")
        if not bare[:1].isupper() or bare in CALENDAR or (i == 0 and bare.lower() not in first | place):
            out.append(words[i])
        elif bare.lower() in first:
            last = i  # the capitalized words that follow belong to the name
            while last + 1 < len(words) and words[last][-1].isalnum() and words[last + 1][:1].isupper() \
                    and last - i < 2 and words[last + 1].strip(".,'s").lower() not in place:
                last += 1
            bare = words[last].strip(".,;:!?\"'()").removesuffix("'s")
            out.append(words[last].replace(bare, "{{PERSON}}", 1))
            i = last
        elif bare.lower() in place:
            out.append(words[i].replace(bare, "{{GPE}}", 1))
        elif bare.lower() in lists["nationality"]:
            out.append(words[i].replace(bare, "{{NRP}}", 1))
        else:
            return None
        i += 1
    return " ".join(out)


def natural(shared, filler, count):
    """Sentences of running text: names filled anew where all capitals are explained, or no names at all."""
    named, plain = [], []
    for name in SOURCES:
        for record in records(os.path.join(shared, "data/text", name + ".jsonl.gz")):
            text = " ".join(str(v) for v in record.values() if isinstance(v, str) and " " in v)
            for sentence in re.split(r"(?<=[.!?])\s", text)[:12]:
                if 20 < len(sentence) < 250 and "http" not in sentence:
                    template = natural_template(sentence, filler.lists)
                    if template:
                        (named if "{{" in template else plain).append(template)
    random.shuffle(named)
    random.shuffle(plain)
    print(len(named), "sentences with names,", len(plain), "without", flush=True)
    return [filler.fill(t) for t in named[:count]] + [(t, []) for t in plain[:count // 2]]


def small_letters(examples, share):
    """Some of the sentences as people type them in a hurry."""
    return [(t.lower() if random.random() < share and len(t.lower()) == len(t) else t, s) for t, s in examples]


def training(shared):
    random.seed(7)
    sentences = list(records(os.path.join(shared, "data/pii/synthetic.jsonl.gz"), "train"))
    filler = Filler(sentences)
    out = [(s["text"], [(p["start"], p["end"], p["entity"]) for p in s["spans"]]) for s in sentences]
    for template in sorted({s["masked"] for s in sentences}):
        out += [filler.fill(template) for _ in range(5)]
    with open(os.path.join(HERE, "templates.txt"), encoding="utf-8") as lines:
        for line in lines:
            template = re.sub(r"\{(\w)\}", lambda m: "{{" + SHORT[m[1]] + "}}", line.rstrip("\n").replace("\\n", "\n"))
            out += [filler.fill(template) for _ in range(20)]
    return small_letters(out + natural(shared, filler, 9000), 0.05)


def validation(shared):
    return [(s["text"], [(p["start"], p["end"], p["entity"]) for p in s["spans"]])
            for s in records(os.path.join(shared, "data/pii/synthetic.jsonl.gz"), "validation")]
