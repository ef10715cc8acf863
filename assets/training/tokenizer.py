"""Byte-level BPE as GGUF's "gpt2" tokenizer with the "gpt-2" pre-tokenizer: trained here, from counts of words.

Special tokens come first (control tokens of the protocol), then the 256 bytes, then merges.
"""
import collections
import heapq
import json

import regex

SPLIT = regex.compile(r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")
BASE_CONTROL = ["<pad>", "<bos>", "<end>", "<user>", "<assistant>"]
PAD, BOS, END, USER, ASSISTANT = range(5)
AGAIN = "<again>"
SPARES = 23


def byte_letters():
    """The printable letter that stands for each byte in token texts (GPT-2's table)."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    table, extra = {}, 0
    for byte in range(256):
        if byte in plain:
            table[byte] = chr(byte)
        else:
            table[byte] = chr(256 + extra)
            extra += 1
    return table


LETTER = byte_letters()
BYTE = {letter: byte for byte, letter in LETTER.items()}


def control_tokens(functions):
    """Names of all control tokens for functions.json: protocol, functions, arguments, spares."""
    arguments = []
    for function in functions["functions"]:
        for argument in function["arguments"]:
            if argument["name"] not in arguments:
                arguments.append(argument["name"])
    return (BASE_CONTROL + [f"<fn:{f['name']}>" for f in functions["functions"]]
            + [f"<arg:{name}>" for name in arguments] + [AGAIN] + [f"<spare:{i}>" for i in range(SPARES)])


def train_merges(words, count):
    """words: text -> count. The `count` most useful merges, greedily by pair frequency."""
    pieces = [[LETTER[b] for b in w.encode()] for w in words]
    weight = list(words.values())
    pairs, where = collections.Counter(), collections.defaultdict(set)
    for i, piece in enumerate(pieces):
        for pair in zip(piece, piece[1:]):
            pairs[pair] += weight[i]
            where[pair].add(i)
    heap = [(-n, p) for p, n in pairs.items()]
    heapq.heapify(heap)
    merges = []
    while heap and len(merges) < count:
        negative, pair = heapq.heappop(heap)
        if pairs[pair] != -negative:
            if pairs[pair] > 0:
                heapq.heappush(heap, (-pairs[pair], pair))
            continue
        merges.append(pair)
        for i in list(where[pair]):
            replace_pair(pieces, i, pair, weight[i], pairs, where, heap)
    return merges


def replace_pair(pieces, i, pair, weight, pairs, where, heap):
    old = pieces[i]
    new, at = [], 0
    while at < len(old):
        if at + 1 < len(old) and (old[at], old[at + 1]) == pair:
            new.append(old[at] + old[at + 1])
            at += 2
        else:
            new.append(old[at])
            at += 1
    for p in zip(old, old[1:]):
        pairs[p] -= weight
        where[p].discard(i)
    for p in zip(new, new[1:]):
        pairs[p] += weight
        where[p].add(i)
        heapq.heappush(heap, (-pairs[p], p))
    pieces[i] = new


class Tokenizer:
    def __init__(self, control, merges):
        self.control, self.merges = control, [tuple(m) for m in merges]
        self.tokens = control + list(LETTER.values()) + [a + b for a, b in self.merges]
        self.id = {token: i for i, token in enumerate(self.tokens)}
        self.rank = {pair: i for i, pair in enumerate(self.merges)}
        self.cache = {}

    def word(self, text):
        """Ids of one pre-token."""
        known = self.cache.get(text)
        if known is not None:
            return known
        piece = [LETTER[b] for b in text.encode()]
        while len(piece) > 1:
            best = min(range(len(piece) - 1), key=lambda k: self.rank.get((piece[k], piece[k + 1]), 1 << 30))
            if (piece[best], piece[best + 1]) not in self.rank:
                break
            piece[best:best + 2] = [piece[best] + piece[best + 1]]
        ids = [self.id[p] for p in piece]
        self.cache[text] = ids
        return ids

    def encode(self, text):
        return [i for match in SPLIT.finditer(text) for i in self.word(match.group())]

    def encode_with_offsets(self, text):
        """(ids, spans): spans[i] = range of UTF-8 bytes (start, end) of each token."""
        ids, spans = [], []
        for match in SPLIT.finditer(text):
            at = len(text[:match.start()].encode())
            for token in self.word(match.group()):
                size = len(self.tokens[token])
                ids.append(token)
                spans.append((at, at + size))
                at += size
        return ids, spans

    def decode(self, ids):
        return bytes(BYTE[c] for i in ids if i >= len(self.control) for c in self.tokens[i]).decode(errors="replace")

    def save(self, path):
        with open(path, "w", encoding="utf-8") as out:
            json.dump({"control": self.control, "merges": [list(m) for m in self.merges]}, out)

    @staticmethod
    def load(path):
        with open(path, encoding="utf-8") as text:
            stored = json.load(text)
        return Tokenizer(stored["control"], stored["merges"])


def normalise(text):
    """What the model reads: lower-cased, white space collapsed, one space in front."""
    return " " + " ".join(text.lower().split())
