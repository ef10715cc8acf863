"""Where a reference model's weights come from: a GGUF file, or a generator that makes them as they are asked for."""
from fnmatch import fnmatch

import numpy as np


class FileTensors:
    def __init__(self, tensors):
        self.tensors = {name: array.astype(np.float64) for name, array in tensors.items()}

    def has(self, name):
        return name in self.tensors

    def vector(self, name, n):
        return self.tensors[name].reshape(n)

    def matrix(self, name, rows, columns):
        return self.tensors[name].reshape(rows, columns)

    def stack(self, name, count, *shape):
        return self.tensors[name].reshape(count, *shape)

    negative = matrix


class RandomTensors:
    """present: patterns of the tensors that files have or lack; the first that fits counts, "!" in front denies."""

    def __init__(self, seed, present):
        self.random, self.present, self.made = np.random.default_rng(seed), list(present), {}

    def has(self, name):
        for pattern in self.present:
            if fnmatch(name, pattern.lstrip("!")):
                return not pattern.startswith("!")
        return False

    def make(self, name, shape, draw):
        if name not in self.made:
            # What half precision holds exactly, so that files can be small.
            self.made[name] = draw(shape).astype(np.float16).astype(np.float64)
        return self.made[name]

    def vector(self, name, n):
        if "bias" in name or "sinks" in name:
            return self.make(name, (n,), lambda s: self.random.normal(0, 0.5, s))
        if name.endswith("ssm_a"):
            return self.make(name, (n,), lambda s: -np.exp(self.random.normal(0, 0.7, s)))
        if "rope_" in name:
            return self.make(name, (n,), lambda s: self.random.uniform(1, 4, s))
        return self.make(name, (n,), lambda s: self.random.uniform(0.5, 1.5, s))

    def matrix(self, name, rows, columns):
        return self.make(name, (rows, columns), lambda s: self.random.normal(0, 1.5 / np.sqrt(columns), s))

    def stack(self, name, count, *shape):
        return self.make(name, (count, *shape), lambda s: self.random.normal(0, 1.5 / np.sqrt(shape[-1]), s))

    def negative(self, name, rows, columns):
        return self.make(name, (rows, columns), lambda s: -np.exp(self.random.normal(0, 0.7, s)))
