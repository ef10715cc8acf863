"""Fits the weights of rag/retrieve/fusion.h. usage: fit.py WORDS.npy PIECES.json NAME=INDEX.db=FOLDER ..."""

import json
import sys

import numpy

sys.path.insert(0, "assets/training/embedding")
import pieces  # noqa: E402
from passages import from_index  # noqa: E402
from signs import Ranking  # noqa: E402

OWN = ("pairs", "coverage", "window", "near", "beside", "similarity", "length")
NAMES = OWN + ("wordsAround", "similarityAround")
BRIEF, LITTLE = 250, 0.1
SHIPPED = (0.8, 1.2, 0.2, 0.6, 0.9, 0.2, 0.05, 3.0, 1.2)
DISCOUNT = 1 / numpy.log2(numpy.arange(10) + 2)


def embedder(table, names):
    cut = pieces.Pieces(names)

    def embed(texts):
        sums = numpy.stack([table[cut.encode(text)].sum(0) for text in texts])
        return sums / (numpy.linalg.norm(sums, axis=1, keepdims=True) + 1e-9)
    return embed


def ndcg(signs, scores):
    best = numpy.argsort(-scores, kind="stable")[:10]
    gain = (DISCOUNT[:len(best)] * signs["relevant"][best]).sum()
    return gain / DISCOUNT[:min(10, signs["all"])].sum()


def score(signs, weights):
    signs["length"] = numpy.log(signs["bytes"] + 30) / 5
    need = numpy.exp(-signs["usual"] / BRIEF)
    need[need < LITTLE] = 0
    out = signs["words"] + sum(weight * signs[name] for name, weight in zip(OWN, weights))
    out += need * (weights[-2] * signs["wordsAround"] + weights[-1] * signs["similarityAround"])
    # Long passages of which everything is the same: as good as the best of them.
    said = numpy.stack([signs[name] for name in ("words", "pairs", "similarity", "bytes", "coverage", "window")], 1)
    _, group = numpy.unique(said, axis=0, return_inverse=True)
    best = numpy.full(group.max() + 1, -numpy.inf)
    numpy.maximum.at(best, group, out)
    return numpy.where((need > 0) | (signs["words"] <= 0), out, best[group])


def mean(questions, weights):
    return numpy.mean([ndcg(signs, score(signs, numpy.array(weights))) for signs in questions])


def fit(sets, rounds=2):
    """Climbs one weight after the other; collections count alike, each by its gain over BM25."""
    plain = [numpy.mean([ndcg(s, s["bm25"]) for s in questions]) for questions in sets]
    # Above a tenth more counts little: the easiest collection is not to decide for all.
    gain = lambda g: min(g, 0.1 + 0.2 * max(0.0, g - 0.1))
    worth = lambda w: numpy.mean([gain(mean(q, w) / p - 1) for q, p in zip(sets, plain)])
    weights, best = list(SHIPPED), worth(SHIPPED)
    for _ in range(rounds):
        for at in range(len(weights)):
            for change in (lambda x: 0, lambda x: x / 2, lambda x: x * 0.7, lambda x: x * 1.4,
                           lambda x: x * 2, lambda x: x + 0.05):
                tried = weights[:at] + [change(weights[at])] + weights[at + 1:]
                if (now := worth(tried)) > best + 1e-4:
                    best, weights = now, tried
    return weights


def main():
    embed = embedder(numpy.load(sys.argv[1]).astype(numpy.float32), json.load(open(sys.argv[2])))
    signs = {}
    for name, index, folder in (argument.split("=") for argument in sys.argv[3:]):
        passages = from_index(index, folder)
        ranking, step = Ranking(passages, embed), 3 if len(passages.texts) > 50000 else 1
        signs[name] = [ranking.signs(*question) for question in passages.questions[::step]]
        print(name, "BM25 %.4f" % numpy.mean([ndcg(s, s["bm25"]) for s in signs[name]]),
              "as shipped %.4f" % mean(signs[name], SHIPPED), flush=True)
    for left_out in [None] + list(signs):
        weights = fit([of for name, of in signs.items() if name != left_out])
        print("without", left_out, dict(zip(NAMES, numpy.round(weights, 3))),
              {name: round(mean(questions, weights), 4) for name, questions in signs.items()}, flush=True)


if __name__ == "__main__":
    main()
