"""Shows what `hearth.write_threshold` costs and saves, on training data that training left out.

usage: calibrate.py --data ../shared/data --build BUILD
Sentences and questions that ask for nothing, of which an epoch takes a part only, and first turns of dialogues that
ask for something; those in actions.jsonl are left out.
"""
import argparse
import json
import os
import random

import numpy as np

from corpus import records, validation_texts
from evaluate import load_model
from examples import read_examples
from pseudo import model_log_probabilities
from sources import Converter, load
from tokenizer import Tokenizer, normalise

HERE = os.path.dirname(os.path.abspath(__file__))


def left_out(data, seen):
    """(texts that ask for nothing, [(text, right functions)] of requests)"""
    idle = [r["text"] for name in ("common_voice", "tweetsumm", "query_wellformedness") for r in records(data, "text/" + name)]
    idle += [turn["text"] for r in records(data, "dialogue/topicalchat") if r["split"] == "train" for turn in r["turns"][:6]]
    converter = Converter(data)
    asking = [(r["text"], converter.label(r)[1]) for r in load(data, "sgd_turns", "train") if r["prev"] == "" and len(r["frames"]) == 1]
    asking += [(r["text"], converter.label(r)[1]) for r in load(data, "banking77", "train")]
    fresh = lambda text: len(text) < 120 and normalise(text) not in seen
    return [t for t in idle if fresh(t)], [(t, a) for t, a in asking if fresh(t) and a]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--build", required=True)
    parser.add_argument("--checkpoint", default="actions.pt")
    options = parser.parse_args()
    seen = {normalise(turn["text"]) for e in read_examples(os.path.join(options.build, "actions.jsonl")) for turn in e["turns"]}
    idle, asking = left_out(options.data, seen | validation_texts(options.data))
    rng = random.Random(7)
    idle, asking = rng.sample(idle, min(3000, len(idle))), rng.sample(asking, min(2000, len(asking)))
    with open(os.path.join(HERE, "functions.json"), encoding="utf-8") as text:
        functions = json.load(text)["functions"]
    tokenizer = Tokenizer.load(os.path.join(options.build, "tokenizer.json"))
    model, _ = load_model(os.path.join(options.build, options.checkpoint))
    ids = [tokenizer.id[f"<fn:{f['name']}>"] for f in functions]
    writes = np.array([f["writes"] for f in functions])

    def chosen(texts, threshold):
        sure = np.exp(texts)
        return np.where(~writes | (sure[:, writes].sum(1, keepdims=True) >= threshold), sure, -1).argmax(1)
    quiet = model_log_probabilities(model, tokenizer, [normalise(t) for t in idle], ids)
    loud = model_log_probabilities(model, tokenizer, [normalise(t) for t, _ in asking], ids)
    print(len(idle), "that ask for nothing,", len(asking), "that ask for something")
    for threshold in (0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9):
        right = np.mean([functions[k]["name"] in accept for k, (_, accept) in zip(chosen(loud, threshold), asking)])
        print(f"threshold {threshold}: a writing function on {100 * writes[chosen(quiet, threshold)].mean():.2f} % of the first, right on {100 * right:.2f} % of the others")


if __name__ == "__main__":
    main()
