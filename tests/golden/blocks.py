"""Blocks of language models in double precision, written for clarity: what the engine's numbers are compared with.

x is [tokens, width]; a weight matrix is [rows, columns] and multiplies as x @ w.T.
"""
import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def silu(x):
    return x * sigmoid(x)


def gelu(x):
    return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)))


def softplus(x):
    return np.log1p(np.exp(x))


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def rms_norm(x, weight, epsilon):
    """weight: may be None"""
    scaled = x / np.sqrt((x**2).mean(-1, keepdims=True) + epsilon)
    return scaled if weight is None else scaled * weight


def layer_norm(x, weight, bias, epsilon):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + epsilon) * weight + bias


class Rope:
    """Angles of one kind of layer. neox: element i turns with element i + pairs, otherwise 2i with 2i + 1."""

    def __init__(self, base, dimensions, neox, factor=1.0, factors=None, magnitude=1.0, yarn=None, still=None):
        i = np.arange(dimensions // 2)
        self.neox, self.pairs, self.magnitude = neox, dimensions // 2, magnitude
        self.frequencies = base ** (-2 * i / dimensions)
        if factors is not None:
            self.frequencies = self.frequencies / factors
        stretched = self.frequencies / factor
        if yarn is None:
            self.frequencies = stretched if still is None else np.where(still, 0, stretched)
            return
        original, fast, slow, back = yarn

        def pair(turns):
            return dimensions * np.log(original / (turns * 2 * np.pi)) / (2 * np.log(base))

        low, high = max(0, np.floor(pair(fast))), min(dimensions - 1, np.ceil(pair(slow)))
        kept = 1 - np.clip((i - low) / max(0.001, high - low), 0, 1)
        self.frequencies = self.frequencies * kept + stretched * (1 - kept)
        self.magnitude *= (1 + 0.1 * np.log(factor)) / (1 + 0.1 * back * np.log(factor))

    def __call__(self, x):
        """x: [tokens, heads, size]"""
        angles = np.arange(len(x))[:, None] * self.frequencies
        cos, sin = (np.cos(angles) * self.magnitude)[:, None], (np.sin(angles) * self.magnitude)[:, None]
        out, n = x.copy(), self.pairs
        first, second = (slice(0, n), slice(n, 2 * n)) if self.neox else (slice(0, 2 * n, 2), slice(1, 2 * n, 2))
        out[..., first] = x[..., first] * cos - x[..., second] * sin
        out[..., second] = x[..., first] * sin + x[..., second] * cos
        return out


def rope(x, base, interleaved=False):
    """x [tokens, heads, size], all of it rotated; pairs are (i, i + size / 2), or neighbours."""
    return Rope(base, x.shape[-1], not interleaved)(x)


def cap(x, limit):
    return limit * np.tanh(x / limit) if limit else x


def attention(q, k, v, scale, visible, limit=0.0, sinks=None, slopes=None):
    """q [n, heads, size], k and v [n, groups, size]; visible [n, n]: whether query i sees key j; sinks [heads]: scores
    beside those of the keys, of no value; slopes [heads]: what scores lose by a position of distance."""
    repeat = q.shape[1] // k.shape[1]
    k, v = k.repeat(repeat, 1), v.repeat(repeat, 1)
    scores = cap(np.einsum("ihd,jhd->hij", q, k) * scale, limit)
    if slopes is not None:
        scores = scores - slopes[:, None, None] * np.abs(distances(len(q)))
    scores = np.where(visible, scores, -np.inf)
    if sinks is not None:
        scores = np.concatenate([scores, np.tile(sinks[:, None, None], (1, len(q), 1))], -1)
    return np.einsum("hij,jhd->ihd", softmax(scores)[..., : len(k)], v).reshape(len(q), -1)


def alibi_slopes(heads, max_bias):
    """Press et al. 2022: a geometric sequence for a power of two; else that of the power below, then every second one
    of the sequence of the power above."""
    def geometric(n):
        return [2 ** (-max_bias / n * (i + 1)) for i in range(n)]

    below = 2 ** int(np.log2(heads))
    return np.array(geometric(below) + geometric(2 * below)[0::2][: heads - below])


def distances(n):
    """[n, n]: how far key j lies behind query i."""
    return np.arange(n)[:, None] - np.arange(n)[None, :]


def causal(n, window=0):
    """[n, n]: what queries see that look at the latest `window` positions, their own included; 0: at all."""
    behind = distances(n)
    return (behind >= 0) & (behind < (window or n))


UNITS = {
    "silu": lambda gate, up: silu(gate) * up,
    "gelu": lambda gate, up: gelu(gate) * up,
    "relu": lambda gate, up: np.maximum(gate, 0) * up,
    "relu2": lambda gate, up: np.maximum(gate, 0) ** 2 * up,
    "clamped": lambda gate, up: (lambda g, u: g * sigmoid(1.702 * g) * (u + 1))(np.minimum(gate, 7), np.clip(up, -7, 7)),
}


def gated(x, gate, up, down, activation=silu):
    return (activation(x @ gate.T) * (x @ up.T)) @ down.T


def short_convolution(x, kernel):
    """x [n, channels], kernel [channels, taps]: each channel by itself, the last tap for the own token."""
    taps = kernel.shape[1]
    padded = np.vstack([np.zeros((taps - 1, x.shape[1])), x])
    return sum(padded[j : j + len(x)] * kernel[:, j] for j in range(taps))


def against_rivals(row, before, expert):
    """The softmax of one expert among those not chosen before it that lie within a fiftieth of it."""
    close = (row[expert] - row) / np.maximum(np.abs(row), row[expert]) <= 0.02
    close[before] = False
    return 1 / np.exp(row[close] - row[expert]).sum()


def weigh_experts(logits, used, gating="softmax", normalize=True, scale=1.0, preference=None, groups=1, groups_used=1):
    """logits: [tokens, experts] -> weights, 0 for those that are not chosen"""
    scores = {"softmax": softmax, "sigmoid": sigmoid, "chosen": lambda s: s, "rivals": lambda s: s}[gating](logits)
    weights = np.zeros_like(scores)
    for t, row in enumerate(scores):
        wish = row if preference is None else row + preference
        if groups_used < groups:
            members = wish.reshape(groups, -1)
            worth = np.sort(members, axis=1)[:, -2:].sum(axis=1)
            keep = np.argsort(-worth)[:groups_used]
            wish = np.where(np.isin(np.arange(groups), keep)[:, None], members, -np.inf).ravel()
        chosen = np.argsort(-wish, kind="stable")[:used]
        w = softmax(row[chosen]) if gating == "chosen" else row[chosen]
        if gating == "rivals":
            w = np.array([against_rivals(row, chosen[:i], e) for i, e in enumerate(chosen)])
        weights[t, chosen] = w / w.sum() * scale if normalize else w * scale
    return weights
