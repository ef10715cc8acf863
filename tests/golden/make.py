"""Writes the fixtures of architectures/: NAME.gguf and NAME.f32, the logits [tokens, vocabulary] after each of
TOKEN_IDS.

    python3 make.py [CASE...]            all of cases.py, or some
    python3 make.py --check FOLDER       compares the reference with fixtures of another engine that lie there
"""
import argparse
import gzip
import sys
import zlib
from pathlib import Path

import numpy as np

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parents[1] / "assets/training")]

import architectures  # noqa: E402
import cases  # noqa: E402
import gguf  # noqa: E402
import reference  # noqa: E402
import tensors  # noqa: E402

VOCABULARY = 40
TOKEN_IDS = [(3 + 7 * i) % VOCABULARY for i in range(24)]


def typed(key, value):
    if isinstance(value, list) and isinstance(value[0], float):
        return (key, (gguf.ARRAY, gguf.F32), value)
    if isinstance(value, list):
        return (key, (gguf.ARRAY, gguf.BOOL if key.endswith("pattern") else gguf.U32), [bool(v) for v in value] if key.endswith("pattern") else value)
    kind = {bool: gguf.BOOL, int: gguf.U32, float: gguf.F32, str: gguf.STRING}[type(value)]
    return (key, kind, value)


def make(name, seed):
    keys, present = cases.CASES[name]
    architecture = max((a for a in architectures.ARCHITECTURES if name == a or name.startswith(a + "-")), key=len)
    fields = [("general.architecture", architecture)] + [(f"{architecture}.{key}", value) for key, value in keys.items()]
    words = ["<unk>", "<s>", "</s>"] + [chr(ord("!") + i) for i in range(VOCABULARY - 3)]
    fields += [("tokenizer.ggml.model", "llama"), ("tokenizer.ggml.bos_token_id", 1), ("tokenizer.ggml.eos_token_id", 2)]
    metadata = [typed(*field) for field in fields] + [
        ("tokenizer.ggml.tokens", (gguf.ARRAY, gguf.STRING), words),
        ("tokenizer.ggml.scores", (gguf.ARRAY, gguf.F32), [-float(i) for i in range(VOCABULARY)]),
        ("tokenizer.ggml.token_type", (gguf.ARRAY, gguf.I32), [2, 3, 3] + [1] * (VOCABULARY - 3))]
    weights = tensors.RandomTensors(seed, present)
    # Metadata as the file holds them: in single precision.
    exact = {key: float(np.float32(value)) if kind == gguf.F32 else [float(np.float32(v)) for v in value] if kind == (gguf.ARRAY, gguf.F32) else value for key, kind, value in metadata}
    logits = reference.Model(exact, weights, architectures.ARCHITECTURES).logits(TOKEN_IDS)
    listed = [(n, a, gguf.TENSOR_F16 if a.ndim > 1 and "ffn_gate_inp" not in n else gguf.TENSOR_F32) for n, a in weights.made.items()]
    folder = HERE / "architectures"
    folder.mkdir(exist_ok=True)
    gguf.write(folder / f"{name}.gguf", metadata, listed)
    logits.astype("<f4").tofile(folder / f"{name}.f32")
    print(f"{name}: {(folder / f'{name}.gguf').stat().st_size} bytes, logits of size {np.sqrt(np.mean(logits**2)):.2f}")


def nmse(path, tokens, expected):
    file = gguf.Reader(path)
    got = reference.Model(file.metadata, tensors.FileTensors(file.tensors), architectures.ARCHITECTURES).logits(tokens)
    expected = np.frombuffer(expected, "<f4").reshape(got.shape).astype(float)
    return np.sum((got - expected) ** 2) / np.sum(expected**2)


def error_of(path):
    return nmse(path, TOKEN_IDS, path.with_suffix(".f32").read_bytes())


def compare(folder):
    """(name, error) of each fixture of another engine whose architecture is known here."""
    prompt = [1, 72, 101, 108, 108, 111, 44, 250, 33, 17, 99, 200, 5, 61, 128, 77]
    for path in sorted(Path(folder).glob("arch-*.gguf")):
        if gguf.Reader(path).metadata["general.architecture"] in architectures.ARCHITECTURES:
            greedy = [int(word) for word in path.with_suffix(".greedy").read_text().split()]
            yield path.stem, nmse(path, prompt + greedy, gzip.decompress(path.with_suffix(".f32.gz").read_bytes()))


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--check")
    arguments.add_argument("cases", nargs="*", help="only these of cases.py")
    chosen = arguments.parse_args()
    if chosen.check:
        for name, error in compare(chosen.check):
            print(f"{name}: NMSE {error:.1e}")
    else:
        for case in chosen.cases or cases.CASES:
            make(case, zlib.crc32(case.encode()))
