"""Vocabulary, first vectors (PPMI, SVD) and pairs: what train.py starts from."""
import argparse
import collections
import json
import os

import numpy as np
import scipy.sparse
import scipy.sparse.linalg

import pairs
import pieces
from texts import all_texts


def neighbourhood(ids, size, window=5):
    """[size, size] counts of pieces near each other, nearer ones counting more; ids has -1 between texts."""
    total = scipy.sparse.csr_matrix((size, size), dtype=np.float32)
    for block in np.array_split(ids, max(1, len(ids) // 2_000_000)):
        for distance in range(1, window + 1):
            a, b = block[:-distance], block[distance:]
            keep = (a >= 0) & (b >= 0)
            counts = np.full(int(keep.sum()), 1 / distance, np.float32)
            total = total + scipy.sparse.coo_matrix((counts, (a[keep], b[keep])), (size, size)).tocsr()
    return total + total.T


def ppmi(counts, shift=1.0, smooth=0.75):
    rows = np.asarray(counts.sum(1)).ravel() + 1e-9
    columns = rows**smooth
    columns /= columns.sum()
    table = counts.tocoo()
    values = np.log(table.data / rows[table.row] / columns[table.col]) - np.log(shift)
    keep = values > 0
    return scipy.sparse.csr_matrix((values[keep], (table.row[keep], table.col[keep])), counts.shape)


def first_vectors(ids, size, width):
    u, s, _ = scipy.sparse.linalg.svds(ppmi(neighbourhood(ids, size)), width)
    vectors = u * np.sqrt(s)
    return (vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)).astype(np.float32)


def flat(lists):
    offsets = np.cumsum([0] + [len(x) for x in lists])
    return np.concatenate([np.asarray(x, np.int32) for x in lists]), offsets


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--size", type=int, default=30000)
    parser.add_argument("--width", type=int, default=256)
    parser.add_argument("--rounds", type=int, default=3, help="times the running text is cut into pairs anew")
    a = parser.parse_args()
    os.makedirs(a.out, exist_ok=True)
    texts = list(all_texts(a.data))
    names = pieces.train(pieces.count_words(texts), a.size)
    cutter = pieces.Pieces(names)
    with open(os.path.join(a.out, "pieces.json"), "w") as out:
        json.dump(names, out)
    encoded = [np.asarray(cutter.encode(t) + [-1], np.int32) for t in texts]
    ids = np.concatenate(encoded)
    counts = np.bincount(ids[ids >= 0], minlength=len(names))
    print(len(names), "pieces,", len(ids), "tokens,", int(counts[pieces.UNKNOWN]), "unknown", flush=True)
    kinds, queries, passages = [], [], []
    for round_ in range(a.rounds):
        for kind, q, p in pairs.mined(a.data, cutter, round_):
            kinds.append(kind), queries.append(q), passages.append(p)
    print(collections.Counter(kinds), flush=True)
    q, qo = flat(queries)
    p, po = flat(passages)
    np.savez(os.path.join(a.out, "pairs.npz"), kinds=np.array(kinds), q=q, qo=qo, p=p, po=po, counts=counts)
    np.save(os.path.join(a.out, "first.npy"), first_vectors(ids, len(names), a.width))


if __name__ == "__main__":
    main()
