"""A small template language for requests.

`(a|b|)` is a choice, `{arg}` a value of argument arg from the filler of that name, `{arg=filler}` from another
filler, `{~filler}` text that is no argument. Values stand between marks until `finish` turns them into offsets,
so that wrappers and typing errors can be put around them; values nest ("lunch with {attendees}").
"""
import random
import re

OPEN, SEP, CLOSE = "\ue000", "\ue001", "\ue002"
FILLERS = {}
COMPOSITE = {"when", "when_range"}  # fillers that hold arguments and are none themselves
QUESTION = re.compile("(what|when|where|how|is|are|do|does|did|who|which|will|any|i|i'm|am|can|could|was|has|have|why|should|would|it's|we|that|the|my|let|let's|no|don't|there|in|at|on) ")
INNER = re.compile(r"\(([^()]*)\)")
FIELD = re.compile(r"\{(~?)(\w+)(?:=(\w+))?\}")
MARK = re.compile(f"{OPEN}(\\w+){SEP}|{CLOSE}")


def filler(function):
    """Registers a filler: a function of rng that returns text, or a list to choose from."""
    FILLERS[function.__name__] = function
    return function


def words(name, text):
    """Registers a filler that picks one of the entries of `text`, parted by '|'."""
    entries = [entry.strip() for entry in text.split("|") if entry.strip()]
    FILLERS[name] = lambda rng: rng.choice(entries)


def fill(rng, name):
    return expand(rng, FILLERS[name](rng))


def expand(rng, pattern):
    while True:
        match = INNER.search(pattern)
        if not match:
            break
        pattern = pattern[:match.start()] + rng.choice(match.group(1).split("|")) + pattern[match.end():]

    def field(match):
        silent, name, other = match.groups()
        value = fill(rng, other or name)
        return value if silent or name in COMPOSITE else f"{OPEN}{name}{SEP}{value}{CLOSE}"
    while FIELD.search(pattern):
        pattern = FIELD.sub(field, pattern, count=1)
    return pattern


def finish(marked):
    """(text, [[argument, value, at], ...]) of a marked text, white space collapsed."""
    marked = re.sub(r"\s+([,.?!])", r"\1", " ".join(marked.split()))
    text, stack, arguments, last = "", [], [], 0
    for match in MARK.finditer(marked):
        text += marked[last:match.start()]
        last = match.end()
        if match.group(1):
            stack.append((match.group(1), len(text)))
        else:
            name, start = stack.pop()
            value = text[start:].strip()
            arguments.append([name, value, start + len(text[start:]) - len(text[start:].lstrip())])
    return " ".join((text + marked[last:]).split()), arguments


BEFORE = ["please ", "can you ", "could you ", "could you please ", "can you please ", "would you ", "will you ", "hey ",
          "hi ", "ok ", "okay ", "hearth ", "hey hearth ", "hearth please ", "i want you to ", "i need you to ",
          "i'd like you to ", "would you mind to ", "go ahead and ", "um ", "so ", "uh please ", "now ", "just ",
          "do me a favor and ", "help me ", "kindly ", "quickly ", "alright ", "let's ", "pls ", "plz ", "yo "]
BEFORE_QUESTION = ["hey ", "hearth ", "hey hearth ", "so ", "ok ", "um ", "please ", "hi ", "uh ", "well "]
AFTER = [" please", " thanks", " thank you", " for me", " for me please", " now", " will you", " would you", " right now",
         " pls", " ok", " okay", " asap", " if you can", " when you can"]


def wrap(rng, marked):
    """Politeness around an imperative request."""
    plain = MARK.sub("", marked)
    if rng.random() < 0.3:
        marked = rng.choice(BEFORE_QUESTION if QUESTION.match(plain) else BEFORE) + marked
    if rng.random() < 0.1:
        marked = marked + rng.choice(AFTER)
    return marked


def mistype(rng, word):
    if len(word) < 4 or not word.isalpha():
        return word
    at = rng.randrange(1, len(word) - 1)
    kind = rng.random()
    if kind < 0.4:
        return word[:at] + word[at + 1] + word[at] + word[at + 2:]
    if kind < 0.7:
        return word[:at] + word[at + 1:]
    return word[:at] + word[at] + word[at:]


def noise(rng, marked, rate=0.06):
    """Typing errors and final punctuation."""
    if rng.random() < rate:
        parts = marked.split(" ")
        at = rng.randrange(len(parts))
        parts[at] = mistype(rng, parts[at])
        marked = " ".join(parts)
    if rng.random() < 0.2:
        marked += rng.choice([".", ".", "!", "?"])
    return marked


def request(rng, fn, patterns, fixed=None, polite=True):
    """One example turn of function fn from one of the patterns; fixed: enum arguments."""
    marked = expand(rng, rng.choice(patterns))
    if polite:
        marked = wrap(rng, marked)
    text, arguments = finish(noise(rng, marked))
    return {"text": text, "calls": [{"fn": fn, "args": [list(pair) for pair in (fixed or {}).items()] + arguments}]}
