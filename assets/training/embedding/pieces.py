"""WordPiece as GGUF's "bert" tokenizer reads it: lower case without accents, punctuation by itself, the longest
piece at each place. A piece that begins a word carries the mark "▁".

Common words are pieces of their own, since a static embedding knows nothing of the order of pieces; what remains
of the vocabulary are parts that rare words share.
"""
import collections
import re
import unicodedata

MARK = "▁"
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
UNKNOWN = 1
LONGEST = 100
WORD = re.compile(r"[^\W_]+|[^\w\s]|_", re.UNICODE)


def fold(text):
    plain = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in plain if unicodedata.category(c) != "Mn")


def words(text):
    return WORD.findall(fold(text))


def count_words(texts):
    counts = collections.Counter()
    for text in texts:
        counts.update(words(text))
    return counts


def parts_of(counts, known, wanted):
    """The parts that cover most of the words outside the vocabulary: at the beginning and inside."""
    shares = collections.Counter()
    for word, count in counts.items():
        if word in known or not word.isalnum() or len(word) > 24:
            continue
        weight = min(count, 20)
        for start in range(len(word)):
            for end in range(start + 2, min(len(word), start + 8) + 1):
                if end - start < len(word):
                    shares[(MARK if start == 0 else "") + word[start:end]] += weight * (end - start - 1)
    return [part for part, _ in shares.most_common(wanted)]


def train(counts, size):
    letters = sorted({c for word, n in counts.items() if n >= 5 for c in word if ord(c) < 0x250})
    letters = sorted(set(letters) | {chr(c) for c in range(33, 127) if not chr(c).isupper()})
    pieces = SPECIAL + [MARK + c for c in letters] + [c for c in letters if c.isalnum()]
    parts = size // 10
    whole = [w for w, n in counts.most_common() if len(w) > 1][:size - len(pieces) - parts]
    taken = set(pieces) | {MARK + w for w in whole}
    pieces += [MARK + w for w in whole]
    for part in parts_of(counts, set(whole), parts * 2):
        if len(pieces) < size and part not in taken:
            pieces.append(part)
    return pieces


class Pieces:
    def __init__(self, names):
        self.names = names
        self.ids = {name: i for i, name in enumerate(names)}
        self.longest = max(map(len, names))
        self.known = {}

    def word(self, word):
        """The ids of one word; [UNKNOWN] where some place has no piece."""
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self.cut(MARK + word) if len(word) <= LONGEST else [UNKNOWN]
        return found

    def cut(self, text):
        out, at = [], 0
        while at < len(text):
            end = min(len(text), at + self.longest)
            while end > at and text[at:end] not in self.ids:
                end -= 1
            if end == at or text[at:end] == MARK:
                return [UNKNOWN]
            out.append(self.ids[text[at:end]])
            at = end
        return out

    def encode(self, text):
        return [i for word in words(text) for i in self.word(word)]
