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
    return x / np.sqrt((x**2).mean(-1, keepdims=True) + epsilon) * weight


def layer_norm(x, weight, bias, epsilon):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred**2).mean(-1, keepdims=True) + epsilon) * weight + bias


def rope(x, base, interleaved=False):
    """x [tokens, heads, size], all of it rotated; pairs are (i, i + size / 2), or neighbours."""
    half = x.shape[-1] // 2
    angles = np.arange(len(x))[:, None] * base ** (-np.arange(half) / half)
    cos, sin = np.cos(angles)[:, None], np.sin(angles)[:, None]
    a, b = (x[..., 0::2], x[..., 1::2]) if interleaved else (x[..., :half], x[..., half:])
    out = np.empty_like(x)
    if interleaved:
        out[..., 0::2], out[..., 1::2] = a * cos - b * sin, a * sin + b * cos
    else:
        out[..., :half], out[..., half:] = a * cos - b * sin, a * sin + b * cos
    return out


def attention(q, k, v, scale, visible):
    """q [n, heads, size], k and v [n, groups, size]; visible [n, n]: whether query i sees key j."""
    repeat = q.shape[1] // k.shape[1]
    k, v = k.repeat(repeat, 1), v.repeat(repeat, 1)
    scores = np.einsum("ihd,jhd->hij", q, k) * scale
    weights = softmax(np.where(visible, scores, -np.inf))
    return np.einsum("hij,jhd->ihd", weights, v).reshape(len(q), -1)


def distances(n):
    """[n, n]: how far key j lies behind query i."""
    return np.arange(n)[:, None] - np.arange(n)[None, :]


def gated(x, gate, up, down, activation=silu):
    return (activation(x @ gate.T) * (x @ up.T)) @ down.T


def short_convolution(x, kernel):
    """x [n, channels], kernel [channels, taps]: each channel by itself, the last tap for the own token."""
    taps = kernel.shape[1]
    padded = np.vstack([np.zeros((taps - 1, x.shape[1])), x])
    return sum(padded[j : j + len(x)] * kernel[:, j] for j in range(taps))
