"""Fits the weights of rag/retrieve/fusion.h. usage: fit.py WORDS.npy PIECES.json NAME=INDEX.db ..."""

import json
import sys

import numpy

sys.path.insert(0, "assets/training/embedding")
import pieces  # noqa: E402
from passages import from_headings, from_index  # noqa: E402
from signs import Ranking  # noqa: E402

NAMES = ("pairs", "coverage", "window", "similarity", "length", "wordsAround", "similarityAround")
BRIEF, REACH = 250, 1600
START = (0.4, 0.8, 0.2, 0.2, 0.05, 0.8, 1.0)
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
    words, similarity, mean_length = signs[REACH]
    own = numpy.stack([signs["pairs"], signs["coverage"], signs["window"], signs["similarity"],
                       numpy.log(signs["bytes"] + 30) / 5], 1) @ weights[:5]
    need = numpy.exp(-mean_length / BRIEF)
    return signs["words"] + own + need * (weights[5] * words + weights[6] * similarity)


def mean(questions, weights):
    return numpy.mean([ndcg(signs, score(signs, numpy.array(weights))) for signs in questions])


def fit(sets, rounds=2):
    """Climbs one weight after the other; collections count alike, each by its gain over BM25."""
    plain = [numpy.mean([ndcg(s, s["bm25"]) for s in questions]) for questions in sets]
    worth = lambda w: numpy.mean([mean(q, w) / p for q, p in zip(sets, plain)])
    weights, best = list(START), worth(START)
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
    sources = {"headings": from_headings(embed)}
    for name, index in (argument.split("=") for argument in sys.argv[3:]):
        sources[name] = from_index(index, name)
    signs = {}
    for name, passages in sources.items():
        ranking, step = Ranking(passages, embed), 3 if len(passages.texts) > 50000 else 1
        signs[name] = [ranking.signs(*question) for question in passages.questions[::step]]
        print(name, "BM25 %.4f" % numpy.mean([ndcg(s, s["bm25"]) for s in signs[name]]), flush=True)
    for chosen in [[name] for name in signs] + [list(signs)]:
        weights = fit([signs[name] for name in chosen])
        print("fitted on", " ".join(chosen), dict(zip(NAMES, numpy.round(weights, 3))),
              {name: round(mean(questions, weights), 4) for name, questions in signs.items()}, flush=True)


if __name__ == "__main__":
    main()
