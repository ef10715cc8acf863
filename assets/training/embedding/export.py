"""The trained table as a GGUF file that Hearth opens: architecture hearth-static, Q8_0."""
import argparse
import json
import os
import sys

import numpy as np

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
import gguf  # noqa: E402
import pieces  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--build", required=True)
    parser.add_argument("--vectors", default="vectors.npy")
    parser.add_argument("--out", required=True)
    a = parser.parse_args()
    with open(os.path.join(a.build, "pieces.json")) as source:
        names = json.load(source)
    vectors = np.load(os.path.join(a.build, a.vectors)).astype(np.float32)
    vectors[:len(pieces.SPECIAL)] = 0
    kinds = [3, 2, 3, 3] + [1] * (len(names) - len(pieces.SPECIAL))
    metadata = [("general.architecture", gguf.STRING, "hearth-static"), ("general.name", gguf.STRING, "Hearth words"),
                ("general.type", gguf.STRING, "model"), ("general.license", gguf.STRING, "apache-2.0"),
                ("hearth-static.embedding_length", gguf.U32, vectors.shape[1]),
                ("hearth-static.context_length", gguf.U32, 8192), ("hearth-static.block_count", gguf.U32, 0),
                ("tokenizer.ggml.model", gguf.STRING, "bert"), ("tokenizer.ggml.tokens", (gguf.ARRAY, gguf.STRING), names),
                ("tokenizer.ggml.token_type", (gguf.ARRAY, gguf.I32), kinds),
                ("tokenizer.ggml.unknown_token_id", gguf.U32, pieces.UNKNOWN),
                ("tokenizer.ggml.add_bos_token", gguf.BOOL, False), ("tokenizer.ggml.add_eos_token", gguf.BOOL, False)]
    gguf.write(a.out, metadata, [("token_embd.weight", vectors, gguf.TENSOR_Q8_0)])
    print(a.out, os.path.getsize(a.out), "bytes")


if __name__ == "__main__":
    main()
