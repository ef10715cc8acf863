"""Writes a checkpoint as GGUF.

usage: export.py --build BUILD --out builtin.gguf [--type q8_0|f16|f32]
"""
import argparse
import json
import os

import numpy as np
import torch

import gguf
from tokenizer import BOS, END, PAD, Tokenizer

HERE = os.path.dirname(os.path.abspath(__file__))
TEMPLATE = ("{{ '<bos>' }}{% for message in messages %}{% if message['role'] == 'user' %}{% set text = message['content'] | lower | trim %}{{ '<user> ' + text + '<again> ' + text + '<assistant>' }}"
            "{% elif message['role'] == 'assistant' %}{{ message['content'] + '<end>' }}{% endif %}{% endfor %}")
NORMAL, CONTROL = 1, 3
# Where all functions that write have less probability than this together, none of them is called; the best one that
# only reads is. Chosen by calibrate.py.
WRITE_THRESHOLD = 0.5


def metadata(shape, tokenizer, functions, file_type):
    control = len(tokenizer.control)
    kinds = [CONTROL] * control + [NORMAL] * (len(tokenizer.tokens) - control)
    merges = [" ".join(pair) for pair in tokenizer.merges]
    return [
        ("general.architecture", gguf.STRING, "llama"), ("general.name", gguf.STRING, "Hearth built-in action model"),
        ("general.description", gguf.STRING, "Turns a request into calls of functions, as functional tokens with arguments copied from the request."),
        ("general.license", gguf.STRING, "apache-2.0"), ("general.languages", (gguf.ARRAY, gguf.STRING), ["en"]),
        ("general.file_type", gguf.U32, file_type), ("general.quantization_version", gguf.U32, 2),
        ("llama.vocab_size", gguf.U32, shape["vocab"]), ("llama.context_length", gguf.U32, shape["context"]),
        ("llama.embedding_length", gguf.U32, shape["dim"]), ("llama.block_count", gguf.U32, shape["layers"]),
        ("llama.feed_forward_length", gguf.U32, shape["ffn"]), ("llama.attention.head_count", gguf.U32, shape["heads"]),
        ("llama.attention.head_count_kv", gguf.U32, shape["kv_heads"]), ("llama.rope.dimension_count", gguf.U32, shape["dim"] // shape["heads"]),
        ("llama.rope.freq_base", gguf.F32, shape["rope_base"]), ("llama.attention.layer_norm_rms_epsilon", gguf.F32, shape["norm_eps"]),
        ("tokenizer.ggml.model", gguf.STRING, "gpt2"), ("tokenizer.ggml.pre", gguf.STRING, "gpt-2"),
        ("tokenizer.ggml.tokens", (gguf.ARRAY, gguf.STRING), tokenizer.tokens), ("tokenizer.ggml.token_type", (gguf.ARRAY, gguf.I32), kinds),
        ("tokenizer.ggml.merges", (gguf.ARRAY, gguf.STRING), merges), ("tokenizer.ggml.bos_token_id", gguf.U32, BOS),
        ("tokenizer.ggml.eos_token_id", gguf.U32, END), ("tokenizer.ggml.padding_token_id", gguf.U32, PAD),
        ("tokenizer.ggml.add_bos_token", gguf.BOOL, True), ("tokenizer.ggml.add_eos_token", gguf.BOOL, False),
        ("tokenizer.ggml.add_space_prefix", gguf.BOOL, False), ("tokenizer.chat_template", gguf.STRING, TEMPLATE),
        ("hearth.protocol", gguf.U32, 2), ("hearth.write_threshold", gguf.F32, WRITE_THRESHOLD), ("hearth.functions", gguf.STRING, json.dumps(functions, ensure_ascii=False)),
    ]


def tensors(weights, kind):
    """[(name in GGUF, array, type)]; norms stay in F32."""
    out = []
    for name, value in weights.items():
        array = value.float().numpy()
        out.append((name, array, kind if array.ndim == 2 else gguf.TENSOR_F32))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True)
    parser.add_argument("--checkpoint", default="actions.pt")
    parser.add_argument("--out", required=True)
    parser.add_argument("--type", choices=["q8_0", "f16", "f32"], default="q8_0")
    options = parser.parse_args()
    stored = torch.load(os.path.join(options.build, options.checkpoint), map_location="cpu")
    tokenizer = Tokenizer.load(os.path.join(options.build, "tokenizer.json"))
    with open(os.path.join(HERE, "functions.json"), encoding="utf-8") as text:
        functions = json.load(text)
    for function in functions["functions"]:
        for name in [f"<fn:{function['name']}>"] + [f"<arg:{a['name']}>" for a in function["arguments"]]:
            if name not in tokenizer.id:
                raise SystemExit(f"{name} of functions.json is not in the tokenizer; give it one of the spare tokens")
    kind, file_type = {"q8_0": (gguf.TENSOR_Q8_0, 7), "f16": (gguf.TENSOR_F16, 1), "f32": (gguf.TENSOR_F32, 0)}[options.type]
    gguf.write(options.out, metadata(stored["shape"], tokenizer, functions, file_type), tensors(stored["average"], kind))
    print(options.out, os.path.getsize(options.out), "bytes")


if __name__ == "__main__":
    main()
