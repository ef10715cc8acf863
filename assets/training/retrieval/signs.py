"""What speaks for a passage, as rag/store/word_ranking.cpp and rag/retrieve/fusion.cpp count it."""

import collections
import math
import re

import numpy

from passages import stems

REACHES = (800, 1600, 3200)


def word_list(name):
    with open("rag/store/word_query.cpp", encoding="utf-8") as file:
        return set(re.findall(r'"([^"\s]+)"', file.read().split(name + "[]")[1].split("};")[0]))


COMMON, FRAMING = word_list("kCommon"), word_list("kFraming")


class Ranking:
    def __init__(self, passages, embed):
        self.p, self.embed = passages, embed
        self.tokens = stems(passages.texts)
        self.words = numpy.array([len(t) for t in self.tokens], float)
        found = collections.defaultdict(list)
        for row, tokens in enumerate(self.tokens):
            for term, times in collections.Counter(tokens).items():
                found[term].append((row, times))
        self.found = {term: (numpy.array([r for r, _ in rows]), numpy.array([t for _, t in rows], float))
                      for term, rows in found.items()}

    def terms(self, question):
        """Stems, whether they only frame the question, and which follow each other in it."""
        words = re.findall(r"[^\W_]+", question.lower())
        only_common = all(word in COMMON for word in words)
        framing, pairs, before = {}, set(), None
        for word, stem in zip(words, stems(words)):
            if not stem or (word in COMMON and not only_common):
                before = None
                continue
            framing.setdefault(stem[0], word in FRAMING)
            if before is not None:
                pairs.add((before, stem[0]))
            before = stem[0]
        return framing, pairs

    def within(self, term, first, last):
        rows, times = self.found.get(term, (numpy.zeros(0, int), numpy.zeros(0)))
        a, z = numpy.searchsorted(rows, [first, last])
        return rows[a:z] - first, times[a:z]

    def evidence(self, tokens, weight):
        """Coverage, and the best window of 24 words."""
        places = [(at, term) for at, term in enumerate(tokens) if term in weight]
        best = held = first = 0
        inside = collections.Counter()
        for at, term in places:
            held += weight[term] if inside[term] == 0 else 0
            inside[term] += 1
            while at - places[first][0] >= 24:
                gone = places[first][1]
                inside[gone] -= 1
                held -= weight[gone] if inside[gone] == 0 else 0
                first += 1
            best = max(best, held)
        every = sum(weight.values())
        return sum(weight[term] for term in {term for _, term in places}) / every, best / every

    def signs(self, question, bounds, relevant):
        first, last = bounds
        count = last - first
        framing, pairs = self.terms(question)
        norm = 1.2 * (0.25 + 0.75 * self.words[first:last] / self.words[first:last].mean())
        rarity = lambda n: math.log(1 + (count - n + 0.5) / (n + 0.5))
        plain, topic, beside, weight = numpy.zeros(count), numpy.zeros(count), numpy.zeros(count), {}
        for term, frames in framing.items():
            rows, times = self.within(term, first, last)
            weight[term] = rarity(len(rows))
            points = weight[term] * times * 2.2 / (times + norm[rows])
            plain[rows] += points
            topic[rows] += points * (0.25 if frames and not all(framing.values()) else 1)
        for one, two in pairs:
            hits = []
            for row in set(self.within(one, first, last)[0]) & set(self.within(two, first, last)[0]):
                tokens = self.tokens[first + row]
                times = sum(a == one and b == two for a, b in zip(tokens, tokens[1:]))
                hits += [(row, times)] if times else []
            for row, times in hits:
                beside[row] += rarity(len(hits)) * times * 2.2 / (times + norm[row])
        cosine = self.p.vectors[first:last] @ self.embed([question])[0]
        pool = numpy.arange(count)
        if count > 2000:
            pool = numpy.union1d(numpy.argsort(-(topic + beside))[:200], numpy.argsort(-cosine)[:100])
        share = 1 / max(topic.max(), 1e-9)
        evidence = numpy.array([self.evidence(self.tokens[first + row], weight) for row in pool])
        out = {"bm25": plain[pool], "words": topic[pool] * share, "pairs": beside[pool] * share,
               "coverage": evidence[:, 0], "window": evidence[:, 1], "similarity": cosine[pool].clip(0, 1),
               "bytes": self.p.length[first:last][pool],
               "relevant": numpy.array([first + row in relevant for row in pool]), "all": len(relevant)}
        for reach in REACHES:
            out[reach] = around(out, self.p.document[first:last][pool], self.p.middle[first:last][pool], reach)
        return out


def around(signs, document, middle, reach):
    """The words around, their share of the best; the mean similarity around; the mean length with its own."""
    order = numpy.lexsort((middle, document))
    length = signs["bytes"]
    parts = numpy.stack([signs["words"], signs["similarity"] * length, length, numpy.ones(len(order))], 1)
    sums = numpy.zeros_like(parts)
    for sequence in (order, order[::-1]):
        so = numpy.zeros(4)
        for before, now in zip(sequence, sequence[1:]):
            if document[before] != document[now]:
                so = numpy.zeros(4)
                continue
            so = (so + parts[before]) * math.exp(-abs(middle[now] - middle[before]) / reach)
            sums[now] += so
    return (sums[:, 0] / max(sums[:, 0].max(), 1e-9), sums[:, 1] / numpy.maximum(sums[:, 2], 1),
            (sums[:, 2] + length) / (sums[:, 3] + 1))
