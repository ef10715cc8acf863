"""What speaks for a passage, as rag/store/word_ranking.cpp and rag/retrieve/fusion.cpp count it."""

import collections
import math
import re

import numpy

from passages import stems

REACH, NEAR, WINDOW = 1600, 8, 24


def word_list(name):
    with open("rag/store/word_query.cpp", encoding="utf-8") as file:
        return set(re.findall(r'"([^"\s]+)"', file.read().split(name + "[]")[1].split("};")[0]))


COMMON, FRAMING = word_list("kCommon"), word_list("kFraming")


class Ranking:
    def __init__(self, passages, embed):
        self.p, self.embed = passages, embed
        self.tokens = stems(passages.texts)
        self.words = numpy.array([len(t) for t in self.tokens], float)
        mean = numpy.bincount(passages.document, passages.length) / numpy.maximum(1, numpy.bincount(passages.document))
        self.usual = mean[passages.document]
        found = collections.defaultdict(list)
        for row, tokens in enumerate(self.tokens):
            for term, times in collections.Counter(tokens).items():
                found[term].append((row, times))
        self.found = {term: (numpy.array([r for r, _ in rows]), numpy.array([t for _, t in rows], float))
                      for term, rows in found.items()}

    def terms(self, question):
        """Stems, whether they only frame the question, which stand beside each other in it, and which follow each
        other past common words."""
        words = re.findall(r"[^\W_]+", question.lower())
        only_common = all(word in COMMON for word in words)
        framing, pairs, following, before, last = {}, set(), set(), None, None
        for word, stem in zip(words, stems(words)):
            if not stem or (word in COMMON and not only_common):
                before = None
                continue
            framing.setdefault(stem[0], word in FRAMING)
            if before is not None:
                pairs.add((before, stem[0]))
            if last is not None and last != stem[0]:
                following.add((last, stem[0]))
            before = last = stem[0]
        return framing, pairs, following

    def within(self, term, first, last):
        rows, times = self.found.get(term, (numpy.zeros(0, int), numpy.zeros(0)))
        a, z = numpy.searchsorted(rows, [first, last])
        return rows[a:z] - first, times[a:z]

    def evidence(self, tokens, weight, following):
        """Coverage, the best window, and words near the one that follows in the question."""
        places = [(at, term) for at, term in enumerate(tokens) if term in weight]
        best = held = first = 0
        inside = collections.Counter()
        for at, term in places:
            held += weight[term] if inside[term] == 0 else 0
            inside[term] += 1
            while at - places[first][0] >= WINDOW:
                gone = places[first][1]
                inside[gone] -= 1
                held -= weight[gone] if inside[gone] == 0 else 0
                first += 1
            best = max(best, held)
        every = sum(weight.values())
        at = collections.defaultdict(list)
        for place, term in places:
            at[term].append(place)
        near = sum(min(weight[a], weight[b]) for a, b in following
                   if any(abs(x - y) <= NEAR for x in at.get(a, ()) for y in at.get(b, ())))
        return sum(weight[term] for term in at) / every, best / every, near / every

    def signs(self, question, bounds, relevant):
        first, last = bounds
        count = last - first
        framing, pairs, following = self.terms(question)
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
        evidence = numpy.array([self.evidence(self.tokens[first + row], weight, following) for row in pool])
        out = {"bm25": plain[pool], "words": topic[pool] * share, "pairs": beside[pool] * share,
               "coverage": evidence[:, 0], "window": evidence[:, 1],
               "near": evidence[:, 2], "beside": self.beside(topic, first, last)[pool] * share, "similarity": cosine[pool].clip(0, 1),
               "bytes": self.p.length[first:last][pool], "usual": self.usual[first:last][pool],
               "relevant": numpy.array([first + row in relevant for row in pool]), "all": len(relevant)}
        out["wordsAround"], out["similarityAround"] = around(
            out, self.p.document[first:last][pool], self.p.middle[first:last][pool], REACH)
        return out

    def beside(self, topic, first, last):
        """The words of the better of the passages before and behind."""
        same = self.p.document[first + 1:last] == self.p.document[first:last - 1]
        before, behind = numpy.zeros(len(topic)), numpy.zeros(len(topic))
        before[1:], behind[:-1] = topic[:-1] * same, topic[1:] * same
        return numpy.maximum(before, behind)


def around(signs, document, middle, reach):
    """The words around and of the passage itself, their share of the best; the mean similarity around."""
    order = numpy.lexsort((middle, document))
    length = signs["bytes"]
    parts = numpy.stack([signs["words"], signs["similarity"] * length, length], 1)
    sums = numpy.zeros_like(parts)
    for sequence in (order, order[::-1]):
        so = numpy.zeros(3)
        for before, now in zip(sequence, sequence[1:]):
            if document[before] != document[now]:
                so = numpy.zeros(3)
                continue
            so = (so + parts[before]) * math.exp(-abs(middle[now] - middle[before]) / reach)
            sums[now] += so
    words = sums[:, 0] + signs["words"]
    return words / max(words.max(), 1e-9), sums[:, 1] / numpy.maximum(sums[:, 2], 1)
