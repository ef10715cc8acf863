"""Trains the action model; runs on PyTorch 1.13 and 2.x, on a CPU (bf16 matrices) or a GPU.

usage: train.py --build BUILD --phase language --minutes 12      first: language model on request-like text
       train.py --build BUILD --phase actions --minutes 75       then: requests -> calls, from the language phase

The learning rate follows the clock, so a phase ends when its minutes are used. It resumes from
BUILD/PHASE.pt, and reads BUILD/actions.jsonl again when that file has changed.
"""
import argparse
import copy
import json
import os
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from evaluate import load_gguf
from examples import Encoder, LANGUAGE_WEIGHT, TEXT, read_examples
from model import Llama, Shape
from tokenizer import AGAIN, ASSISTANT, BOS, PAD, USER, Tokenizer

HERE = os.path.dirname(os.path.abspath(__file__))
WORD_DROP, LANGUAGE_SHARE, LABEL_WEIGHT = 0.1, 0.2, 0.15
# How often an epoch takes an example of each group.
SHARES_FILE = os.path.join(HERE, "shares.json")


class Labels:
    """The labels of the data sets themselves, finer than our functions: a second target that only training knows.

    A label competes with the others of its source alone: what came from where is nothing to learn."""

    def __init__(self):
        with open(os.path.join(HERE, "label_map.json"), encoding="utf-8") as text:
            known = json.load(text)["labels"]
        names = [(source, label) for source in sorted(known) if source != "sgd" for label in sorted(known[source])]
        self.of = {name: i for i, name in enumerate(names)}
        sources = torch.tensor([sorted(known).index(source) for source, _ in names])
        self.others = sources[:, None] != sources[None, :]

    def find(self, example):
        return self.of.get((example.get("source"), example.get("intent")), -1)


class Source:
    """Endless batches of (tokens, targets' weights, keep, labels) from encoded sequences."""

    def __init__(self, options):
        self.options, self.rng = options, random.Random(options.seed)
        self.tokenizer = Tokenizer.load(os.path.join(options.build, "tokenizer.json"))
        self.stamp, self.groups, self.labels = None, {}, Labels()

    def load(self):
        o = self.options
        if o.phase == "language":
            if not self.groups:
                with open(os.path.join(o.build, "requests.txt"), encoding="utf-8") as lines:
                    rows = [line.rstrip("\n").split("\t", 1)[1] for line in lines]
                self.groups = {"text": [self.text_row(t) for t in rows]}
            return
        path = os.path.join(o.build, "actions.jsonl")
        stamp = os.path.getmtime(path)
        if stamp == self.stamp:
            return
        with open(os.path.join(HERE, "functions.json"), encoding="utf-8") as text:
            encoder = Encoder(self.tokenizer, json.load(text))
        groups, lost = {}, 0
        for example in read_examples(path):
            row = encoder.encode(example)
            lost += row is None
            if row is not None and len(row[0]) <= 160:
                arrays = [np.array(c, t) for c, t in zip(row, (np.int16, np.float32, np.int8, np.int16))]
                groups.setdefault(example["group"], []).append((*arrays, self.labels.find(example)))
        self.stamp, self.groups = stamp, groups
        print("loaded", {g: len(r) for g, r in groups.items()}, "unusable", lost, flush=True)

    def text_row(self, text):
        ids = [BOS, USER] + self.tokenizer.encode(text)[:60]
        return np.array(ids, np.int16), np.array([0.0, 0.0] + [1.0] * (len(ids) - 2), np.float32), np.zeros(len(ids), np.int8), np.arange(len(ids)), -1

    def epoch(self):
        self.load()
        with open(SHARES_FILE, encoding="utf-8") as text:
            shares = json.load(text)
        rows = []
        for group, members in self.groups.items():
            share = shares.get(group, 1.0)
            rows += members * int(share)
            rows += self.rng.sample(members, int(len(members) * (share - int(share))))
        self.rng.shuffle(rows)
        return rows

    def batches(self):
        while True:
            rows = self.epoch()
            print("epoch of", len(rows), flush=True)
            for start in range(0, len(rows), 6000):
                chunk = sorted(rows[start:start + 6000], key=lambda r: len(r[0]))
                cuts, first = [], 0
                for i in range(1, len(chunk) + 1):
                    if i == len(chunk) or len(chunk[i][0]) * (i + 1 - first) > self.options.batch:
                        cuts.append(chunk[first:i])
                        first = i
                self.rng.shuffle(cuts)
                for cut in cuts:
                    yield self.collate(cut)

    def collate(self, rows):
        length = max(len(r[0]) for r in rows)
        ids = np.full((len(rows), length), PAD, np.int64)
        weights, keep = np.zeros((len(rows), length), np.float32), np.ones((len(rows), length), np.float32)
        for i, (row, weight, kind, twin, _) in enumerate(rows):
            n = len(row)
            ids[i, :n], weights[i, :n] = row, weight
            if self.options.phase == "actions":
                drop = (np.random.rand(n) < WORD_DROP) & (kind == TEXT)
                keep[i, :n][drop[twin]] = 0
                if self.rng.random() > LANGUAGE_SHARE:
                    weights[i, :n][weight == np.float32(LANGUAGE_WEIGHT)] = 0
        return torch.from_numpy(ids), torch.from_numpy(weights), torch.from_numpy(keep), torch.tensor([r[4] for r in rows])


class Trained(torch.nn.Module):
    """The network, and the second target beside it."""

    def __init__(self, llama, labels):
        super().__init__()
        self.llama, self.head = llama, torch.nn.Linear(llama.shape.dim, len(labels.of))
        self.register_buffer("others", labels.others, persistent=False)

    def label_loss(self, hidden, tokens, labels):
        """Cross entropy of the labels at the end of the first request; hidden [batch, length, dim]."""
        rows = (labels >= 0).nonzero().flatten()
        if not len(rows):
            return hidden.new_zeros(())
        at = (tokens[rows, :-1] == ASSISTANT).float().argmax(1)
        scores = self.head(hidden[rows, at]).float()
        return F.cross_entropy(scores.masked_fill(self.others[labels[rows]], -1e4), labels[rows])


def build_model(options, device):
    tokenizer = Tokenizer.load(os.path.join(options.build, "tokenizer.json"))
    shape = Shape(vocab=len(tokenizer.tokens), dim=options.dim, layers=options.layers, ffn=options.ffn)
    model = Llama(shape, options.drop)
    vectors = torch.from_numpy(np.load(os.path.join(options.build, "embeddings.npy")))
    with torch.no_grad():
        model.token_embd.weight += vectors / vectors.std() * 0.03
    path = os.path.join(options.build, options.start)
    if options.phase == "actions":
        if not os.path.exists(path):
            raise SystemExit(f"{path} is not there: run the phase language first, or name another start")
        model.load_state_dict(load_gguf(path)[0].state_dict() if path.endswith(".gguf") else torch.load(path, map_location="cpu")["average"])
    if options.phase == "actions" and options.start == "language.pt":
        with torch.no_grad():  # what the language phase has not seen begins as what is most like it
            model.token_embd.weight[tokenizer.id[AGAIN]] = model.token_embd.weight[USER]
    return model.to(device)


def learning_rate(options, progress):
    warm = 0.03
    if progress < warm:
        return options.rate * (progress + 1e-3) / warm
    left = max(0.0, 1 - (progress - warm) / (1 - warm))
    return options.rate * (0.02 + 0.98 * left)


def step_loss(trained, batch, device):
    model = trained.llama
    tokens, weights, keep, labels = (t.to(device) for t in batch)
    with torch.autocast(device.type, dtype=torch.bfloat16):
        hidden = model(tokens[:, :-1], keep[:, :-1])
        chosen = weights[:, 1:] > 0
        # The softmax runs over the tokens of this batch: decoding only ever chooses among tokens of the request.
        rows, target = torch.unique(torch.cat((tokens[:, 1:][chosen], tokens.flatten(), torch.arange(256, device=device))), return_inverse=True)
        logits = model.logits(hidden[chosen], rows)
        second = trained.label_loss(hidden, tokens, labels)
    loss = F.cross_entropy(logits.float(), target[:int(chosen.sum())], reduction="none")
    weight = weights[:, 1:][chosen]
    return (loss * weight).sum() / weight.sum() + LABEL_WEIGHT * second


def save(path, trained, average, optimizer, state):
    model = trained.llama
    torch.save({"model": model.state_dict(), "head": trained.head.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(),
                "shape": model.shape.as_dict(), **state}, path + ".new")
    os.replace(path + ".new", path)


def train(options):
    torch.manual_seed(options.seed)
    np.random.seed(options.seed)
    torch.set_num_threads(options.threads)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = build_model(options, device)
    average = copy.deepcopy(model).eval()
    source = Source(options)
    trained = Trained(model, source.labels).to(device)
    decay = [p for p in trained.parameters() if p.ndim > 1]
    plain = [p for p in trained.parameters() if p.ndim == 1]
    optimizer = torch.optim.AdamW([{"params": decay, "weight_decay": 0.05}, {"params": plain, "weight_decay": 0.0}],
                                  lr=options.rate, betas=(0.9, 0.98), foreach=True)
    path = os.path.join(options.build, options.phase + ".pt")
    state = {"elapsed": 0.0, "steps": 0, "seen": 0}
    if os.path.exists(path):
        stored = torch.load(path, map_location="cpu")
        model.load_state_dict(stored["model"])
        trained.head.load_state_dict(stored["head"])
        average.load_state_dict(stored["average"])
        optimizer.load_state_dict(stored["optimizer"])
        state = {key: stored[key] for key in state}
    run(options, device, source, trained, average, optimizer, state, path)


def run(options, device, source, trained, average, optimizer, state, path):
    model = trained.llama
    trained.train()
    last, saved, losses = time.time(), time.time(), []
    for batch in source.batches():
        progress = state["elapsed"] / (60 * options.minutes)
        if progress >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(options, progress)
        loss = step_loss(trained, batch, device)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(trained.parameters(), 1.0)
        optimizer.step()
        with torch.no_grad():
            rate = min(0.998, (1 + state["steps"]) / (10 + state["steps"]))
            torch._foreach_mul_(list(average.parameters()), rate)
            torch._foreach_add_(list(average.parameters()), list(model.parameters()), alpha=1 - rate)
        losses.append(float(loss))
        now = time.time()
        state["elapsed"] += now - last
        last = now
        state["steps"] += 1
        state["seen"] += int((batch[0] != PAD).sum())
        if state["steps"] % 50 == 0:
            print(f"step {state['steps']} minutes {state['elapsed'] / 60:.1f} loss {np.mean(losses[-50:]):.4f} "
                  f"tokens {state['seen']} per second {state['seen'] / state['elapsed']:.0f}", flush=True)
        if now - saved > 120:
            save(path, trained, average, optimizer, state)
            saved = now
    save(path, trained, average, optimizer, state)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True)
    parser.add_argument("--phase", choices=["language", "actions"], required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--start", default="language.pt", help="what the phase actions begins with: a checkpoint in BUILD, or the path of an exported file")
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--batch", type=int, default=4096, help="tokens a step, padding included")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--drop", type=float, default=0.1)
    parser.add_argument("--dim", type=int, default=256)
    parser.add_argument("--layers", type=int, default=8)
    parser.add_argument("--ffn", type=int, default=640)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
