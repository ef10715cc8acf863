"""Labels the unlabelled requests (slurp_lm) with the model so far and a bag-of-words classifier, where both are sure.

usage: pseudo.py --data ../shared/data --build BUILD     writes BUILD/pseudo.jsonl, which prepare.py takes in
Self-training: it needs no labels, and brings the wording of 6,800 further requests in.
"""
import argparse
import json
import os
import random

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from corpus import records, validation_texts
from evaluate import Decoder, load_model
from examples import asked
from prepare import data_set_examples, read_labels
from sources import Converter
from tokenizer import BOS, PAD, Tokenizer, normalise

HERE = os.path.dirname(os.path.abspath(__file__))
FEATURES = 1 << 17


def features(text):
    """Hashed words, pairs of words and word beginnings."""
    words = ["<"] + text.split() + [">"]
    grams = words[1:-1] + [a + " " + b for a, b in zip(words, words[1:])] + ["^" + w[:4] for w in words[1:-1]]
    return [hash_of(g) for g in grams]


def hash_of(text):
    value = 2166136261
    for byte in text.encode():
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value % FEATURES


class Bag(nn.Module):
    def __init__(self, classes):
        super().__init__()
        self.table = nn.EmbeddingBag(FEATURES, 96, mode="mean", sparse=False)
        self.out = nn.Linear(96, classes)

    def forward(self, rows):
        flat = torch.tensor([f for row in rows for f in row])
        offsets = torch.tensor(np.cumsum([0] + [len(r) for r in rows[:-1]]))
        return self.out(F.dropout(F.relu(self.table(flat, offsets)), 0.3, self.training))


def train_bag(rows, labels, classes, epochs=8):
    torch.manual_seed(5)
    bag = Bag(classes)
    optimizer = torch.optim.Adam(bag.parameters(), 3e-3)
    for epoch in range(epochs):
        order = torch.randperm(len(rows)).tolist()
        for start in range(0, len(order), 512):
            part = order[start:start + 512]
            loss = F.cross_entropy(bag([rows[i] for i in part]), torch.tensor([labels[i] for i in part]))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        print("bag", epoch, float(loss.detach()), flush=True)
    return bag.eval()


@torch.no_grad()
def model_log_probabilities(model, tokenizer, texts, functions):
    out = np.zeros((len(texts), len(functions)), np.float32)
    rows = [[BOS] + asked(tokenizer, tokenizer.encode(t)) for t in texts]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    for start in range(0, len(order), 256):
        part = order[start:start + 256]
        width = max(len(rows[i]) for i in part)
        hidden = model(torch.tensor([rows[i] + [PAD] * (width - len(rows[i])) for i in part]))
        last = hidden[torch.arange(len(part)), torch.tensor([len(rows[i]) - 1 for i in part])]
        out[part] = model.logits(last, torch.tensor(functions)).log_softmax(-1).numpy()
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--checkpoint", default="actions.pt")
    parser.add_argument("--sure", type=float, default=0.8)
    options = parser.parse_args()
    banned = validation_texts(options.data)
    model, _ = load_model(os.path.join(options.build, options.checkpoint))
    tokenizer = Tokenizer.load(os.path.join(options.build, "tokenizer.json"))
    with open(os.path.join(HERE, "functions.json"), encoding="utf-8") as text:
        decoder = Decoder(model, tokenizer, json.load(text))
    ids = list(decoder.functions)
    names = [decoder.functions[i]["name"] for i in ids]

    labelled = [(normalise(e["turns"][0]["text"]), names.index(e["turns"][0]["calls"][0]["fn"]))
                for _, e in data_set_examples(Converter(options.data), random.Random(6), banned) if e["group"] in ("hwu64", "clinc150", "botframework")]
    known = {text for text, _ in labelled}
    read = read_labels()
    texts = sorted({normalise(r["text"]) for r in records(options.data, "text/slurp_lm") if int(r["id"].split("/")[1]) not in read} - known - banned)
    bag = train_bag([features(t) for t, _ in labelled], [label for _, label in labelled], len(names))
    with torch.no_grad():
        words = bag([features(t) for t in texts]).log_softmax(-1).numpy()
    deep = model_log_probabilities(model, tokenizer, texts, ids)
    probability = np.exp(0.75 * deep + 0.25 * words)
    probability /= probability.sum(1, keepdims=True)
    taken = 0
    with open(os.path.join(options.build, "pseudo.jsonl"), "w", encoding="utf-8") as out:
        for text, row, agree in zip(texts, probability, deep.argmax(1) == words.argmax(1)):
            if row.max() >= (options.sure if agree else 0.9):
                taken += 1
                turn = {"text": text.strip(), "calls": [{"fn": names[int(row.argmax())], "args": []}], "partial": True}
                out.write(json.dumps({"turns": [turn], "group": "unlabelled"}) + "\n")
    print(f"{taken} of {len(texts)} taken; the two agree on {(deep.argmax(1) == words.argmax(1)).mean():.3f}")


if __name__ == "__main__":
    main()
