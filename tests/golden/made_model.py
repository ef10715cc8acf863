"""A model of random weights in a GGUF file, beside the numbers that it must give."""
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1] / "assets/training"))

import gguf  # noqa: E402

PROMPT = [1, 72, 101, 108, 108, 111, 44, 250, 33, 17, 99, 200, 5, 61, 128, 77]
VOCABULARY = 259


class MadeModel:
    """Weights are drawn as they are asked for; matrices are kept in half precision to make small files."""

    def __init__(self, name, architecture, seed):
        self.name, self.architecture = name, architecture
        self.random = np.random.default_rng(seed)
        self.tensors = []
        self.metadata = [("general.architecture", gguf.STRING, architecture), ("general.name", gguf.STRING, "random weights")]

    def set(self, key, value):
        """A key of the architecture; its type follows from the value's."""
        if isinstance(value, list):
            kind = (gguf.ARRAY, gguf.U32)
        else:
            kind = {bool: gguf.BOOL, int: gguf.U32, float: gguf.F32, str: gguf.STRING}[type(value)]
        self.metadata.append((f"{self.architecture}.{key}", kind, value))

    def matrix(self, name, rows, columns, size=1.0):
        values = self.random.normal(0, size / np.sqrt(columns), (rows, columns)).astype(np.float16)
        self.tensors.append((name + ".weight", values, gguf.TENSOR_F16))
        return values.astype(np.float64)

    def experts(self, name, count, rows, columns):
        values = self.random.normal(0, 1 / np.sqrt(columns), (count, rows, columns)).astype(np.float16)
        self.tensors.append((name + ".weight", values, gguf.TENSOR_F16))
        return values.astype(np.float64)

    def floats(self, name, values):
        """`name` whole, with .weight or .bias where it has one."""
        values = np.asarray(values, np.float32)
        self.tensors.append((name, values, gguf.TENSOR_F32))
        return values.astype(np.float64)

    def norm(self, name, size):
        return self.floats(name + ".weight", self.random.normal(1, 0.1, size))

    def bias(self, name, size):
        return self.floats(name + ".bias", self.random.normal(0, 0.1, size))

    def write(self):
        tokens = ["<unk>", "<s>", "</s>"] + [f"<0x{byte:02X}>" for byte in range(256)]
        vocabulary = [
            ("tokenizer.ggml.model", gguf.STRING, "llama"),
            ("tokenizer.ggml.tokens", (gguf.ARRAY, gguf.STRING), tokens),
            ("tokenizer.ggml.scores", (gguf.ARRAY, gguf.F32), [0.0] * VOCABULARY),
            ("tokenizer.ggml.token_type", (gguf.ARRAY, gguf.I32), [2, 3, 3] + [6] * 256),
            ("tokenizer.ggml.bos_token_id", gguf.U32, 1),
            ("tokenizer.ggml.eos_token_id", gguf.U32, 2),
        ]
        gguf.write(HERE / f"{self.name}.gguf", self.metadata + vocabulary, self.tensors)

    def expect(self, values, kind=""):
        """Float32, little-endian, row by row: NAME.f32 or NAME.KIND.f32."""
        path = HERE / f"{self.name}{'.' + kind if kind else ''}.f32"
        np.asarray(values, "<f4").tofile(path)
