#!/usr/bin/env python3
"""Trains the tagger of names: an averaged structured perceptron (Collins, EMNLP 2002) on hashed features.

train.py --shared ../shared --out assets/models/names.tagger
"""
import argparse
import os
import random
import struct
import sys

import numpy as np

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import corpus
import features as f

LABELS = ["O"] + [p + k for k in corpus.KINDS for p in ("B-", "I-")]
INDEX = {label: i for i, label in enumerate(LABELS)}


def classes():
    out = {}
    for bit, (_, values) in enumerate(sorted(corpus.gazetteers().items())):
        for value in values:
            word = value.encode().lower()
            out[word] = out.get(word, 0) | 1 << bit
    return out


def encode(text, spans, gazetteer):
    """Feature buckets and labels of each word; spans come in characters."""
    data = text.encode()
    byte = [0]
    for character in text:
        byte.append(byte[-1] + len(character.encode()))
    words = f.words(data)
    labels = np.zeros(len(words), dtype=np.int64)
    for start, end, kind in spans:
        if kind not in corpus.KINDS:
            continue
        first = True
        for i, (a, b) in enumerate(words):
            if a >= byte[start] and b <= byte[end]:
                labels[i] = INDEX[("B-" if first else "I-") + kind]
                first = False
    cells = f.context(data, words, gazetteer)
    return [np.array(f.features(cells, i)) for i in range(len(words))], labels


def allowed():
    """An inside label follows the beginning or the inside of its own kind alone."""
    out = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for a, before in enumerate(LABELS):
        for b, label in enumerate(LABELS):
            if label.startswith("I-") and before[2:] != label[2:]:
                out[a, b] = -1e6
    return out


def decode(scores, transitions):
    best = scores[0].copy()
    best[[i for i, label in enumerate(LABELS) if label.startswith("I-")]] -= 1e6
    back = []
    for row in scores[1:]:
        table = best[:, None] + transitions
        back.append(table.argmax(0))
        best = table.max(0) + row
    path = [int(best.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


class Model:
    def __init__(self):
        size = (1 << f.BUCKET_BITS, len(LABELS))
        self.weights, self.sums = np.zeros(size, np.float32), np.zeros(size, np.float32)
        self.moves, self.move_sums = np.zeros((len(LABELS),) * 2, np.float32), np.zeros((len(LABELS),) * 2, np.float32)
        self.limits, self.step = allowed(), 1

    def scores(self, buckets):
        return np.stack([self.weights[b].sum(0) for b in buckets])

    def learn(self, buckets, gold, margin):
        scores = self.scores(buckets) + margin
        scores[np.arange(len(gold)), gold] -= margin
        guess = decode(scores, self.moves + self.limits)
        for i, (right, wrong) in enumerate(zip(gold, guess)):
            if right != wrong:
                for label, sign in ((right, 1), (wrong, -1)):
                    np.add.at(self.weights, (buckets[i], label), sign)
                    np.add.at(self.sums, (buckets[i], label), sign * self.step)
            if i and (right, gold[i - 1]) != (wrong, guess[i - 1]):
                for pair, sign in (((gold[i - 1], right), 1), ((guess[i - 1], wrong), -1)):
                    self.moves[pair] += sign
                    self.move_sums[pair] += sign * self.step
        self.step += 1

    def averaged(self):
        return self.weights - self.sums / self.step, self.moves - self.move_sums / self.step


def spans_of(path):
    out, start = set(), None
    for i, label in enumerate(list(path) + [0]):
        if start is not None and not LABELS[label].startswith("I-"):
            out.add((start, i, LABELS[path[start]][2:]))
            start = None
        if LABELS[label].startswith("B-"):
            start = i
    return out


def report(model, examples):
    weights, moves = model.averaged()
    right = found = there = 0
    for buckets, gold in examples:
        if len(buckets):
            path = decode(np.stack([weights[b].sum(0) for b in buckets]), moves + model.limits)
            a, b = spans_of(path), spans_of(gold.tolist())
            right, found, there = right + len(a & b), found + len(a), there + len(b)
    print(f"exact spans: recall {right / max(1, there):.3f}, precision {right / max(1, found):.3f}", flush=True)


def write(model, gazetteer, path):
    """The file that privacy/names/tagger_model reads: see there for its layout."""
    weights, moves = model.averaged()
    scale = float(max(abs(weights).max(), abs(moves).max()) / 127)
    with open(path, "wb") as out:
        out.write(b"HEARTHNT" + struct.pack("<IIIfI", 1, len(LABELS), f.BUCKET_BITS, scale, len(gazetteer)))
        for label in LABELS:
            out.write(bytes([len(label)]) + label.encode())
        out.write(np.rint(moves / scale).astype(np.int8).tobytes())
        for word in sorted(gazetteer):
            out.write(struct.pack("<IB", f.fnv(word), gazetteer[word]))
        out.write(np.rint(weights / scale).astype(np.int8).tobytes())


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--shared", default="../shared")
    arguments.add_argument("--out", default="assets/models/names.tagger")
    arguments.add_argument("--epochs", type=int, default=8)
    chosen = arguments.parse_args()
    gazetteer = classes()
    examples = [encode(t, s, gazetteer) for t, s in corpus.training(chosen.shared)]
    examples = [e for e in examples if len(e[0])]
    held = [encode(t, s, gazetteer) for t, s in corpus.validation(chosen.shared)]
    print(len(examples), "sentences,", sum(len(e[0]) for e in examples), "words", flush=True)
    model = Model()
    for _ in range(chosen.epochs):
        random.shuffle(examples)
        for buckets, gold in examples:
            model.learn(buckets, gold, 1.0)
        report(model, held)
        write(model, gazetteer, chosen.out)


if __name__ == "__main__":
    main()
