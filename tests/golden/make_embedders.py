"""Writes embedding models with random weights, and the vectors that they give for the prompt."""
import numpy as np

from blocks import alibi_slopes, attention, distances, gated, gelu, layer_norm, rms_norm, rope, weigh_experts
from made_model import PROMPT, VOCABULARY, MadeModel


def nomic_bert():
    width, heads, hidden, layers, epsilon, base = 32, 4, 24, 2, 1e-5, 1000.0
    model = MadeModel("nomic-bert", "nomic-bert", 1)
    for key, value in {"context_length": 64, "embedding_length": width, "block_count": layers, "feed_forward_length": hidden,
                       "attention.head_count": heads, "attention.layer_norm_epsilon": epsilon, "attention.causal": False,
                       "pooling_type": 1, "rope.freq_base": base}.items():
        model.set(key, value)
    n = len(PROMPT)
    x = model.matrix("token_embd", VOCABULARY, width)[PROMPT] + model.matrix("token_types", 2, width)[0]
    x = layer_norm(x, model.norm("token_embd_norm", width), model.bias("token_embd_norm", width), epsilon)
    for i in range(layers):
        prefix = f"blk.{i}."
        q, k, v = np.split(x @ model.matrix(prefix + "attn_qkv", 3 * width, width, 2).T, 3, axis=1)
        shape = (n, heads, width // heads)
        q, k = rope(q.reshape(shape), base), rope(k.reshape(shape), base)
        seen = attention(q, k, v.reshape(shape), shape[2] ** -0.5, np.ones((n, n), bool))
        x = x + seen @ model.matrix(prefix + "attn_output", width, width).T
        x = layer_norm(x, model.norm(prefix + "attn_output_norm", width), model.bias(prefix + "attn_output_norm", width), epsilon)
        gate, up = model.matrix(prefix + "ffn_gate", hidden, width), model.matrix(prefix + "ffn_up", hidden, width)
        x = x + gated(x, gate, up, model.matrix(prefix + "ffn_down", width, hidden))
        x = layer_norm(x, model.norm(prefix + "layer_output_norm", width), model.bias(prefix + "layer_output_norm", width), epsilon)
    model.write()
    model.expect(x, "tokens")
    model.expect(x.mean(0))


def gemma_embedding():
    width, heads, groups, size, hidden, layers, epsilon, base, window = 32, 2, 1, 8, 24, 6, 1e-6, 1e6, 6
    model = MadeModel("gemma-embedding", "gemma-embedding", 2)
    for key, value in {"context_length": 64, "embedding_length": width, "block_count": layers, "feed_forward_length": hidden,
                       "attention.head_count": heads, "attention.head_count_kv": groups, "attention.key_length": size,
                       "attention.value_length": size, "attention.layer_norm_rms_epsilon": epsilon, "attention.sliding_window": window,
                       "pooling_type": 1, "rope.freq_base": base}.items():
        model.set(key, value)
    n = len(PROMPT)
    x = model.matrix("token_embd", VOCABULARY, width, 0.3)[PROMPT] * np.sqrt(width)
    for i in range(layers):
        prefix, everywhere = f"blk.{i}.", i % 6 == 5
        y = rms_norm(x, model.norm(prefix + "attn_norm", width), epsilon)
        q = (y @ model.matrix(prefix + "attn_q", heads * size, width).T).reshape(n, heads, size)
        k = (y @ model.matrix(prefix + "attn_k", groups * size, width).T).reshape(n, groups, size)
        v = (y @ model.matrix(prefix + "attn_v", groups * size, width).T).reshape(n, groups, size)
        angle = base if everywhere else 10000.0
        q = rope(rms_norm(q, model.norm(prefix + "attn_q_norm", size), epsilon), angle)
        k = rope(rms_norm(k, model.norm(prefix + "attn_k_norm", size), epsilon), angle)
        visible = np.abs(distances(n)) <= (n if everywhere else window // 2)
        y = attention(q, k, v, size**-0.5, visible) @ model.matrix(prefix + "attn_output", width, heads * size).T
        x = x + rms_norm(y, model.norm(prefix + "post_attention_norm", width), epsilon)
        y = rms_norm(x, model.norm(prefix + "ffn_norm", width), epsilon)
        gate, up = model.matrix(prefix + "ffn_gate", hidden, width), model.matrix(prefix + "ffn_up", hidden, width)
        y = gated(y, gate, up, model.matrix(prefix + "ffn_down", width, hidden), gelu)
        x = x + rms_norm(y, model.norm(prefix + "post_ffw_norm", width), epsilon)
    x = rms_norm(x, model.norm("output_norm", width), epsilon)
    second, third = model.matrix("dense_2", 40, width), model.matrix("dense_3", 24, 40)
    model.write()
    model.expect(x, "tokens")
    model.expect(x.mean(0) @ second.T @ third.T)


def relative_of_bert(name, architecture, seed, block, **keys):
    """Norms behind each block; block(model, prefix, i, x) adds attention and feed-forward block, with their norms."""
    model = MadeModel(name, architecture, seed)
    for key, value in {"context_length": 64, "block_count": 2, "attention.layer_norm_epsilon": 1e-5, "attention.causal": False,
                       "pooling_type": 1, **{key.replace("__", "."): value for key, value in keys.items()}}.items():
        model.set(key, value)
    width = keys["embedding_length"]
    x = model.matrix("token_embd", VOCABULARY, width)[PROMPT] + model.matrix("token_types", 2, width)[0]
    x = centred(model, "token_embd_norm", x)
    for i in range(2):
        x = block(model, f"blk.{i}.", i, x)
    model.write()
    model.expect(x, "tokens")
    model.expect(x.mean(0))


def centred(model, name, x):
    return layer_norm(x, model.norm(name, x.shape[1]), model.bias(name, x.shape[1]), 1e-5)


def linear(model, name, rows, x):
    return x @ model.matrix(name, rows, x.shape[1]).T + model.bias(name, rows)


def heads_of(model, prefix, heads, x, normed=False):
    out = []
    for name in ("attn_q", "attn_k", "attn_v"):
        y = linear(model, prefix + name, x.shape[1], x)
        y = centred(model, prefix + name + "_norm", y) if normed and name != "attn_v" else y
        out.append(y.reshape(len(x), heads, -1))
    return out


def jina_bert_2():
    width, heads, hidden = 24, 6, 20

    def block(model, prefix, i, x):
        normed = i == 1  # as in the model for code
        q, k, v = heads_of(model, prefix, heads, x, normed)
        seen = attention(q, k, v, (width // heads) ** -0.5, np.ones((len(x), len(x)), bool), slopes=alibi_slopes(heads, 8.0))
        y = centred(model, prefix + "attn_output_norm", x + linear(model, prefix + "attn_output", width, seen))
        y = centred(model, prefix + "attn_norm_2", y + x) if normed else y
        gate, up = y @ model.matrix(prefix + "ffn_gate", hidden, width).T, y @ model.matrix(prefix + "ffn_up", hidden, width).T
        return centred(model, prefix + "layer_output_norm", y + linear(model, prefix + "ffn_down", width, gelu(gate) * up))

    relative_of_bert("jina-bert-v2", "jina-bert-v2", 3, block, embedding_length=width, feed_forward_length=hidden, attention__head_count=heads)


def nomic_bert_moe():
    width, heads, hidden, count = 24, 2, 20, 4

    def experts(model, prefix, x):
        logits = x @ model.matrix(prefix + "ffn_gate_inp", count, width).T
        weights = weigh_experts(logits, 2, normalize=False)
        up, down = model.experts(prefix + "ffn_up_exps", count, hidden, width), model.experts(prefix + "ffn_down_exps", count, width, hidden)
        return sum(weights[:, e : e + 1] * (gelu(x @ up[e].T) @ down[e].T) for e in range(count))

    def block(model, prefix, i, x):
        q, k, v = heads_of(model, prefix, heads, x)
        seen = attention(rope(q, 1000.0), rope(k, 1000.0), v, (width // heads) ** -0.5, np.ones((len(x), len(x)), bool))
        y = centred(model, prefix + "attn_output_norm", x + linear(model, prefix + "attn_output", width, seen))
        added = experts(model, prefix, y) if i == 1 else linear(model, prefix + "ffn_down", width, gelu(linear(model, prefix + "ffn_up", hidden, y)))
        return centred(model, prefix + "layer_output_norm", y + added)

    relative_of_bert("nomic-bert-moe", "nomic-bert-moe", 4, block, embedding_length=width, feed_forward_length=hidden,
                     attention__head_count=heads, rope__freq_base=1000.0, expert_count=count, expert_used_count=2, moe_every_n_layers=2)


def modern_bert():
    width, heads, hidden, layers, window, epsilon = 24, 2, 20, 4, 6, 1e-5
    model = MadeModel("modern-bert", "modern-bert", 5)
    for key, value in {"context_length": 64, "embedding_length": width, "block_count": layers, "feed_forward_length": hidden,
                       "attention.head_count": heads, "attention.layer_norm_epsilon": epsilon, "attention.sliding_window": window,
                       "pooling_type": 2, "rope.freq_base": 160000.0}.items():
        model.set(key, value)
    n = len(PROMPT)

    def bare_bias(name, x):
        return layer_norm(x, model.norm(name, width), 0.0, epsilon)

    x = bare_bias("token_embd_norm", model.matrix("token_embd", VOCABULARY, width)[PROMPT])
    for i in range(layers):
        prefix, everywhere = f"blk.{i}.", i % 3 == 0
        y = bare_bias(prefix + "attn_norm", x) if i else x
        q, k, v = np.split(y @ model.matrix(prefix + "attn_qkv", 3 * width, width, 2).T, 3, axis=1)
        shape, base = (n, heads, width // heads), 160000.0 if everywhere else 10000.0
        visible = np.abs(distances(n)) <= (n if everywhere else window // 2)
        seen = attention(rope(q.reshape(shape), base), rope(k.reshape(shape), base), v.reshape(shape), shape[2] ** -0.5, visible)
        x = x + seen @ model.matrix(prefix + "attn_output", width, width).T
        gate, up = np.split(bare_bias(prefix + "ffn_norm", x) @ model.matrix(prefix + "ffn_up", 2 * hidden, width).T, 2, axis=1)
        x = x + (gelu(gate) * up) @ model.matrix(prefix + "ffn_down", width, hidden).T
    x = bare_bias("output_norm", x)
    model.write()
    model.expect(x, "tokens")
    model.expect(x[0])


if __name__ == "__main__":
    nomic_bert()
    gemma_embedding()
    jina_bert_2()
    nomic_bert_moe()
    modern_bert()
