"""Reads the data sets and gathers running text for the tokenizer, the embeddings and the language model.

usage: corpus.py --data ../shared/data --out BUILD   writes BUILD/tokenizer.json, requests.txt, embeddings.npy
"""
import argparse
import collections
import gzip
import json
import os

import numpy as np

from tokenizer import SPLIT, Tokenizer, control_tokens, normalise, train_merges

HERE = os.path.dirname(os.path.abspath(__file__))
ACTIONS = ["hwu64", "clinc150", "snips", "botframework", "homeassistant", "banking77", "sgd_turns",
           "taskmaster4_turns", "star_turns"]
REQUEST_TEXT = ["slurp_lm", "query_wellformedness", "nq_open", "common_voice"]
WIDE_TEXT = ["clinc_wiki", "wiki_split", "wordnet", "gnome_help", "us_gov", "openstax", "tweetsumm",
             "standard_ebooks", "self_instruct_human"]
VOCABULARY = 8192


def records(data, name):
    with gzip.open(os.path.join(data, name + ".jsonl.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def validation_texts(data):
    """Normalised texts of every validation split; none of them may be trained on."""
    return {normalise(r["text"]) for name in ACTIONS + ["slurp_devel"]
            for r in records(data, "actions/" + name) if r["split"] == "validation"}


def request_texts(data, banned):
    """Requests and request-like sentences, normalised, without validation texts."""
    for name in ACTIONS:
        for r in records(data, "actions/" + name):
            if r["split"] == "train":
                yield name, normalise(r["text"])
    for name in REQUEST_TEXT:
        for r in records(data, "text/" + name):
            yield name, normalise(r.get("question") or r["text"])


def wide_texts(data, limit=6_000_000):
    """Other running text, at most `limit` characters a source; words of a synset stand beside their gloss."""
    for name in WIDE_TEXT:
        used = 0
        for r in records(data, "text/" + name):
            text = r["text"]
            if name == "wordnet":
                text = " ".join(r["words"]) + " " + " ".join(r["words"]) + " : " + r["definition"]
            if name == "self_instruct_human":
                text = r["instruction"]
            for part in text.split("\n"):
                part = normalise(part)
                used += len(part)
                yield part
            if used > limit:
                break


def train_tokenizer(texts, functions):
    """texts: (weight, text) pairs."""
    words = collections.Counter()
    for weight, text in texts:
        for match in SPLIT.finditer(text):
            words[match.group()] += weight
    words = {w: n for w, n in words.items() if n > 2}
    control = control_tokens(functions)
    return Tokenizer(control, train_merges(words, VOCABULARY - len(control) - 256))


def embeddings(tokenizer, texts, dim, window=4):
    """Token vectors from the positive mutual information of neighbours, by a randomised SVD."""
    size = VOCABULARY
    count = np.zeros((size, size), np.float32)
    stream = []
    for text in texts:
        stream.extend(tokenizer.encode(text[:2000]))
        stream.append(0)
    ids = np.array(stream, np.int64)
    for step in range(1, window + 1):
        pair = ids[:-step] * size + ids[step:]
        key, n = np.unique(pair, return_counts=True)
        count.ravel()[key] += n / step
    count += count.T.copy()
    count[0, :] = count[:, 0] = 0
    row = np.maximum(count.sum(1, keepdims=True), 1.0)
    context = row.T ** 0.75
    pmi = np.log(np.maximum(count, 1e-9) / row * context.sum() / context)
    pmi[count == 0] = 0
    np.maximum(pmi, 0, out=pmi)
    rng = np.random.default_rng(7)
    basis = rng.standard_normal((size, dim + 32)).astype(np.float32)
    for _ in range(4):
        basis, _ = np.linalg.qr(pmi @ (pmi.T @ basis))
    u, s, _ = np.linalg.svd(basis.T @ pmi, full_matrices=False)
    vectors = (basis @ u)[:, :dim] * np.sqrt(s[:dim])
    return vectors.astype(np.float32)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--dim", type=int, default=256)
    options = parser.parse_args()
    os.makedirs(options.out, exist_ok=True)
    with open(os.path.join(HERE, "functions.json"), encoding="utf-8") as text:
        functions = json.load(text)
    banned = validation_texts(options.data)
    requests = [(name, text) for name, text in request_texts(options.data, banned) if text not in banned]
    wide = list(wide_texts(options.data))
    print(len(requests), "requests,", len(wide), "other lines", flush=True)
    core = {"hwu64", "clinc150", "snips", "botframework", "homeassistant", "slurp_lm"}
    tokenizer = train_tokenizer([(8 if n in core else 2, t) for n, t in requests] + [(1, t) for t in wide[::4]], functions)
    tokenizer.save(os.path.join(options.out, "tokenizer.json"))
    print("tokenizer", len(tokenizer.tokens), flush=True)
    with open(os.path.join(options.out, "requests.txt"), "w", encoding="utf-8") as out:
        for name, text in requests:
            out.write(f"{name}\t{text}\n")
    vectors = embeddings(tokenizer, [t for _, t in requests] + wide, options.dim)
    np.save(os.path.join(options.out, "embeddings.npy"), vectors)
    word = lambda w: tokenizer.encode(" " + w)[0]
    unit = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    for probe in ("alarm", "sister", "delete", "tomorrow", "lights"):
        near = np.argsort(-(unit @ unit[word(probe)]))[1:8]
        print(probe, "~", [tokenizer.decode([i]) for i in near], flush=True)


if __name__ == "__main__":
    main()
