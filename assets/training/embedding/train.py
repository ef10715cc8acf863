"""Static embedding of pieces: the vector of a text is the sum of its pieces' vectors, at length 1.

Trained so that a query lies nearer to its passage than to the other passages of the batch (InfoNCE, van den Oord et
al. 2018). What a piece weighs is the length of its vector; it begins as SIF has it (Arora et al. 2017). The gradient
is written out: a sum of rows needs no graph, and sparse products of SciPy take a third of the time. It counts steps,
not minutes, and gives the same on every machine but for rounding.
"""
import argparse
import os

import numpy as np
import scipy.sparse

SHARES = {"cloze": 1.5, "title": 2.0, "next": 0.5, "gloss": 0.2, "synonym": 0.2, "example": 0.2, "answer": 3.0,
          "wording": 1.0, "summary": 1.0}


class Pairs:
    def __init__(self, path, size):
        data = np.load(path)
        self.q, self.qo, self.p, self.po = data["q"], data["qo"], data["p"], data["po"]
        self.counts, self.size = data["counts"], size
        weight = np.array([SHARES[kind] for kind in data["kinds"]])
        self.chance = np.cumsum(weight / weight.sum())

    def bag(self, flat, offsets, which):
        """[texts, pieces]: how often each piece stands in each text."""
        columns = np.concatenate([flat[offsets[i]:offsets[i + 1]] for i in which])
        rows = np.concatenate([[0], np.cumsum(offsets[which + 1] - offsets[which])])
        return scipy.sparse.csr_matrix((np.ones(len(columns), np.float32), columns, rows), (len(which), self.size))

    def batch(self, rng, size):
        which = np.minimum(np.searchsorted(self.chance, rng.random(size)), len(self.chance) - 1)
        return self.bag(self.q, self.qo, which), self.bag(self.p, self.po, which)


def normalized(sums):
    length = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-6
    return sums / length, length


def back_through_length(vectors, length, gradient):
    return (gradient - vectors * (vectors * gradient).sum(1, keepdims=True)) / length


def softmax(scores):
    e = np.exp(scores - scores.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def step_gradient(table, query, passage, temperature):
    """(loss, gradient of the table)."""
    q, q_length = normalized(query @ table)
    p, p_length = normalized(passage @ table)
    scores = q @ p.T / temperature
    there, back = softmax(scores), softmax(scores.T).T
    size = len(scores)
    loss = -(np.log(there.diagonal() + 1e-12).mean() + np.log(back.diagonal() + 1e-12).mean()) / 2
    wrong = (there + back) / (2 * size * temperature)
    wrong[np.arange(size), np.arange(size)] -= 1 / (size * temperature)
    return loss, (query.T.tocsr() @ back_through_length(q, q_length, wrong @ p) +
                  passage.T.tocsr() @ back_through_length(p, p_length, wrong.T @ q))


class Adam:
    """Rows without a gradient stay as they are: rare pieces keep their pace (SparseAdam)."""

    def __init__(self, shape):
        self.mean, self.square, self.steps = np.zeros(shape, np.float32), np.zeros(shape, np.float32), 0

    def apply(self, table, gradient, rate):
        self.steps += 1
        rows = np.flatnonzero(np.abs(gradient).max(1))
        g = gradient[rows]
        mean = self.mean[rows] * 0.9 + g * 0.1
        square = self.square[rows] * 0.999 + g * g * 0.001
        self.mean[rows], self.square[rows] = mean, square
        scale = np.sqrt(1 - 0.999**self.steps) / (1 - 0.9**self.steps)
        table[rows] -= (rate * scale * mean / (np.sqrt(square) + 1e-8)).astype(np.float32)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--pairs", default="pairs.npz")
    parser.add_argument("--steps", type=int, default=650)
    parser.add_argument("--batch", type=int, default=1024)
    parser.add_argument("--rate", type=float, default=5e-3)
    parser.add_argument("--temperature", type=float, default=0.05)
    parser.add_argument("--sif", type=float, default=1e-3)
    parser.add_argument("--out", default="vectors.npy")
    a = parser.parse_args()
    rng = np.random.default_rng(1)
    table = np.load(os.path.join(a.build, "first.npy")).astype(np.float32)
    pairs = Pairs(os.path.join(a.build, a.pairs), len(table))
    chance = pairs.counts / pairs.counts.sum()
    table *= (a.sif / (a.sif + chance))[:, None].astype(np.float32)
    adam, shown = Adam(table.shape), []
    for step in range(a.steps):
        loss, gradient = step_gradient(table, *pairs.batch(rng, a.batch), a.temperature)
        adam.apply(table, gradient, a.rate * min(1, step / 50) * (1 - step / a.steps))
        shown.append(loss)
        if (step + 1) % 100 == 0:
            print(step + 1, round(float(np.mean(shown)), 4), flush=True)
            shown = []
    np.save(os.path.join(a.build, a.out), table)


if __name__ == "__main__":
    main()
