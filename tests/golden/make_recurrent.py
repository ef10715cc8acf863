"""Writes lfm2, granitehybrid and qwen35moe with random weights, and the logits that they give for the prompt."""
import numpy as np

from blocks import Rope, attention, distances, gated, rms_norm, rope, short_convolution, sigmoid, silu, softplus, weigh_experts
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


def delta_net(model, prefix, y, key_heads, heads, size, taps, epsilon):
    n, width = y.shape
    keys, values = key_heads * size, heads * size
    qkv = y @ model.matrix(prefix + "attn_qkv", 2 * keys + values, width).T
    z = y @ model.matrix(prefix + "attn_gate", values, width).T
    beta = sigmoid(y @ model.matrix(prefix + "ssm_beta", heads, width).T)
    alpha = y @ model.matrix(prefix + "ssm_alpha", heads, width).T
    kernel = model.floats(prefix + "ssm_conv1d.weight", model.random.normal(0, 0.6, (2 * keys + values, taps)))
    q, k, v = np.split(silu(short_convolution(qkv, kernel)), [keys, 2 * keys], axis=1)
    q, k, v = q.reshape(n, key_heads, size), k.reshape(n, key_heads, size), v.reshape(n, heads, size)
    q, k = (x / np.linalg.norm(x, axis=-1, keepdims=True) for x in (q, k))
    a = model.floats(prefix + "ssm_a", -np.exp(model.random.normal(0, 0.5, heads)))
    decay = np.exp(a * softplus(alpha + model.bias(prefix + "ssm_dt", heads)))
    memory, out = np.zeros((heads, size, size)), np.empty_like(v)
    for t in range(n):
        for h in range(heads):
            key = k[t, h % key_heads]
            memory[h] *= decay[t, h]
            memory[h] += np.outer(key, beta[t, h] * (v[t, h] - memory[h].T @ key))
            out[t, h] = memory[h].T @ q[t, h % key_heads] / np.sqrt(size)
    out = rms_norm(out, model.norm(prefix + "ssm_norm", size), epsilon).reshape(n, values) * silu(z)
    return out @ model.matrix(prefix + "ssm_out", width, values).T


def gated_attention(model, prefix, y, heads, groups, size, turning, base, epsilon):
    n, width = y.shape
    both = (y @ model.matrix(prefix + "attn_q", 2 * heads * size, width).T).reshape(n, heads, 2 * size)
    k = (y @ model.matrix(prefix + "attn_k", groups * size, width).T).reshape(n, groups, size)
    v = (y @ model.matrix(prefix + "attn_v", groups * size, width).T).reshape(n, groups, size)
    q, gate = both[..., :size], both[..., size:].reshape(n, -1)
    turn = Rope(base, turning, True)
    q = turn(rms_norm(q, model.norm(prefix + "attn_q_norm", size), epsilon))
    k = turn(rms_norm(k, model.norm(prefix + "attn_k_norm", size), epsilon))
    seen = attention(q, k, v, size**-0.5, distances(n) >= 0) * sigmoid(gate)
    return seen @ model.matrix(prefix + "attn_output", width, heads * size).T


def experts(model, prefix, y, count, used, hidden, shared):
    width = y.shape[1]
    weights = weigh_experts(y @ model.matrix(prefix + "ffn_gate_inp", count, width).T, used)
    gate, up = model.experts(prefix + "ffn_gate_exps", count, hidden, width), model.experts(prefix + "ffn_up_exps", count, hidden, width)
    down = model.experts(prefix + "ffn_down_exps", count, width, hidden)
    out = sum(weights[:, e : e + 1] * gated(y, gate[e], up[e], down[e]) for e in range(count))
    share = sigmoid(y @ model.floats(prefix + "ffn_gate_inp_shexp.weight", model.random.normal(0, 0.3, width)))
    gate, up = model.matrix(prefix + "ffn_gate_shexp", shared, width), model.matrix(prefix + "ffn_up_shexp", shared, width)
    return out + share[:, None] * gated(y, gate, up, model.matrix(prefix + "ffn_down_shexp", width, shared))


def qwen35moe():
    width, layers, interval, epsilon, base = 24, 3, 2, 1e-6, 1e5
    heads, groups, size, turning = 2, 1, 12, 4
    key_heads, value_heads, state, taps = 2, 6, 7, 4
    model = MadeModel("qwen35moe", "qwen35moe", 5)
    for key, value in {"context_length": 128, "embedding_length": width, "block_count": layers, "full_attention_interval": interval,
                       "attention.head_count": heads, "attention.head_count_kv": groups, "attention.key_length": size,
                       "attention.value_length": size, "attention.layer_norm_rms_epsilon": epsilon, "rope.dimension_count": turning,
                       "rope.dimension_sections": [1, 1, 0, 0], "rope.freq_base": base, "ssm.conv_kernel": taps, "ssm.state_size": state,
                       "ssm.group_count": key_heads, "ssm.time_step_rank": value_heads, "ssm.inner_size": value_heads * state,
                       "expert_count": 4, "expert_used_count": 2, "expert_feed_forward_length": 8,
                       "expert_shared_feed_forward_length": 10}.items():
        model.set(key, value)
    x = model.matrix("token_embd", VOCABULARY, width, 2)[PROMPT]
    for i in range(layers):
        prefix = f"blk.{i}."
        y = rms_norm(x, model.norm(prefix + "attn_norm", width), epsilon)
        if (i + 1) % interval:
            x = x + delta_net(model, prefix, y, key_heads, value_heads, state, taps, epsilon)
        else:
            x = x + gated_attention(model, prefix, y, heads, groups, size, turning, base, epsilon)
        y = rms_norm(x, model.norm(prefix + "post_attention_norm", width), epsilon)
        x = x + experts(model, prefix, y, 4, 2, 8, 10)
    x = rms_norm(x, model.norm("output_norm", width), epsilon)
    output = model.matrix("output", VOCABULARY, width)
    model.write()
    model.expect(x @ output.T)


if __name__ == "__main__":
    lfm2()
    granite_hybrid()
    qwen35moe()
