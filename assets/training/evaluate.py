"""Measures a checkpoint on the validation splits, as `hearth eval actions` measures the product.

usage: evaluate.py --data ../shared/data --build BUILD [--sets snips hwu64 ...] [--limit N] [--errors 20]
Decoding is greedy and constrained: first a function token, then arguments of that function, whose values
are enum words or copies of a span of the request.
"""
import argparse
import collections
import json
import os
import random
import re

import torch

import gguf
from corpus import records
from examples import asked, enum_values
from model import Llama, Shape
from sources import Converter
from tokenizer import BOS, END, PAD, Tokenizer, normalise

HERE = os.path.dirname(os.path.abspath(__file__))
SETS = ["snips", "hwu64", "clinc150", "slurp_devel", "botframework", "homeassistant"]


class Decoder:
    """Greedy constrained decoding of many requests at once."""

    def __init__(self, model, tokenizer, functions, write_threshold=0.0):
        self.model, self.tokenizer, self.write_threshold = model, tokenizer, write_threshold
        self.functions = {tokenizer.id[f"<fn:{f['name']}>"]: f for f in functions["functions"]}
        self.arguments = {t: [tokenizer.id[f"<arg:{a['name']}>"] for a in f["arguments"]] for t, f in self.functions.items()}
        self.enums = {key: [tokenizer.encode(" " + v) for v in values] for key, values in enum_values(functions).items()}

    def allowed(self, request, answer):
        """Token ids that may follow `answer` (ids after <assistant>) for the tokens of the request."""
        if not answer:
            return list(self.functions)
        start = max(i for i, t in enumerate(answer) if t in self.functions)
        function, rest = answer[start], answer[start + 1:]
        ends = self.arguments[function] + [END] + list(self.functions)
        marks = [i for i, t in enumerate(rest) if t in self.arguments[function]]
        if not marks:
            return ends
        value = rest[marks[-1] + 1:]
        name = self.tokenizer.tokens[rest[marks[-1]]][5:-1]
        words = self.enums.get((self.functions[function]["name"], name))
        if words is not None:
            follow = [w[len(value)] for w in words if w[:len(value)] == value and len(w) > len(value)]
            return follow + (ends if value in words else [])
        if not value:
            return sorted(set(request))
        spots = [i + len(value) for i in range(len(request) - len(value) + 1) if request[i:i + len(value)] == value]
        return [request[i] for i in spots if i < len(request)] + ends

    @torch.no_grad()
    def decode(self, texts, whole=True, batch=128, longest=60):
        """For each text (list of turns' requests is not supported here) the answer tokens and the first token's probabilities."""
        requests = [self.tokenizer.encode(normalise(t)) for t in texts]
        answers = [[] for _ in texts]
        order = sorted(range(len(texts)), key=lambda i: len(requests[i]))
        for first in range(0, len(order), batch):
            live = order[first:first + batch]
            for _ in range(longest if whole else 1):
                rows = [[BOS] + asked(self.tokenizer, requests[i]) + answers[i] for i in live]
                width = max(map(len, rows))
                ids = torch.tensor([r + [PAD] * (width - len(r)) for r in rows])
                hidden = self.model(ids)
                logits = self.model.logits(hidden[torch.arange(len(rows)), torch.tensor([len(r) - 1 for r in rows])])
                for row, i in enumerate(live):
                    answers[i].append(self.best(logits[row], self.allowed(requests[i], answers[i]), not answers[i]))
                live = [i for i in live if answers[i][-1] != END]
                if not live:
                    break
        return answers

    def best(self, logits, options, first):
        scores = logits[torch.tensor(options)]
        if first and self.write_threshold:
            writes = torch.tensor([self.functions[t]["writes"] for t in options])
            if float(scores.softmax(-1)[writes].sum()) < self.write_threshold:
                scores = scores.masked_fill(writes, float("-inf"))
        return options[int(scores.argmax())]

    def parse(self, answer):
        """[(function, [(argument, value)])] of answer tokens."""
        calls, name, value = [], None, []

        def close():
            if name is not None and calls:
                calls[-1][1].append((name, self.tokenizer.decode(value).strip()))
        for token in answer:
            text = self.tokenizer.tokens[token]
            if token in self.functions or token == END or text.startswith("<arg:"):
                close()
                name, value = None, []
                if token in self.functions:
                    calls.append((self.functions[token]["name"], []))
                elif token != END:
                    name = text[5:-1]
            else:
                value.append(token)
        close()
        return calls


def pairs_of(converter, record, function):
    gold = collections.Counter()
    for slot in record["frames"][0]["slots"]:
        argument = converter.slot_argument(record["source"], slot["name"], function)
        if argument:
            gold[argument, " ".join(str(slot["value"]).lower().split())] += 1
    return gold


def scored_arguments(converter, source, function):
    slots = converter.map["slots"].get(source, {})
    return {converter.slot_argument(source, slot, function) for slot in slots} - {None}


def measure(converter, functions, rows, decoded):
    """Scores of one data set; rows and decoded calls run alongside."""
    writes = {f["name"] for f in functions["functions"] if f["writes"]}
    n = right = hit = guessed = wanted = whole = no_action = false = 0
    wrong = []
    for record, calls in zip(rows, decoded):
        suggested, accept = converter.label(record)
        if suggested is None:
            continue
        function, values = calls[0]
        if suggested in ("none", "small_talk"):
            no_action += 1
            false += any(f in writes for f, _ in calls)
        if suggested == "none":
            continue
        n += 1
        good = function in accept
        right += good
        key = function if good else accept[0]
        gold = pairs_of(converter, record, key)
        scored = scored_arguments(converter, record["source"], function)
        got = collections.Counter((a, v) for f, vs in calls for a, v in vs if a in scored)
        hit += sum((gold & got).values()) if good else 0
        guessed, wanted = guessed + sum(got.values()), wanted + sum(gold.values())
        whole += good and gold == got
        if not good or gold != got:
            wrong.append((good, record, calls, accept, gold))
    return {"n": n, "function_accuracy": round(right / max(1, n), 4), "call_accuracy": round(whole / max(1, n), 4),
            "slot_f1": round(2 * hit / max(1, guessed + wanted), 4) if wanted else None,
            "false_actions": round(false / no_action, 4) if no_action else None, "no_action_n": no_action}, wrong


def load_model(path):
    torch.set_num_threads(1)
    stored = torch.load(path, map_location="cpu")
    model = Llama(Shape(**stored["shape"]))
    model.load_state_dict(stored["average"])
    return model.eval(), stored


def load_gguf(path):
    """(model, tokenizer, functions) of an exported file: what is measured is what is shipped."""
    torch.set_num_threads(1)
    file = gguf.Reader(path)
    meta = file.metadata
    llama = {key[6:]: value for key, value in meta.items() if key.startswith("llama.")}
    shape = Shape(vocab=llama["vocab_size"], dim=llama["embedding_length"], layers=llama["block_count"], heads=llama["attention.head_count"],
                  kv_heads=llama["attention.head_count_kv"], ffn=llama["feed_forward_length"], context=llama["context_length"],
                  rope_base=llama["rope.freq_base"], norm_eps=llama["attention.layer_norm_rms_epsilon"])
    model = Llama(shape)
    model.load_state_dict({name: torch.from_numpy(array.copy()) for name, array in file.tensors.items()})
    control = [t for t, kind in zip(meta["tokenizer.ggml.tokens"], meta["tokenizer.ggml.token_type"]) if kind == 3]
    tokenizer = Tokenizer(control, [m.split(" ") for m in meta["tokenizer.ggml.merges"]])
    if tokenizer.tokens != meta["tokenizer.ggml.tokens"]:
        raise ValueError(f"{path}: its tokens are not control tokens, bytes and merges in this order")
    return model.eval(), tokenizer, json.loads(meta["hearth.functions"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True)
    parser.add_argument("--build")
    parser.add_argument("--checkpoint", default="actions.pt")
    parser.add_argument("--gguf", help="measure an exported file instead of a checkpoint")
    parser.add_argument("--write-threshold", type=float, default=0.0, help="writing functions together need this probability, else the best reading one is taken")
    parser.add_argument("--sets", nargs="*", default=SETS)
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--fast", action="store_true", help="functions alone (slots are measured on snips only)")
    options = parser.parse_args()
    if options.gguf:
        model, tokenizer, functions = load_gguf(options.gguf)
    else:
        model, stored = load_model(os.path.join(options.build, options.checkpoint))
        with open(os.path.join(HERE, "functions.json"), encoding="utf-8") as text:
            functions = json.load(text)
        tokenizer = Tokenizer.load(os.path.join(options.build, "tokenizer.json"))
        print(f"steps {stored['steps']} tokens {stored['seen']} minutes {stored['elapsed'] / 60:.1f}", flush=True)
    decoder = Decoder(model, tokenizer, functions, options.write_threshold)
    converter = Converter(options.data)
    for name in options.sets:
        rows = [r for r in records(options.data, "actions/" + name) if r["split"] == "validation"]
        if options.limit:
            rows = random.Random(1).sample(rows, min(options.limit, len(rows)))
        answers = decoder.decode([r["text"] for r in rows], whole=not options.fast or name == "snips")
        decoded = [decoder.parse(a) for a in answers]
        score, wrong = measure(converter, functions, rows, decoded)
        print(name, json.dumps(score), flush=True)
        if name == "botframework":
            chosen = [i for i, r in enumerate(rows) if re.match("calendar|email|todo", r["frames"][0]["domain"])]
            print("  calendar, email, todo", json.dumps(measure(converter, functions, [rows[i] for i in chosen], [decoded[i] for i in chosen])[0]), flush=True)
        wrong.sort(key=lambda w: w[0])
        bad = [w for w in wrong if not w[0]]
        if options.errors:
            confusion = collections.Counter((w[1]["frames"][0]["intent"], w[2][0][0]) for w in bad)
            print("  confusions", confusion.most_common(25))
            for good, record, calls, accept, gold in random.Random(2).sample(bad, min(options.errors, len(bad))) + random.Random(2).sample(wrong[len(bad):], min(options.errors, len(wrong) - len(bad))):
                print("   ", "slot" if good else "FUNC", record["text"][:100], "|", record["frames"][0]["intent"], "|", calls, "" if not good else dict(gold))


if __name__ == "__main__":
    main()
