"""Turns prepared examples into token sequences with a loss weight for every token.

An example is {"turns": [{"text", "calls": [{"fn", "args": [[name, value] or [name, value, at]]}], "partial"}], "group"}.
A value is an enum word of functions.json or a span of the turn's text (`at`: about where it starts).
`partial` means that only the functions are known, not their arguments. `intent` is the label of the data set itself.
"""
import json
import re

from tokenizer import AGAIN, ASSISTANT, BOS, END, USER, normalise

LANGUAGE_WEIGHT, FUNCTION_WEIGHT, TEXT, SPAN, ANSWER = 0.1, 3.0, 0, 1, 2


def enum_values(functions):
    """{(function, argument): values} of the arguments with a fixed list of values."""
    return {(f["name"], a["name"]): a["values"] for f in functions["functions"] for a in f["arguments"] if a["type"] == "enum"}


def find_span(text, value, near):
    """Start of the occurrence of value nearest to `near` that begins and ends at word limits, or -1."""
    found = [m.start() for m in re.finditer(r"(?<!\w)" + re.escape(value) + r"(?!\w)", text)]
    if not found:
        found = [m.start() for m in re.finditer(re.escape(value), text)]
    return min(found, key=lambda at: abs(at - near)) if found else -1


def asked(tokenizer, ids):
    """Tokens of a request as the model reads it: twice, so that the second time every word is read knowing all others."""
    return [USER] + ids + [tokenizer.id[AGAIN]] + ids + [ASSISTANT]


class Encoder:
    def __init__(self, tokenizer, functions):
        self.tokenizer, self.enums = tokenizer, enum_values(functions)

    def call(self, call, text, ids, spans):
        """Tokens of one call, and the indices of request tokens that it copies; None if a value is not in the text."""
        fixed, copied, used = [], [], []
        for name, value, *near in call["args"]:
            if value is None:
                continue
            token = self.tokenizer.id[f"<arg:{name}>"]
            if (call["fn"], name) in self.enums:
                fixed += [token] + self.tokenizer.encode(" " + value)
                continue
            value = " ".join(value.lower().split())
            at = find_span(text, value, near[0] + 1 if near else 0)
            if not value or at < 0:
                return None
            start, end = len(text[:at].encode()), len(text[:at + len(value)].encode())
            part = [i for i, (a, b) in enumerate(spans) if a < end and b > start]
            copied.append((start, [token] + [ids[i] for i in part]))
            used += part
        answer = [self.tokenizer.id[f"<fn:{call['fn']}>"]] + fixed
        for _, tokens in sorted(copied, key=lambda c: c[0]):
            answer += tokens
        return answer, used

    def encode(self, example):
        """(ids, weights, kinds, twins) or None; weights[i] is the weight of predicting ids[i], twins[i] the place where a token came first."""
        out, weights, kinds, twins = [BOS], [0.0], [ANSWER], [0]
        for turn in example["turns"]:
            text = normalise(turn["text"])
            ids, spans = self.tokenizer.encode_with_offsets(text)
            answer, answer_weights, used = [], [], set()
            for call in turn["calls"]:
                encoded = self.call(call, text, ids, spans)
                if encoded is None:
                    return None
                answer += encoded[0]
                answer_weights += [FUNCTION_WEIGHT] + [0.0 if turn.get("partial") else 1.0] * (len(encoded[0]) - 1)
                used.update(encoded[1])
            first, again = len(out) + 1, len(out) + len(ids) + 2
            out += asked(self.tokenizer, ids) + answer + [END]
            weights += [0.0] + [LANGUAGE_WEIGHT] * len(ids) + [0.0] * (len(ids) + 2) + answer_weights + [0.0 if turn.get("partial") else 1.0]
            kind = [SPAN if i in used else TEXT for i in range(len(ids))]
            kinds += [ANSWER] + kind + [ANSWER] + kind + [ANSWER] * (len(answer) + 2)
            twins += list(range(len(twins), again)) + list(range(first, first + len(ids))) + list(range(again + len(ids), len(out)))
        return out, weights, kinds, twins


def read_examples(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
