"""Static embedding of pieces: the vector of a text is the sum of its pieces' vectors, at length 1.

Trained so that a query lies nearer to its passage than to the other passages of the batch (InfoNCE, van den Oord et
al. 2018). What a piece weighs is the length of its vector; it begins as SIF has it (Arora et al. 2017).
"""
import argparse
import os
import time

import numpy as np
import torch
import torch.nn.functional as F

SHARES = {"cloze": 1.5, "title": 2.0, "next": 0.5, "gloss": 0.2, "synonym": 0.2, "example": 0.2, "answer": 3.0,
          "wording": 1.0, "summary": 1.0}


class Pairs:
    def __init__(self, path):
        data = np.load(path)
        self.q, self.qo, self.p, self.po = data["q"], data["qo"], data["p"], data["po"]
        self.kinds, self.counts = data["kinds"], data["counts"]
        weight = np.array([SHARES[k] for k in self.kinds])
        self.chance = np.cumsum(weight / weight.sum())

    def bag(self, flat, offsets, which):
        rows = [flat[offsets[i]:offsets[i + 1]] for i in which]
        starts = np.cumsum([0] + [len(r) for r in rows[:-1]])
        return torch.from_numpy(np.concatenate(rows).astype(np.int64)), torch.from_numpy(starts)

    def batch(self, rng, size):
        which = np.searchsorted(self.chance, rng.random(size))
        which = np.minimum(which, len(self.kinds) - 1)
        return self.bag(self.q, self.qo, which), self.bag(self.p, self.po, which)


def texts(weight, bag):
    return F.normalize(F.embedding_bag(bag[0], weight, bag[1], mode="sum", sparse=True), dim=1, eps=1e-6)


def loss_of(weight, pairs, rng, size, temperature):
    query, passage = pairs.batch(rng, size)
    scores = texts(weight, query) @ texts(weight, passage).T / temperature
    right = torch.arange(size)
    return (F.cross_entropy(scores, right) + F.cross_entropy(scores.T, right)) / 2


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--temperature", type=float, default=0.05)
    parser.add_argument("--sif", type=float, default=1e-3)
    parser.add_argument("--out", default="vectors.npy")
    a = parser.parse_args()
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    pairs = Pairs(os.path.join(a.build, "pairs.npz"))
    first = np.load(os.path.join(a.build, "first.npy"))
    chance = pairs.counts / pairs.counts.sum()
    weight = torch.nn.Parameter(torch.from_numpy(first * (a.sif / (a.sif + chance))[:, None].astype(np.float32)))
    optimizer = torch.optim.SparseAdam([weight], lr=a.rate)
    begin, step, shown = time.time(), 0, []
    while (done := (time.time() - begin) / 60 / a.minutes) < 1:
        for group in optimizer.param_groups:
            group["lr"] = a.rate * min(1, step / 50) * (1 - done)
        loss = loss_of(weight, pairs, rng, a.batch, a.temperature)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        shown.append(loss.item())
        step += 1
        if step % 100 == 0:
            print(step, round(float(np.mean(shown)), 4), f"{done:.2f}", flush=True)
            shown = []
    np.save(os.path.join(a.build, a.out), weight.detach().numpy())


if __name__ == "__main__":
    main()
