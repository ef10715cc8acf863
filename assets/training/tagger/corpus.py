"""Labelled sentences for the tagger: the training part of the made-up data, its templates filled anew, the
project's own templates, and plain sentences that hold no names."""
import gzip
import json
import os
import random
import re

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = ["PERSON", "ORGANIZATION", "GPE", "STREET_ADDRESS", "NRP"]
SHORT = {"P": "PERSON", "O": "ORGANIZATION", "G": "GPE", "A": "STREET_ADDRESS", "N": "NRP", "W": "WORD"}


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


def slots(sentence):
    """Its spans with the place that each has among those of its kind in the template."""
    counts = {}
    for span in sorted(sentence["spans"], key=lambda s: s["start"]):
        place = counts.get(span["entity"], 0)
        counts[span["entity"]] = place + 1
        yield span, place


def common_words(shared):
    """Words of running text that are written with a small letter, so that capitals alone do not make a name."""
    counts = {}
    for record in records(os.path.join(shared, "data/text/wiki_split.jsonl.gz")):
        for value in record.values():
            for word in re.findall(r"(?<![.!?] )\b[a-z]{4,11}\b", value if isinstance(value, str) else ""):
                counts[word] = counts.get(word, 0) + 1
    return sorted(w for w, n in counts.items() if n >= 12)


class Filler:
    """Values for the kinds: those of the training part, of the gazetteers, and made-up ones."""

    def __init__(self, sentences, words):
        self.words = words
        self.seen, self.slot, self.whole = {}, {}, []
        first, last = set(), set()
        for sentence in sentences:
            addresses = sentence["masked"].count("{{STREET_ADDRESS}}")
            for span, place in slots(sentence):
                kind, text = span["entity"], span["text"]
                self.seen.setdefault(kind, []).append(text)
                self.slot.setdefault((sentence["masked"], kind, place), []).append(text)
                if kind == "STREET_ADDRESS" and (addresses == 1 or "\n" in text or "," in text):
                    self.whole.append(text)
                if kind == "PERSON" and len(text.split()) > 1:
                    first.add(text.split()[0])
                    last.add(text.split()[-1])
        self.lists = gazetteers()
        self.lists["first"] += sorted(n for n in first if len(n) > 2)
        self.lists["last"] += sorted(n for n in last if len(n) > 2)

    def name(self, which):
        word = random.choice(self.lists[which])
        word = word.capitalize() if word.islower() else word
        return spliced(word, random.choice(self.lists[which])) if random.random() < 0.35 else word

    def last(self):
        roll = random.random()
        if roll < 0.08:
            return random.choice(["van", "van der", "de", "von", "ten", "di", "al", "da", "le"]) + " " + self.name("last")
        if roll < 0.13:
            return self.name("place")  # families are called as places are
        return self.name("last") + ("-" + self.name("last") if roll > 0.96 else "")

    def person(self):
        roll = random.random()
        if roll < 0.25:
            return random.choice(self.seen["PERSON"])
        if roll < 0.5:
            return self.name("first")
        if roll < 0.65:
            return self.last()
        middle = f" {random.choice('ABCDEFGHJKLMNPRSTW')}{random.choice(['', '.'])}" if roll < 0.75 else ""
        return self.name("first") + middle + " " + self.last()

    def word(self):
        return random.choice(self.words).capitalize()

    def coined(self):
        """Names as young companies have them: "Clearpath", "DataHarbor", "Wordly"."""
        roll = random.random()
        front, back = self.word(), random.choice(self.words)
        if roll < 0.3:
            return front + (back.capitalize() if random.random() < 0.4 else back)
        if roll < 0.6:
            return spliced(front, back)
        return front[:random.randint(3, 6)] + random.choice(["ly", "ify", "io", "ix", "eo", "ster", "hub", "ity", "us",
                                                             "ra", "ent", "ware", "works", "lytics", "era", "on", "a"])

    def organization(self):
        roll = random.random()
        if roll < 0.25:
            return random.choice(self.seen["ORGANIZATION"])
        if roll < 0.33:
            return f"{self.name('last')}, {self.name('last')} and {self.name('last')}"
        if roll < 0.38:
            return f"{self.name('last')}-{self.name('last')}"
        if roll < 0.58:
            return self.coined()
        if roll < 0.75:
            return " ".join(self.word() for _ in range(random.randint(2, 3)))
        ending = random.choice(self.lists["company"])
        front = random.choice([self.coined, self.word, lambda: self.name("last"), lambda: self.name("place")])()
        return front + " " + (ending.upper() if len(ending) < 4 else ending.capitalize())

    def place(self):
        roll = random.random()
        if roll < 0.4:
            return random.choice(self.seen["GPE"])
        word = self.name("country" if roll < 0.6 else "place")
        return word.upper() if roll > 0.93 else word

    def street(self):
        kind = random.choice(self.lists["street"][:26])
        line = f"{random.randint(1, 9999)} {self.name(random.choice(['last', 'place']))} {kind.capitalize()}"
        roll = random.random()
        if roll < 0.3:
            ending = random.choice(["straße", "strasse", "straat", "gatan", "vej", "laan", "weg", "katu", "vägen"])
            line = f"{self.name('last')}{ending} {random.randint(1, 300)}"
        elif roll < 0.45:
            kind = random.choice(["Rua", "Calle", "Via", "Rue de", "Avenida", "Rue", "ul.", "Av."])
            line = f"{kind} {self.name(random.choice(['last', 'place']))} {random.randint(1, 300)}"
        return f"{random.randint(1, 99999)} {line}" if random.random() < 0.3 else line

    def address(self):
        """A whole postal address, on one line or several: it is one span."""
        if random.random() < 0.45:
            return random.choice(self.whole)
        out = self.street()
        gap = random.choice([", ", "\n", "\n ", " "])
        if random.random() < 0.4:
            out += random.choice([gap, " "]) + f"{random.choice(['Suite', 'Apt.', 'Floor', 'Unit'])} {random.randint(1, 999)}"
        if random.random() < 0.6:
            out += gap + self.place()
            if random.random() < 0.5:
                out += random.choice([gap, " ", ", "]) + random.choice([self.name("country"), "NY", "CA", "TX", "ON"])
            if random.random() < 0.5:
                out += f" {random.randint(1000, 99999):05d}"
        return out

    def value(self, kind):
        made = {"PERSON": self.person, "ORGANIZATION": self.organization, "GPE": self.place,
                "STREET_ADDRESS": self.address}
        if kind in made:
            return made[kind]()
        if kind == "NRP" and random.random() < 0.7:
            return random.choice(self.lists["nationality"]).capitalize()
        return random.choice(self.seen.get(kind, ["-"]))

    def fill(self, template):
        text, spans, counts = "", [], {}
        for part in re.split(r"(\{\{\w+\}\})", template):
            if part == "{{WORD}}":
                text += self.word()
            elif part.startswith("{{"):
                place = counts.get(part, 0)
                counts[part] = place + 1
                # Parts of an address differ by their place in the template, so that they are not mixed.
                seen = self.slot.get((template, part[2:-2], place)) if template.count("{{STREET") > 1 else None
                value = random.choice(seen) if seen and part == "{{STREET_ADDRESS}}" else self.value(part[2:-2])
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
    filler = Filler(sentences, common_words(shared))
    out = [(s["text"], [(p["start"], p["end"], p["entity"]) for p in s["spans"]]) for s in sentences]
    for template in sorted({s["masked"] for s in sentences}):
        out += [filler.fill(template) for _ in range(5)]
    with open(os.path.join(HERE, "templates.txt"), encoding="utf-8") as lines:
        for line in lines:
            template = re.sub(r"\{(\w)\}", lambda m: "{{" + SHORT[m[1]] + "}}", line.rstrip("\n").replace("\\n", "\n"))
            out += [filler.fill(template) for _ in range(20)]
    return small_letters(out + natural(shared, filler, 9000), 0.06)


def validation(shared):
    return [(s["text"], [(p["start"], p["end"], p["entity"]) for p in s["spans"]])
            for s in records(os.path.join(shared, "data/pii/synthetic.jsonl.gz"), "validation")]
