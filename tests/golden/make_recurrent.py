"""Writes lfm2 and granitehybrid with random weights, and the logits that they give for the prompt."""
import numpy as np

from blocks import attention, distances, gated, rms_norm, rope, short_convolution, silu, softplus
from made_model import PROMPT, VOCABULARY, MadeModel


def attend(model, prefix, y, heads, groups, size, scale, base=None, normed=None):
    """Causal attention, with norms of the heads where `normed` is an epsilon, and positions where there is a base."""
    n, width = y.shape
    q = (y @ model.matrix(prefix + "attn_q", heads * size, width).T).reshape(n, heads, size)
    k = (y @ model.matrix(prefix + "attn_k", groups * size, width).T).reshape(n, groups, size)
    v = (y @ model.matrix(prefix + "attn_v", groups * size, width).T).reshape(n, groups, size)
    if normed:
        q = rms_norm(q, model.norm(prefix + "attn_q_norm", size), normed)
        k = rms_norm(k, model.norm(prefix + "attn_k_norm", size), normed)
    if base:
        q, k = rope(q, base), rope(k, base)
    return attention(q, k, v, scale, distances(n) >= 0) @ model.matrix(prefix + "attn_output", width, heads * size).T


def feed_forward(model, prefix, y, hidden):
    width = y.shape[1]
    gate, up = model.matrix(prefix + "ffn_gate", hidden, width), model.matrix(prefix + "ffn_up", hidden, width)
    return gated(y, gate, up, model.matrix(prefix + "ffn_down", width, hidden))


def lfm2():
    width, heads, groups, hidden, taps, epsilon, base = 32, 4, [0, 0, 2, 0], 24, 3, 1e-5, 1e6
    size = width // heads
    model = MadeModel("lfm2", "lfm2", 3)
    for key, value in {"context_length": 128, "embedding_length": width, "block_count": len(groups), "feed_forward_length": hidden,
                       "attention.head_count": heads, "attention.head_count_kv": groups, "shortconv.l_cache": taps,
                       "attention.layer_norm_rms_epsilon": epsilon, "rope.freq_base": base}.items():
        model.set(key, value)
    embedding = model.matrix("token_embd", VOCABULARY, width, 3)
    x = embedding[PROMPT]
    for i, group in enumerate(groups):
        prefix = f"blk.{i}."
        y = rms_norm(x, model.norm(prefix + "attn_norm", width), epsilon)
        if group:
            x = x + attend(model, prefix, y, heads, group, size, size**-0.5, base, epsilon)
        else:
            b, c, z = np.split(y @ model.matrix(prefix + "shortconv.in_proj", 3 * width, width).T, 3, axis=1)
            kernel = model.floats(prefix + "shortconv.conv.weight", model.random.normal(0, 0.6, (width, taps)))
            x = x + (c * short_convolution(b * z, kernel)) @ model.matrix(prefix + "shortconv.out_proj", width, width).T
        y = rms_norm(x, model.norm(prefix + "ffn_norm", width), epsilon)
        x = x + feed_forward(model, prefix, y, hidden)
    x = rms_norm(x, model.norm("token_embd_norm", width), epsilon)
    model.write()
    model.expect(x @ embedding.T)


def mamba2(model, prefix, y, inner, heads, state, groups, taps, epsilon):
    n, width = y.shape
    channels, size = inner + 2 * groups * state, inner // heads
    z, xbc, dt = np.split(y @ model.matrix(prefix + "ssm_in", inner + channels + heads, width).T, [inner, inner + channels], axis=1)
    kernel = model.floats(prefix + "ssm_conv1d.weight", model.random.normal(0, 0.6, (channels, taps)))
    xbc = silu(short_convolution(xbc, kernel) + model.bias(prefix + "ssm_conv1d", channels))
    x, b, c = np.split(xbc, [inner, inner + groups * state], axis=1)
    x, b, c = x.reshape(n, heads, size), b.reshape(n, groups, state), c.reshape(n, groups, state)
    step = softplus(dt + model.bias(prefix + "ssm_dt", heads))
    a = model.floats(prefix + "ssm_a", -np.exp(model.random.normal(0, 0.5, (heads, 1))))[:, 0]
    d = model.floats(prefix + "ssm_d", model.random.normal(1, 0.2, (heads, 1)))[:, 0]
    memory, out = np.zeros((heads, size, state)), np.empty_like(x)
    for t in range(n):
        for h in range(heads):
            g = h // (heads // groups)
            memory[h] = memory[h] * np.exp(step[t, h] * a[h]) + step[t, h] * np.outer(x[t, h], b[t, g])
            out[t, h] = memory[h] @ c[t, g] + d[h] * x[t, h]
    out = (out.reshape(n, inner) * silu(z)).reshape(n, groups, inner // groups)
    weight = model.floats(prefix + "ssm_norm.weight", model.random.normal(1, 0.1, (groups, inner // groups)))
    return rms_norm(out, weight, epsilon).reshape(n, inner) @ model.matrix(prefix + "ssm_out", width, inner).T


def granite_hybrid():
    width, heads, groups, hidden, epsilon = 32, 4, [0, 0, 2, 0], 24, 1e-5
    inner, ssm_heads, state, ssm_groups, taps = 40, 4, 12, 2, 4
    scales = {"embedding_scale": 6.0, "residual_scale": 0.5, "logit_scale": 3.0, "attention.scale": 0.25}
    model = MadeModel("granitehybrid", "granitehybrid", 4)
    for key, value in {"context_length": 128, "embedding_length": width, "block_count": len(groups), "feed_forward_length": hidden,
                       "attention.head_count": heads, "attention.head_count_kv": groups, "rope.scaling.finetuned": False,
                       "attention.layer_norm_rms_epsilon": epsilon, "ssm.conv_kernel": taps, "ssm.state_size": state,
                       "ssm.group_count": ssm_groups, "ssm.time_step_rank": ssm_heads, "ssm.inner_size": inner, **scales}.items():
        model.set(key, value)
    embedding = model.matrix("token_embd", VOCABULARY, width, 2)
    x, share = embedding[PROMPT] * 6.0, 0.5
    for i, group in enumerate(groups):
        prefix = f"blk.{i}."
        y = rms_norm(x, model.norm(prefix + "attn_norm", width), epsilon)
        if group:
            y = attend(model, prefix, y, heads, group, width // heads, 0.25)
        else:
            y = mamba2(model, prefix, y, inner, ssm_heads, state, ssm_groups, taps, epsilon)
        x = x + share * y
        y = rms_norm(x, model.norm(prefix + "ffn_norm", width), epsilon)
        x = x + share * feed_forward(model, prefix, y, hidden)
    x = rms_norm(x, model.norm("output_norm", width), epsilon)
    model.write()
    model.expect(x @ embedding.T / 3.0)


if __name__ == "__main__":
    lfm2()
    granite_hybrid()
