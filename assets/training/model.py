"""The network of the built-in model: a small llama (RMSNorm, grouped-query attention, SwiGLU).

Runs with PyTorch 1.13 and 2.x. Rotary embeddings turn neighbouring pairs (2i, 2i+1), as the
llama architecture of GGUF does, so weights go into the file without permutation. Token embeddings
are also the output matrix.
"""
from dataclasses import dataclass, asdict

import torch
import torch.nn.functional as F
from torch import nn


@dataclass
class Shape:
    """Sizes of the network. Every width is a multiple of 32, which Q8_0 blocks need."""
    vocab: int = 6144
    dim: int = 256
    layers: int = 8
    heads: int = 8
    kv_heads: int = 2
    ffn: int = 640
    context: int = 512
    rope_base: float = 10000.0
    norm_eps: float = 1e-5

    @property
    def head_dim(self):
        return self.dim // self.heads

    def as_dict(self):
        return asdict(self)


class Normalise(torch.autograd.Function):
    """x / rms(x) * weight with a backward pass of few steps over memory; the result is bf16 under autocast."""

    @staticmethod
    def forward(ctx, x, weight, eps, kind):
        scale = torch.rsqrt(torch.linalg.vector_norm(x, dim=-1, keepdim=True).square_() / x.shape[-1] + eps)
        ctx.save_for_backward(x, weight, scale)
        return (x * scale).mul_(weight).to(kind)

    @staticmethod
    def backward(ctx, grad):
        x, weight, scale = ctx.saved_tensors
        unit, grad = x * scale, grad.float()
        dweight = (grad * unit).flatten(0, -2).sum(0)
        grad = grad * weight
        mean = (grad * unit).mean(-1, keepdim=True)
        return grad.addcmul_(unit, mean, value=-1).mul_(scale), dweight, None, None


class RmsNorm(nn.Module):
    def __init__(self, dim, eps):
        super().__init__()
        self.weight = nn.Parameter(torch.ones(dim))
        self.eps = eps

    def forward(self, x):
        fast = torch.is_autocast_cpu_enabled() or torch.is_autocast_enabled()
        return Normalise.apply(x, self.weight, self.eps, torch.bfloat16 if fast else torch.float32)


def rope_table(shape, length):
    """Turns as complex numbers, [length, head_dim/2]."""
    half = torch.arange(0, shape.head_dim, 2, dtype=torch.float64) / shape.head_dim
    angle = torch.arange(length, dtype=torch.float64)[:, None] * shape.rope_base ** -half
    return torch.polar(torch.ones_like(angle), angle).to(torch.complex64)


def rotate(x, turn):
    """x [batch, length, heads, head_dim]; pairs (2i, 2i+1) turn by the angle of their position."""
    pairs = torch.view_as_complex(x.float().reshape(*x.shape[:-1], -1, 2))
    return torch.view_as_real(pairs * turn[:, None]).flatten(-2)


class Block(nn.Module):
    def __init__(self, shape):
        super().__init__()
        self.shape = shape
        kv = shape.kv_heads * shape.head_dim
        self.attn_norm = RmsNorm(shape.dim, shape.norm_eps)
        self.attn_q = nn.Linear(shape.dim, shape.dim, bias=False)
        self.attn_k = nn.Linear(shape.dim, kv, bias=False)
        self.attn_v = nn.Linear(shape.dim, kv, bias=False)
        self.attn_output = nn.Linear(shape.dim, shape.dim, bias=False)
        self.ffn_norm = RmsNorm(shape.dim, shape.norm_eps)
        self.ffn_gate = nn.Linear(shape.dim, shape.ffn, bias=False)
        self.ffn_up = nn.Linear(shape.dim, shape.ffn, bias=False)
        self.ffn_down = nn.Linear(shape.ffn, shape.dim, bias=False)

    def attention(self, x, turn, mask):
        s, (batch, length, _) = self.shape, x.shape
        group = s.heads // s.kv_heads
        both = F.linear(x, torch.cat((self.attn_q.weight, self.attn_k.weight, self.attn_v.weight)))
        both = both.view(batch, length, s.heads + 2 * s.kv_heads, s.head_dim)
        turned = rotate(both[:, :, :s.heads + s.kv_heads], turn)
        q = turned[:, :, :s.heads].transpose(1, 2).reshape(batch, s.kv_heads, group * length, s.head_dim)
        k = turned[:, :, s.heads:].transpose(1, 2)
        v = both[:, :, s.heads + s.kv_heads:].transpose(1, 2)
        score = torch.matmul(q * s.head_dim ** -0.5, k.transpose(2, 3))
        score = score.view(batch, s.kv_heads, group, length, length).float() + mask
        weight = score.softmax(-1).view(batch, s.kv_heads, group * length, length)
        mixed = torch.matmul(weight.to(v.dtype), v).view(batch, s.heads, length, s.head_dim)
        return self.attn_output(mixed.transpose(1, 2).reshape(batch, length, s.dim))

    def forward(self, x, turn, mask, drop):
        x = drop(x, self.attention(self.attn_norm(x), turn, mask))
        both = F.linear(self.ffn_norm(x), torch.cat((self.ffn_gate.weight, self.ffn_up.weight)))
        gate, up = both.split(self.shape.ffn, -1)
        return drop(x, self.ffn_down(gate * torch.sigmoid(gate) * up))


class Llama(nn.Module):
    """tokens [batch, length] -> hidden [batch, length, dim]; `logits` maps hidden to vocabulary."""

    def __init__(self, shape, drop=0.0):
        super().__init__()
        self.shape, self.drop = shape, drop
        self.token_embd = nn.Embedding(shape.vocab, shape.dim)
        self.blk = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.output_norm = RmsNorm(shape.dim, shape.norm_eps)
        self.register_buffer("turn", rope_table(shape, shape.context), persistent=False)
        self.output = None  # a separate output matrix, only for files that have one
        self.apply(self.start)
        for block in self.blk:
            for last in (block.attn_output, block.ffn_down):
                nn.init.normal_(last.weight, std=0.02 * 2 * (2 * shape.layers) ** -0.5)

    @staticmethod
    def start(module):
        if isinstance(module, (nn.Linear, nn.Embedding)):
            nn.init.normal_(module.weight, std=0.04 if isinstance(module, nn.Linear) else 0.02)

    def forward(self, tokens, keep=None):
        """keep [batch, length]: 0 where a token's embedding is blanked (word dropout), else 1."""
        length = tokens.shape[1]
        x = self.token_embd(tokens)
        if keep is not None:
            x = x * keep[..., None]
        mask = torch.full((length, length), float("-inf"), device=x.device).triu(1)
        for block in self.blk:
            x = block(x, self.turn[:length], mask, self.added)
        return self.output_norm(x)

    def added(self, x, branch):
        """x + branch with dropout, one mask for all positions of a sequence: cheap to draw on a CPU."""
        if not self.training or self.drop == 0:
            return x + branch
        mask = torch.rand(x.shape[0], 1, x.shape[2], device=x.device) >= self.drop
        return torch.addcmul(x, branch.float(), mask.float(), value=1 / (1 - self.drop))

    def logits(self, hidden, rows=None):
        """Scores of the vocabulary, or of the given rows of it."""
        weight = self.token_embd.weight if self.output is None else self.output.weight
        return F.linear(hidden, weight if rows is None else weight[rows])
