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


def qwen3vl(m):
    qwen3(m)
    m.deals_pairs = True


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


def own_input(m, i, prefix, x):
    """What a layer of Gemma 3n or 4 makes of its own input."""
    width, count = m.key("embedding_length_per_layer_input"), len(m.layers)
    rows = m.tensors.matrix("per_layer_token_embd.weight", m.vocabulary, width * count)[m.tokens] * width**0.5
    projected = m.linear("per_layer_model_proj", width * count, m.embedding, m.embedded) / m.embedding**0.5
    shape = (len(x), count, width)
    inputs = (m.norm("per_layer_proj_norm", projected.reshape(shape)) + rows.reshape(shape)) / 2**0.5
    gate = blocks.UNITS["gelu"](m.linear(prefix + "inp_gate", width, m.embedding, x), inputs[:, i])
    return m.norm(prefix + "post_norm", m.linear(prefix + "proj", m.embedding, width, gate))


def gemma4_tail(m, i, prefix, x):
    if m.key("embedding_length_per_layer_input", 0):
        x = x + own_input(m, i, prefix, x)
    scale = m.optional(prefix + "layer_output_scale.weight", 1)
    return x if scale is None else x * scale


def gemma3n(m):
    gemma(m)
    post_norms(m)
    m.local_rope(10000.0)
    windowed, count = m.windowed(5), len(m.layers)
    first = count - m.key("attention.shared_kv_layers", 0)
    cutoffs = m.key("activation_sparsity_scale", [1.6448536] * 10 + [0.0] * count)
    for i, layer in enumerate(m.layers):
        layer.head_norm, layer.norm_values, layer.scale, layer.cutoff = "each", True, 1.0, cutoffs[i]
        if windowed[i]:
            layer.window, layer.rope = m.key("attention.sliding_window"), "local"
        if i >= first:
            layer.borrow = max(j for j in range(first) if windowed[j] == windowed[i])
    m.head, m.middle, m.tail = gemma3n_head, gemma3n_middle, gemma3n_tail


def as_large(x, like):
    return x * np.sqrt((like**2).mean(-1, keepdims=True) / (x**2).mean(-1, keepdims=True))


def gemma3n_modes(m, prefix, x):
    normed = m.norm(prefix + "altup_router_norm", x) / m.embedding
    return np.tanh(m.linear(prefix + "altup_router", m.key("altup.num_inputs"), m.embedding, normed))


def gemma3n_head(m, i, prefix, x):
    count, active = m.key("altup.num_inputs"), m.key("altup.active_idx")
    if i == 0:
        others = m.tensors.stack("altup_proj.weight", count - 1, m.embedding, m.embedding)
        m.streams = np.stack([x] + [as_large(x @ w.T, x) for w in others], 1)
    modes = gemma3n_modes(m, prefix, m.streams[:, active])
    shares = (modes @ m.tensors.matrix(prefix + "altup_predict_coef.weight", count**2, count).T).reshape(-1, count, count)
    m.streams = m.streams + np.einsum("tij,tjd->tid", shares, m.streams)
    x = m.streams[:, active]
    normed = m.norm(prefix + "attn_norm", x)
    low = m.linear(prefix + "laurel_l", 3, m.embedding, normed)
    m.laurel = normed + m.norm(prefix + "laurel_post_norm", m.linear(prefix + "laurel_r", m.embedding, 3, low))
    return x


def gemma3n_middle(m, i, prefix, x):
    return (x + m.laurel) / 2**0.5


def gemma3n_tail(m, i, prefix, x):
    count, active = m.key("altup.num_inputs"), m.key("altup.active_idx")
    shares = gemma3n_modes(m, prefix, x) @ m.tensors.matrix(prefix + "altup_correct_coef.weight", count, count).T + 1
    m.streams = m.streams + shares[:, :, None] * (x - m.streams[:, active])[:, None]
    first = m.streams[:, active] * m.tensors.vector(prefix + "altup_correct_scale.weight", m.embedding)
    m.streams[:, 1:] += own_input(m, i, prefix, first)[:, None]
    if i + 1 < len(m.layers):
        return x
    others = m.tensors.stack("altup_unembd_proj.weight", count - 1, m.embedding, m.embedding)
    first = m.streams[:, 0]
    return sum((as_large(m.streams[:, s] @ others[s - 1].T, first) for s in range(1, count)), first) / count


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
    own_head_norms(m)
    for layer in m.layers:
        layer.parallel, layer.norms = True, ("attn_norm", None, "attn_norm", None)


def own_head_norms(m):
    for i, layer in enumerate(m.layers):
        if m.tensors.has(f"blk.{i}.attn_q_norm.weight"):
            layer.head_norm, layer.layer_head_norms = "own", True


def slope_scores(m, max_bias):
    for layer in m.layers:
        layer.rope, layer.max_bias = None, max_bias


def bloom(m):
    starcoder2(m)
    m.norms_embeddings = True
    slope_scores(m, 8.0)


def mpt(m):
    starcoder2(m)
    slope_scores(m, m.key("attention.max_alibi_bias", 0.0))
    m.learns_positions = m.tensors.has("position_embd.weight")
    for layer in m.layers:
        layer.clamp = m.key("attention.clamp_kqv", 0.0)
        if m.tensors.has("blk.0.attn_q_norm.weight"):
            layer.head_norm, layer.layer_head_norms = "all", True


def jais(m):
    m.layer_norms = True
    slope_scores(m, m.key("attention.max_alibi_bias"))
    for layer in m.layers:
        layer.scale = 1 / layer.size


def refact(m):
    slope_scores(m, 8.0)


def baichuan(m):
    llama(m)
    if len(m.layers) == 40:
        slope_scores(m, 8.0)


def cohere2moe(m):
    cohere2(m)
    routed_experts(m, "sigmoid", True)


def granite_swa(m):
    granite(m)
    for layer, windowed in zip(m.layers, m.windowed(0)):
        layer.window, layer.sinks = m.key("attention.sliding_window") if windowed else 0, True


def cohere2(m):
    command_r(m)
    for layer, windowed in zip(m.layers, m.windowed(4)):
        layer.window, layer.rope = (m.key("attention.sliding_window"), "global") if windowed else (0, None)


def starcoder2(m):
    m.layer_norms = True
    for layer in m.layers:
        layer.gated, layer.unit = False, "gelu"


def gpt2(m):
    starcoder2(m)
    m.learns_positions = True
    for layer in m.layers:
        layer.rope = None


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
    own_head_norms(m)
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


def exaone(m):
    pass


def olmo(m):
    m.neox, m.layer_norms = False, "bare"
    for layer in m.layers:
        layer.clamp = m.key("attention.clamp_kqv", 0.0)


def routed_experts(m, gating, normalize):
    """Experts in the layers that have a router."""
    gating = {None: gating, 1: "softmax", 2: "sigmoid"}[m.key("expert_gating_func")]
    groups = m.key("expert_group_count", 1)
    set_experts(m, gating=gating, normalize=m.key("expert_weights_norm", normalize), scale=m.key("expert_weights_scale", 1.0),
                shared=m.key("expert_shared_feed_forward_length", m.key("expert_shared_count", 0) * m.key("expert_feed_forward_length", 0)),
                groups=groups, groups_used=m.key("expert_group_used_count", groups))
    for i, layer in enumerate(m.layers):
        if not m.tensors.has(f"blk.{i}.ffn_gate_inp.weight"):
            layer.experts = None


def rotate_in_windows_only(m, period):
    for layer, windowed in zip(m.layers, m.windowed(period)):
        layer.window, layer.rope = (m.key("attention.sliding_window"), "global") if windowed else (0, None)


def dbrx(m):
    m.layer_norms = True
    routed_experts(m, "softmax", True)
    for layer in m.layers:
        layer.clamp, layer.norms = m.key("attention.clamp_kqv", 0.0), ("attn_norm", None, "attn_output_norm", None)


def hunyuan_dense(m):
    for layer in m.layers:
        layer.head_norm, layer.norm_last = "each", True


def hunyuan_moe(m):
    hunyuan_dense(m)
    routed_experts(m, "softmax", True)


def ernie_moe(m):
    m.neox = False
    routed_experts(m, "softmax", True)


def bailingmoe(m):
    m.neox = False
    routed_experts(m, "softmax", False)


def bailingmoe2(m):
    qwen3(m)
    routed_experts(m, "sigmoid", False)


def minimax_m2(m):
    routed_experts(m, "sigmoid", True)
    for layer in m.layers:
        layer.head_norm = "all"


def exaone_moe(m):
    qwen3(m)
    rotate_in_windows_only(m, 4)
    routed_experts(m, "sigmoid", False)


def afmoe(m):
    exaone_moe(m)
    post_norms(m)
    routed_experts(m, "sigmoid", True)
    m.embedding_scale = m.embedding**0.5
    for layer in m.layers:
        layer.own_gate = True


def qwen(m):
    for layer in m.layers:
        layer.hidden //= 2


def orion(m):
    m.layer_norms = True


def apertus(m):
    qwen3(m)
    for layer in m.layers:
        layer.feed_forward = xielu_feed_forward


def xielu_feed_forward(m, prefix, layer, x, normed):
    i = int(prefix.split(".")[1])
    negative, positive, beta, epsilon = (m.key("xielu." + name)[i] for name in ("alpha_n", "alpha_p", "beta", "eps"))
    negative, positive = beta + blocks.softplus(negative), blocks.softplus(positive)
    y = m.linear(prefix + "ffn_up", layer.hidden, m.embedding, normed)
    y = np.where(y > 0, positive * y**2 + beta * y, (np.expm1(np.minimum(y, epsilon)) - y) * negative + beta * y)
    return m.linear(prefix + "ffn_down", m.embedding, layer.hidden, y)


def minicpm3(m):
    m.embedding_scale, m.residual_scale, m.logit_scale = 12.0, 1.4 / len(m.layers) ** 0.5, 256 / m.embedding
    for layer in m.layers:
        layer.attend = latent_attention


def llama4(m):
    m.neox = False
    routed_experts(m, "sigmoid", False)
    for i, layer in enumerate(m.layers):
        if layer.experts:
            layer.experts["weigh_input"] = True
        if i % 4 == 3:
            layer.rope, layer.temperature = None, (m.key("attention.temperature_scale", 0.1), m.key("attention.temperature_length", 8192), 1)
        else:
            layer.head_norm, layer.norm_last, layer.chunk = "bare", True, m.key("attention.chunk_size", 8192)


def deci(m):
    m.neox = False
    for layer in m.layers:
        attends, feeds = layer.heads > 0, layer.hidden > 0
        layer.attend = layer.attend if attends else nothing
        layer.feed_forward = None if feeds else nothing
        layer.norms = ("attn_norm" if attends else None, None, "ffn_norm" if feeds else None, None)


def maincoder(m):
    hunyuan_dense(m)
    m.neox = False


def deepseek2_ocr(m):
    deepseek(m)
    m.neox = True


def plamo(m):
    for layer in m.layers:
        layer.parallel, layer.norms = True, ("attn_norm", None, "attn_norm", None)


def plm(m):
    m.neox = False
    for layer in m.layers:
        layer.attend, layer.gated, layer.unit = latent_attention, False, "relu2"


def phimoe(m):
    m.layer_norms = True
    set_experts(m, gating="rivals", normalize=False)


def smallthinker(m):
    routed_experts(m, "sigmoid", True)
    window = m.key("attention.sliding_window", 0)
    for i, layer in enumerate(m.layers):
        layer.unit, layer.feed_forward = "relu", routed_by_what_came
        if window:
            layer.window, layer.rope = (window, "global") if i % 4 else (0, None)
    m.head = keep_what_came


def keep_what_came(m, i, prefix, x):
    m.came = x
    return x


def routed_by_what_came(m, prefix, layer, x, normed):
    return experts(m, prefix, layer, m.came, normed)


def qwen3next(m):
    set_experts(m, shared=m.key("expert_shared_feed_forward_length"))
    for i, layer in enumerate(m.layers):
        layer.norms, layer.head_norm, layer.gated_queries = ("attn_norm", None, "post_attention_norm", None), "each", True
        if (i + 1) % m.key("full_attention_interval", 4):
            layer.attend = delta_net


def delta_net(m, i, prefix, layer, x):
    """The rows of one key head lie together in ssm_in and ssm_ba; neighbouring heads of values share one of keys."""
    keys, heads, size = m.key("ssm.group_count"), m.key("ssm.time_step_rank"), m.key("ssm.state_size")
    each, n, value = heads // keys, len(x), m.key("ssm.inner_size") // heads
    rows = m.linear(prefix + "ssm_in", keys * 2 * (size + each * value), m.embedding, x).reshape(n, keys, -1)
    q, k, v, z = np.split(rows, [size, 2 * size, 2 * size + each * value], axis=-1)
    both = m.linear(prefix + "ssm_ba", 2 * heads, m.embedding, x).reshape(n, keys, 2, each)
    beta, alpha = blocks.sigmoid(both[:, :, 0].reshape(n, heads)), both[:, :, 1].reshape(n, heads)
    joined = np.concatenate([part.reshape(n, -1) for part in (q, k, v)], axis=1)
    joined = blocks.silu(m.convolve(prefix + "ssm_conv1d", joined.shape[1], m.key("ssm.conv_kernel"), joined))
    q, k, v = np.split(joined, [keys * size, 2 * keys * size], axis=1)
    q, k, v = q.reshape(n, keys, size), k.reshape(n, keys, size), v.reshape(n, heads, value)
    q, k = (y / np.linalg.norm(y, axis=-1, keepdims=True) for y in (q, k))
    a = m.tensors.vector(prefix + "ssm_a", heads)
    decay = np.exp(a * blocks.softplus(alpha + m.tensors.vector(prefix + "ssm_dt.bias", heads)))
    memory, out = np.zeros((heads, size, value)), np.empty_like(v)
    for t in range(n):
        for h in range(heads):
            key = k[t, h // each]
            memory[h] *= decay[t, h]
            memory[h] += np.outer(key, beta[t, h] * (v[t, h] - key @ memory[h]))
            out[t, h] = q[t, h // each] @ memory[h] / size**0.5
    out = m.norm(prefix + "ssm_norm", out) * blocks.silu(z.reshape(n, heads, value))
    return m.linear(prefix + "ssm_out", m.embedding, heads * value, out.reshape(n, -1))


def mamba2_mixer(m, i, prefix, layer, x):
    inner, heads, state = m.key("ssm.inner_size"), m.key("ssm.time_step_rank"), m.key("ssm.state_size")
    groups, taps, n = m.key("ssm.group_count"), m.key("ssm.conv_kernel"), len(x)
    channels, size = inner + 2 * groups * state, inner // heads
    z, xbc, dt = np.split(m.linear(prefix + "ssm_in", inner + channels + heads, m.embedding, x), [inner, inner + channels], axis=1)
    xbc = blocks.silu(m.convolve(prefix + "ssm_conv1d", channels, taps, xbc))
    x, b, c = np.split(xbc, [inner, inner + groups * state], axis=1)
    x, b, c = x.reshape(n, heads, size), b.reshape(n, groups, state), c.reshape(n, groups, state)
    step = blocks.softplus(dt + m.tensors.vector(prefix + "ssm_dt.bias", heads))
    a, d = m.tensors.negative(prefix + "ssm_a", heads, 1)[:, 0], m.tensors.matrix(prefix + "ssm_d", heads, 1)[:, 0]
    memory, out = np.zeros((heads, size, state)), np.empty_like(x)
    for t in range(n):
        for h in range(heads):
            g = h // (heads // groups)
            memory[h] = memory[h] * np.exp(step[t, h] * a[h]) + step[t, h] * np.outer(x[t, h], b[t, g])
            out[t, h] = memory[h] @ c[t, g] + d[h] * x[t, h]
    out = (out.reshape(n, inner) * blocks.silu(z)).reshape(n, groups, inner // groups)
    if m.tensors.has(prefix + "ssm_norm.weight"):
        out = blocks.rms_norm(out, m.tensors.matrix(prefix + "ssm_norm.weight", groups, inner // groups), m.epsilon)
    return m.linear(prefix + "ssm_out", m.embedding, inner, out.reshape(n, inner))


def mamba_mixer(m, i, prefix, layer, x):
    inner, rank, state = m.key("ssm.inner_size"), m.key("ssm.time_step_rank"), m.key("ssm.state_size")
    x, z = np.split(m.linear(prefix + "ssm_in", 2 * inner, m.embedding, x), 2, axis=1)
    x = blocks.silu(m.convolve(prefix + "ssm_conv1d", inner, m.key("ssm.conv_kernel"), x))
    parts = np.split(m.linear(prefix + "ssm_x", rank + 2 * state, inner, x), [rank, rank + state], axis=1)
    for j, name in enumerate(("ssm_dt_norm", "ssm_b_norm", "ssm_c_norm")):
        if m.tensors.has(prefix + name + ".weight"):
            parts[j] = m.norm(prefix + name, parts[j])
        elif m.key("ssm.dt_b_c_rms"):
            parts[j] = blocks.rms_norm(parts[j], None, m.epsilon)
    dt, b, c = parts
    step = blocks.softplus(m.linear(prefix + "ssm_dt", inner, rank, dt))
    a, d = m.tensors.negative(prefix + "ssm_a", inner, state), m.tensors.vector(prefix + "ssm_d", inner)
    memory, out = np.zeros((inner, state)), np.empty_like(x)
    for t in range(len(x)):
        memory = memory * np.exp(step[t, :, None] * a) + (step[t] * x[t])[:, None] * b[t]
        out[t] = memory @ c[t] + d * x[t]
    return m.linear(prefix + "ssm_out", m.embedding, inner, out * blocks.silu(z))


def rwkv7(m):
    m.layer_norms, m.norms_embeddings = True, True
    for layer in m.layers:
        layer.norms, layer.attend, layer.feed_forward = ("attn_norm", None, "attn_norm_2", None), rwkv7_time_mix, rwkv7_channel_mix


def one_before(x):
    return np.vstack([np.zeros((1, x.shape[1])), x[:-1]])


def rwkv7_time_mix(m, i, prefix, layer, x):
    n, width, size = len(x), m.embedding, m.key("wkv.head_size")
    name, heads, shape = prefix + "time_mix_", width // size, (n, width // size, size)
    mixed = x + (one_before(x) - x) * m.tensors.matrix(name + "lerp_fused.weight", 6, width)[:, None]

    def low_rank(letter, part, squash, offset=True):
        y = squash(m.linear(name + letter + "1", 4, width, mixed[part])) @ m.tensors.matrix(name + letter + "2.weight", width, 4).T
        return y + m.tensors.vector(name + letter + "0.weight", width) if offset else y

    r, k, v = (m.linear(name + part, width, width, mixed[j]) for part, j in (("receptance", 0), ("key", 2), ("value", 3)))
    decay = np.exp(-0.606531 * blocks.sigmoid(low_rank("w", 1, np.tanh)))
    if i == 0:
        m.first_values = v
    else:
        v = v + (m.first_values - v) * blocks.sigmoid(low_rank("v", 3, lambda y: y))
    rate, gate = blocks.sigmoid(low_rank("a", 4, lambda y: y)), low_rank("g", 5, blocks.sigmoid, False)
    removal = (k * m.tensors.vector(name + "k_k.weight", width)).reshape(shape)
    removal = removal / np.linalg.norm(removal, axis=-1, keepdims=True)
    k = k * (1 + (rate - 1) * m.tensors.vector(name + "k_a.weight", width))
    r, k, v, decay, rate = (y.reshape(shape) for y in (r, k, v, decay, rate))
    memory, out = np.zeros((heads, size, size)), np.empty(shape)
    for t in range(n):
        for h in range(heads):
            seen = memory[h] @ removal[t, h]
            memory[h] = memory[h] * decay[t, h] + np.outer(v[t, h], k[t, h]) - np.outer(seen, removal[t, h] * rate[t, h])
            out[t, h] = memory[h] @ r[t, h]
    weight, bias = (m.tensors.vector(name + "ln." + kind, width).reshape(heads, size) for kind in ("weight", "bias"))
    bonus = (r * k * m.tensors.vector(name + "r_k.weight", width).reshape(heads, size)).sum(-1, keepdims=True)
    out = blocks.layer_norm(out, weight, bias, 64e-5) + bonus * v
    return m.linear(name + "output", width, width, out.reshape(n, width) * gate)


def rwkv7_channel_mix(m, prefix, layer, x, normed):
    mixed = normed + (one_before(normed) - normed) * m.tensors.vector(prefix + "channel_mix_lerp_k.weight", m.embedding)
    key = m.linear(prefix + "channel_mix_key", layer.hidden, m.embedding, mixed)
    return m.linear(prefix + "channel_mix_value", m.embedding, layer.hidden, np.maximum(key, 0) ** 2)


def nothing(m, *_):
    return 0.0


def mamba(m):
    for layer in m.layers:
        layer.attend, layer.feed_forward, layer.norms = mamba_mixer, nothing, ("attn_norm", None, None, None)


def mamba2(m):
    mamba(m)
    for layer in m.layers:
        layer.attend = mamba2_mixer


def jamba(m):
    routed_experts(m, "softmax", False)
    for layer in m.layers:
        layer.rope = None
        if layer.kv_heads == 0:
            layer.attend = mamba_mixer


def nemotron_h(m):
    routed_experts(m, "sigmoid", True)
    for layer in m.layers:
        layer.rope, layer.gated, layer.unit = None, False, "relu2"
        feeds = layer.kv_heads == 0 and layer.hidden > 0
        if layer.kv_heads == 0:
            layer.attend = nothing if feeds else mamba2_mixer
        layer.norms = (None, None, "attn_norm", None) if feeds else ("attn_norm", None, None, None)
        layer.feed_forward = None if feeds else nothing


def falcon_h1(m):
    for layer in m.layers:
        layer.attend = lambda m, *rest: type(m).attend(m, *rest) + mamba2_mixer(m, *rest)


ARCHITECTURES = {
    "maincoder": maincoder, "deepseek2-ocr": deepseek2_ocr, "plamo": plamo, "plm": plm, "phimoe": phimoe, "smallthinker": smallthinker, "codeshell": starcoder2,
    "rwkv7": rwkv7, "qwen3vl": qwen3vl, "cohere2moe": cohere2moe, "granite_swa": granite_swa,
    "baichuan": baichuan, "bloom": bloom, "jais": jais, "mpt": mpt, "refact": refact,
    "afmoe": afmoe, "apertus": apertus, "bailingmoe": bailingmoe, "bailingmoe2": bailingmoe2, "dbrx": dbrx, "deci": deci, "qwen3next": qwen3next, "ernie4_5-moe": ernie_moe,
    "exaone": exaone, "exaone-moe": exaone_moe, "falcon-h1": falcon_h1, "gemma3n": gemma3n, "gpt2": gpt2, "starcoder": gpt2, "hunyuan-dense": hunyuan_dense, "hunyuan-moe": hunyuan_moe,
    "jamba": jamba, "llama4": llama4, "mamba": mamba, "mamba2": mamba2, "minicpm3": minicpm3, "minimax-m2": minimax_m2, "nemotron_h": nemotron_h,
    "nemotron_h_moe": nemotron_h, "olmo": olmo, "orion": orion, "qwen": qwen,
    "arcee": arcee, "command-r": command_r, "cohere2": cohere2, "starcoder2": starcoder2, "phi2": phi2, "falcon": falcon, "gptneox": gptneox,
    "stablelm": stablelm, "nemotron": nemotron, "bitnet": bitnet, "deepseek": deepseek, "deepseek2": deepseek2, "dots1": dots1, "exaone4": exaone4, "seed_oss": seed_oss, "gemma": gemma, "gemma2": gemma2, "gemma3": gemma3, "gemma4": gemma4, "glm4": glm4, "glm4moe": glm4moe,
    "gpt-oss": gpt_oss, "granite": granite, "granitemoe": granite, "internlm2": llama, "llama": llama, "minicpm": minicpm,
    "mistral3": mistral3, "olmo2": olmo2, "olmoe": olmoe, "phi3": phi3, "qwen2": qwen2, "qwen2moe": qwen2moe, "qwen3": qwen3,
    "qwen3moe": qwen3moe, "smollm3": smollm3,
}
