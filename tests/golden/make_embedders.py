"""Writes nomic-bert and gemma-embedding with random weights, and the vectors that they give for the prompt."""
import numpy as np

from blocks import attention, distances, gated, gelu, layer_norm, rms_norm, rope
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


if __name__ == "__main__":
    nomic_bert()
    gemma_embedding()
