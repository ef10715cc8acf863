"""How each architecture differs from the common form in reference.py: one function each. Facts are those of its paper
and of the names and defaults that GGUF files follow."""
import numpy as np

import blocks
from reference import experts, feed_forward


def set_experts(m, **options):
    count, used = m.key("expert_count", 0), m.key("expert_used_count", 0)
    for layer in m.layers if count else []:
        hidden = m.key("expert_feed_forward_length", layer.hidden)
        layer.experts = {"count": count, "used": used, "hidden": hidden, **options}


def post_norms(m):
    for layer in m.layers:
        layer.norms = ("attn_norm", "post_attention_norm", "ffn_norm", "post_ffw_norm")


def llama(m):
    m.neox = False
    set_experts(m)


def minicpm(m):
    llama(m)
    m.embedding_scale, m.residual_scale = m.key("embedding_scale", 12.0), m.key("residual_scale", 1.4 / len(m.layers) ** 0.5)
    m.logit_scale = 1 / m.key("logit_scale", m.embedding / 256)


def phi3(m):
    for layer in m.layers:
        layer.window = m.key("attention.sliding_window", 0)


def qwen2(m):
    pass


def qwen3(m):
    for layer in m.layers:
        layer.head_norm = "each"


def qwen3moe(m):
    qwen3(m)
    set_experts(m)


def qwen2moe(m):
    set_experts(m, normalize=False, shared=m.key("expert_shared_feed_forward_length", 0))


def smollm3(m):
    llama(m)
    for layer in m.layers[3::4]:
        layer.rope = None


def gemma(m):
    m.embedding_scale = m.embedding**0.5
    m.logit_cap = m.key("final_logit_softcapping", 0.0)
    for layer in m.layers:
        layer.unit = "gelu"


def gemma2(m):
    gemma(m)
    post_norms(m)
    m.logit_cap = m.key("final_logit_softcapping", 30.0)
    for layer, windowed in zip(m.layers, m.windowed(2)):
        layer.cap = m.key("attn_logit_softcapping", 50.0)
        layer.window = m.key("attention.sliding_window", 4096) if windowed else 0
        if len(m.layers) == 46:
            layer.scale = (m.embedding // layer.heads) ** -0.5


def gemma3(m):
    gemma(m)
    post_norms(m)
    m.local_rope(10000.0)
    window = m.key("attention.sliding_window", 0)
    for layer, windowed in zip(m.layers, m.windowed(6)):
        layer.head_norm = "each"
        if window and windowed:
            layer.window, layer.rope = window, "local"


def gemma4(m):
    gemma(m)
    post_norms(m)
    windowed = m.windowed(6)
    size = m.key("attention.key_length_swa")
    m.local_rope(10000.0, m.key("rope.dimension_count_swa", size))
    first = len(m.layers) - m.key("attention.shared_kv_layers", 0)
    for i, layer in enumerate(m.layers):
        layer.head_norm, layer.norm_values, layer.scale, layer.feed_forward = "each", True, 1.0, gemma4_feed_forward
        if windowed[i]:
            layer.window, layer.rope, layer.size, layer.value_size = m.key("attention.sliding_window"), "local", size, size
        if i >= first:
            layer.borrow = max(j for j in range(first) if windowed[j] == windowed[i])
    set_experts(m)
    m.tail = gemma4_tail


def gemma4_feed_forward(m, prefix, layer, x, normed):
    def dense():
        return feed_forward(m, prefix, Dense(layer), x, normed)

    if not m.tensors.has(prefix + "ffn_gate_inp.weight"):
        return dense()
    routed = blocks.rms_norm(x, None, m.epsilon) / m.embedding**0.5 * m.tensors.vector(prefix + "ffn_gate_inp.scale", m.embedding)
    mixed = experts(m, prefix, layer, routed, m.norm(prefix + "pre_ffw_norm_2", x))
    return m.norm(prefix + "post_ffw_norm_1", dense()) + m.norm(prefix + "post_ffw_norm_2", mixed)


class Dense:
    """A layer seen without its experts."""

    def __init__(self, layer):
        self.__dict__.update(layer.__dict__, experts=None)


def gemma4_tail(m, i, prefix, x):
    width, count = m.key("embedding_length_per_layer_input", 0), len(m.layers)
    if width:
        rows = m.tensors.matrix("per_layer_token_embd.weight", m.vocabulary, width * count)[m.tokens] * width**0.5
        projected = m.linear("per_layer_model_proj", width * count, m.embedding, m.embedded) / m.embedding**0.5
        shape = (len(x), count, width)
        inputs = (m.norm("per_layer_proj_norm", projected.reshape(shape)) + rows.reshape(shape)) / 2**0.5
        gate = blocks.UNITS["gelu"](m.linear(prefix + "inp_gate", width, m.embedding, x), inputs[:, i])
        x = x + m.norm(prefix + "post_norm", m.linear(prefix + "proj", m.embedding, width, gate))
    scale = m.optional(prefix + "layer_output_scale.weight", 1)
    return x if scale is None else x * scale


def gpt_oss(m):
    set_experts(m, gating="chosen", normalize=False)
    for layer, windowed in zip(m.layers, m.windowed(2)):
        layer.norms, layer.unit, layer.sinks = ("attn_norm", None, "post_attention_norm", None), "clamped", True
        layer.window = m.key("attention.sliding_window") if windowed else 0


def bitnet(m):
    for layer in m.layers:
        layer.sub_norms, layer.unit = True, m.key("hidden_activation", "silu")


def olmo2(m):
    m.local_rope(m.key("rope.freq_base", 10000.0))
    window = m.key("attention.sliding_window", 0)
    for layer, windowed in zip(m.layers, m.windowed(4)):
        layer.head_norm, layer.norms = "all", (None, "post_attention_norm", None, "post_ffw_norm")
        if window and windowed:
            layer.window, layer.rope = window, "local"


def olmoe(m):
    set_experts(m, normalize=False)
    for layer in m.layers:
        layer.head_norm = "all"


def mistral3(m):
    llama(m)
    scale = m.key("attention.temperature_scale", 0.0)
    for layer in m.layers:
        layer.temperature = scale and (scale, m.key("rope.scaling.original_context_length", m.key("context_length")))


def glm4(m):
    m.neox = False
    post_norms(m)


def dense_then_experts(m, gating):
    gating = {None: gating, 1: "softmax", 2: "sigmoid"}[m.key("expert_gating_func")]
    shared = m.key("expert_shared_count", 0) * m.key("expert_feed_forward_length")
    groups = m.key("expert_group_count", 1)
    set_experts(m, gating=gating, normalize=m.key("expert_weights_norm", False), scale=m.key("expert_weights_scale", 1.0), shared=shared,
                groups=groups, groups_used=m.key("expert_group_used_count", groups))
    for layer in m.layers[: m.key("leading_dense_block_count", 0)]:
        layer.experts = None


def deepseek(m):
    m.neox = False
    dense_then_experts(m, "softmax")


def dots1(m):
    qwen3(m)
    dense_then_experts(m, "sigmoid")


def deepseek2(m):
    """Keys and values of each head from one short vector, written out."""
    deepseek(m)
    back = m.key("rope.scaling.yarn_log_multiplier")
    m.yarn_magnitude = back is None
    growth = 0.1 * np.log(m.key("rope.scaling.factor", 1.0)) if m.key("rope.scaling.type") == "yarn" else 0.0
    magnitude = 1 + growth * (1 if back is None else 10 * back)
    for layer in m.layers:
        layer.size, layer.value_size = m.key("attention.key_length_mla", layer.size), m.key("attention.value_length_mla", layer.value_size)
        layer.scale, layer.attend = magnitude**2 * layer.size**-0.5, latent_attention


def latent_attention(m, i, prefix, layer, x):
    rank, rotated, heads = m.key("attention.kv_lora_rank"), m.key("rope.dimension_count"), layer.heads
    plain, rope = layer.size - rotated, m.rope_of(layer)
    inner, name, width = x, "attn_q", m.embedding
    if m.key("attention.q_lora_rank", 0):
        name, width = "attn_q_b", m.key("attention.q_lora_rank")
        inner = m.norm(prefix + "attn_q_a_norm", m.linear(prefix + "attn_q_a", width, m.embedding, x))
    q = m.linear(prefix + name, heads * layer.size, width, inner).reshape(len(x), heads, layer.size)
    q = np.concatenate([q[..., :plain], rope(q[..., plain:])], -1)
    low = m.linear(prefix + "attn_kv_a_mqa", rank + rotated, m.embedding, x)
    low, turned = m.norm(prefix + "attn_kv_a_norm", low[:, :rank]), rope(low[:, None, rank:])
    if m.tensors.has(prefix + "attn_k_b.weight"):
        k = np.einsum("tr,hrp->thp", low, m.tensors.stack(prefix + "attn_k_b.weight", heads, rank, plain))
        v = np.einsum("tr,hvr->thv", low, m.tensors.stack(prefix + "attn_v_b.weight", heads, layer.value_size, rank))
    else:
        both = m.linear(prefix + "attn_kv_b", heads * (plain + layer.value_size), rank, low).reshape(len(x), heads, -1)
        k, v = both[..., :plain], both[..., plain:]
    k = np.concatenate([k, np.tile(turned, (1, heads, 1))], -1)
    y = blocks.attention(q, k, v, layer.scale, blocks.causal(len(x)))
    return m.linear(prefix + "attn_output", m.embedding, heads * layer.value_size, y)


def seed_oss(m):
    for layer in m.layers:
        layer.norms = ("attn_norm", None, "post_attention_norm", None)


def exaone4(m):
    window = m.key("attention.sliding_window", 0)
    for layer, windowed in zip(m.layers, m.windowed(4)):
        layer.head_norm, layer.norms = "each", (None, "post_attention_norm", None, "post_ffw_norm")
        if window:
            layer.window, layer.rope = (window, "global") if windowed else (0, None)


def command_r(m):
    m.neox, m.layer_norms, m.logit_scale = False, True, m.key("logit_scale", 1.0)
    for layer in m.layers:
        layer.parallel, layer.norms = True, ("attn_norm", None, "attn_norm", None)


def cohere2(m):
    command_r(m)
    for layer, windowed in zip(m.layers, m.windowed(4)):
        layer.window, layer.rope = (m.key("attention.sliding_window"), "global") if windowed else (0, None)


def starcoder2(m):
    m.layer_norms = True
    for layer in m.layers:
        layer.gated, layer.unit = False, "gelu"


def phi2(m):
    starcoder2(m)
    for layer in m.layers:
        layer.parallel, layer.norms = True, ("attn_norm", None, "attn_norm", None)


def falcon(m):
    phi2(m)
    for layer in m.layers if m.tensors.has("blk.0.attn_norm_2.weight") else []:
        layer.norms = ("attn_norm_2", None, "attn_norm", None)


def gptneox(m):
    starcoder2(m)
    for layer in m.layers:
        layer.parallel = m.key("use_parallel_residual", True)


def stablelm(m):
    m.layer_norms = True
    for i, layer in enumerate(m.layers):
        if not m.tensors.has(f"blk.{i}.ffn_norm.weight"):
            layer.parallel, layer.norms = True, ("attn_norm", None, "attn_norm", None)


def nemotron(m):
    starcoder2(m)
    for layer in m.layers:
        layer.unit = "relu2"


def arcee(m):
    llama(m)
    for layer in m.layers:
        layer.gated, layer.unit = False, "relu2"


def glm4moe(m):
    dense_then_experts(m, "sigmoid")
    for i, layer in enumerate(m.layers):
        layer.norms = ("attn_norm", None, "post_attention_norm", None)
        layer.head_norm = "each" if m.tensors.has(f"blk.{i}.attn_q_norm.weight") else None


def granite(m):
    m.neox = False
    set_experts(m, shared=m.key("expert_shared_feed_forward_length", 0))
    m.embedding_scale, m.residual_scale, m.logit_scale = m.key("embedding_scale", 1.0), m.key("residual_scale", 1.0), 1 / m.key("logit_scale")
    for layer in m.layers:
        layer.scale = m.key("attention.scale", layer.scale)
        layer.rope = "global" if m.key("rope.scaling.finetuned", True) else None


ARCHITECTURES = {
    "arcee": arcee, "command-r": command_r, "cohere2": cohere2, "starcoder2": starcoder2, "phi2": phi2, "falcon": falcon, "gptneox": gptneox,
    "stablelm": stablelm, "nemotron": nemotron, "bitnet": bitnet, "deepseek": deepseek, "deepseek2": deepseek2, "dots1": dots1, "exaone4": exaone4, "seed_oss": seed_oss, "gemma": gemma, "gemma2": gemma2, "gemma3": gemma3, "gemma4": gemma4, "glm4": glm4, "glm4moe": glm4moe,
    "gpt-oss": gpt_oss, "granite": granite, "granitemoe": granite, "internlm2": llama, "llama": llama, "minicpm": minicpm,
    "mistral3": mistral3, "olmo2": olmo2, "olmoe": olmoe, "phi3": phi3, "qwen2": qwen2, "qwen2moe": qwen2moe, "qwen3": qwen3,
    "qwen3moe": qwen3moe, "smollm3": smollm3,
}
