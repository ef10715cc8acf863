"""Decoders in double precision, from the keys and tensors of a GGUF file: the form that all architectures share.
architectures.py says how each differs from it."""
import numpy as np

import blocks


class Layer:
    """How one layer is computed; the defaults are llama's."""

    def __init__(self, heads, kv_heads, size, value_size, hidden):
        self.heads, self.kv_heads, self.size, self.value_size, self.hidden = heads, kv_heads, size, value_size, hidden
        self.scale, self.window, self.cap, self.sinks, self.rope = size**-0.5, 0, 0.0, False, "global"
        self.head_norm = None  # "each" head, each by its "own" weights, or "all" at once
        self.norms = ("attn_norm", None, "ffn_norm", None)  # before and after attention, before and after the rest
        self.parallel, self.gated = False, True
        self.gated_queries = False  # attn_q holds a gate behind the query of each head
        self.chunk = 0  # positions are seen from the latest multiple of it on
        self.cutoff = 0.0  # deviations above the mean below which gates are 0
        self.norm_last, self.own_gate, self.clamp = False, False, 0.0
        self.max_bias = 0.0  # of the slopes that lower scores by distance
        self.layer_head_norms = False  # norms of heads are LayerNorms
        self.sub_norms, self.unit, self.norm_values, self.borrow, self.temperature = False, "silu", False, None, None
        self.experts = None  # keywords of weigh_experts and: count, hidden, shared
        self.attend = Model.attend  # (model, number, prefix, layer, x)
        self.feed_forward = None  # in place of the common one: f(model, prefix, layer, x, normed)


class Model:
    """tensors has vector(name, n), matrix(name, rows, columns), stack(name, count, rows, columns) and has(name)."""

    def __init__(self, metadata, tensors, architectures):
        self.metadata, self.tensors = metadata, tensors
        self.architecture = metadata["general.architecture"]
        self.embedding = self.key("embedding_length")
        self.epsilon = self.key("attention.layer_norm_rms_epsilon", self.key("attention.layer_norm_epsilon"))
        self.layer_norms = False
        self.vocabulary = len(metadata["tokenizer.ggml.tokens"])
        self.embedding_scale = self.residual_scale = self.logit_scale = 1.0
        self.logit_cap, self.neox = 0.0, True
        self.learns_positions = self.norms_embeddings = False
        self.head = self.middle = self.tail = None  # f(model, number, prefix, x) -> x
        count = self.key("block_count") - self.key("nextn_predict_layers", 0)
        heads = self.each("attention.head_count", count)
        kv_heads = self.each("attention.head_count_kv", count, heads)
        hidden = self.each("feed_forward_length", count, [self.key("expert_feed_forward_length", 0)] * count)
        self.layers = []
        for h, kv, f in zip(heads, kv_heads, hidden):
            size = self.key("attention.key_length", self.embedding // max(1, h))
            self.layers.append(Layer(h, kv, size, self.key("attention.value_length", size), f))
        self.ropes = {"global": self.rope_of}
        self.yarn_magnitude, self.deals_pairs = True, False
        architectures[self.architecture](self)

    def key(self, name, default=None):
        return self.metadata.get(f"{self.architecture}.{name}", default)

    def each(self, name, count, default=None):
        value = self.key(name, default)
        return list(value) if isinstance(value, (list, tuple, np.ndarray)) else [value] * count

    def optional(self, name, n):
        return self.tensors.vector(name, n) if self.tensors.has(name) else None

    def rope_of(self, layer):
        size = self.key("rope.dimension_count", layer.size)
        still = self.still(size // 2)
        kind = self.key("rope.scaling.type", "linear")
        factor = self.key("rope.scaling.factor", 1.0) if kind != "none" else 1.0
        original = self.key("rope.scaling.original_context_length", self.key("context_length"))
        yarn = None
        if kind == "yarn":
            yarn = (original, self.key("rope.scaling.yarn_beta_fast", 32.0), self.key("rope.scaling.yarn_beta_slow", 1.0),
                    self.key("rope.scaling.yarn_log_multiplier", 0.0) if self.yarn_magnitude else 1.0)
        name = "rope_freqs.weight"
        if self.tensors.has("rope_factors_long.weight"):
            self.tensors.vector("rope_factors_short.weight", size // 2)
            name = "rope_factors_long.weight"  # of a context that is longer than the original one
        factors = self.optional(name, size // 2)
        return blocks.Rope(self.key("rope.freq_base", 10000.0), size, self.neox, factor, factors,
                           self.key("rope.scaling.attn_factor", 1.0), yarn, still)

    def still(self, pairs):
        """Of pairs dealt out in turn to three axes those that none of them gets."""
        sections = list(self.key("rope.dimension_sections", []))[:3] if self.deals_pairs else []
        place = np.arange(pairs) % max(1, sum(sections))
        return place // 3 >= np.array(sections)[place % 3] if sections else None

    def local_rope(self, base, size=None):
        """Of windowed layers: not stretched."""
        self.ropes["local"] = lambda layer: blocks.Rope(self.key("rope.freq_base_swa", base), size or self.key("rope.dimension_count", layer.size), self.neox)

    def windowed(self, period):
        pattern = self.key("attention.sliding_window_pattern", period)
        if isinstance(pattern, (list, tuple)):
            return [bool(p) for p in pattern]
        return [(i + 1) % pattern != 0 for i in range(len(self.layers))]

    def linear(self, name, rows, columns, x):
        y = x @ self.tensors.matrix(name + ".weight", rows, columns).T
        scale, bias = self.optional(name + ".scale", 1), self.optional(name + ".bias", rows)
        y = y if scale is None else y * scale
        return y if bias is None else y + bias

    def convolve(self, name, channels, taps, x):
        y, bias = blocks.short_convolution(x, self.tensors.matrix(name + ".weight", channels, taps)), self.optional(name + ".bias", channels)
        return y if bias is None else y + bias

    def block_norm(self, name, x):
        if not self.layer_norms:
            return self.norm(name, x)
        if self.layer_norms == "bare":
            return blocks.layer_norm(x, 1.0, 0.0, self.epsilon)
        bias = self.optional(name + ".bias", x.shape[-1])
        return blocks.layer_norm(x, self.tensors.vector(name + ".weight", x.shape[-1]), 0 if bias is None else bias, self.epsilon)

    def norm(self, name, x):
        return blocks.rms_norm(x, self.tensors.vector(name + ".weight", x.shape[-1]), self.epsilon)

    def logits(self, tokens):
        embedding = self.tensors.matrix("token_embd.weight", self.vocabulary, self.embedding)
        x = embedding[tokens] * self.embedding_scale
        if self.learns_positions:
            x = x + self.tensors.matrix("position_embd.weight", self.key("context_length"), self.embedding)[: len(tokens)]
        x = self.block_norm("token_embd_norm", x) if self.norms_embeddings else x
        self.tokens, self.embedded, self.caches = tokens, x, {}
        for i, layer in enumerate(self.layers):
            prefix = f"blk.{i}."
            before, after, before_rest, after_rest = [n and prefix + n for n in layer.norms]
            x = self.head(self, i, prefix, x) if self.head else x
            came = x
            added = layer.attend(self, i, prefix, layer, self.block_norm(before, x) if before else x)
            x = x + self.residual_scale * (self.block_norm(after, added) if after else added)
            x = self.middle(self, i, prefix, x) if self.middle else x
            normed = self.block_norm(before_rest, came if layer.parallel else x) if before_rest else x
            added = (layer.feed_forward or feed_forward)(self, prefix, layer, x, normed)
            x = x + self.residual_scale * (self.block_norm(after_rest, added) if after_rest else added)
            x = self.tail(self, i, prefix, x) if self.tail else x
        x = self.block_norm("output_norm", x)
        if self.tensors.has("output.weight"):
            y = self.linear("output", self.vocabulary, self.embedding, x)
        else:
            y = x @ embedding.T
        return blocks.cap(y * self.logit_scale, self.logit_cap)

    def centred_heads(self, name, y, weights):
        if weights == "own":
            factors = self.tensors.matrix(name + ".weight", y.shape[1], y.shape[2])
            return blocks.layer_norm(y, factors, 0.0, self.epsilon)
        flat, bias = y.reshape(len(y), -1), self.optional(name + ".bias", y[0].size)
        return blocks.layer_norm(flat, self.tensors.vector(name + ".weight", y[0].size), 0.0 if bias is None else bias, self.epsilon).reshape(y.shape)

    def attend(self, i, prefix, layer, x):
        rope = (lambda y: y) if layer.rope is None else self.ropes[layer.rope](layer)
        widths = [layer.heads * layer.size, layer.kv_heads * layer.size, layer.kv_heads * layer.value_size]
        names, split = ["attn_q", "attn_k", "attn_v"], None
        if self.tensors.has(prefix + "attn_qkv.weight"):
            split = np.split(self.linear(prefix + "attn_qkv", sum(widths), self.embedding, x), np.cumsum(widths)[:2], axis=1)

        def part(n, heads):
            y = split[n] if split else self.linear(prefix + names[n], widths[n], self.embedding, x)
            y = np.clip(y, -layer.clamp, layer.clamp) if layer.clamp else y
            return y.reshape(len(x), heads, -1)

        def normed(y, name):
            if layer.head_norm and layer.head_norm != "bare" and layer.layer_head_norms:
                return self.centred_heads(prefix + name, y, layer.head_norm)
            if layer.head_norm == "all":
                return self.norm(prefix + name, y.reshape(len(x), -1)).reshape(y.shape)
            if layer.head_norm == "bare":
                return blocks.rms_norm(y, None, self.epsilon)
            return self.norm(prefix + name, y) if layer.head_norm else y

        def placed(y, name):
            return normed(rope(y), name) if layer.norm_last else rope(normed(y, name))

        if layer.gated_queries:
            widths[0] *= 2
        q, gates = part(0, layer.heads), None
        if layer.gated_queries:
            q, gates = q[..., : layer.size], q[..., layer.size :].reshape(len(x), -1)
        q = placed(q, "attn_q_norm")
        if layer.temperature:
            scale, length, *offset = layer.temperature
            q = q * (1 + scale * np.log(1 + (np.arange(len(x)) + sum(offset)) // length))[:, None, None]
        if layer.borrow is None:
            raw = part(1, layer.kv_heads)
            k = placed(raw, "attn_k_norm")
            v = part(2, layer.kv_heads) if split or self.tensors.has(prefix + "attn_v.weight") else raw
            v = blocks.rms_norm(v, None, self.epsilon) if layer.norm_values else v
            self.caches[i] = (k, v)
        k, v = self.caches[i if layer.borrow is None else layer.borrow]
        sinks = self.tensors.vector(prefix + "attn_sinks.weight", layer.heads) if layer.sinks else None
        visible = blocks.causal(len(x), layer.window)
        if layer.chunk:
            places = np.arange(len(x)) // layer.chunk
            visible = visible & (places[:, None] == places[None, :])
        slopes = blocks.alibi_slopes(layer.heads, layer.max_bias) if layer.max_bias else None
        y = blocks.attention(q, k, v, layer.scale, visible, layer.cap, sinks, slopes)
        y = y if gates is None else y * blocks.sigmoid(gates)
        y = self.norm(prefix + "attn_sub_norm", y) if layer.sub_norms else y
        y = y * blocks.sigmoid(self.linear(prefix + "attn_gate", layer.heads * layer.size, self.embedding, x)) if layer.own_gate else y
        return self.linear(prefix + "attn_output", self.embedding, layer.heads * layer.value_size, y)


def feed_forward(m, prefix, layer, x, normed):
    if layer.experts:
        return experts(m, prefix, layer, normed, normed)
    if not layer.gated:
        y = m.linear(prefix + "ffn_up", layer.hidden, m.embedding, normed)
        return m.linear(prefix + "ffn_down", m.embedding, layer.hidden, blocks.UNITS[layer.unit](y, 1))
    if m.tensors.has(prefix + "ffn_gate.weight"):
        gate, up = (m.linear(prefix + n, layer.hidden, m.embedding, normed) for n in ("ffn_gate", "ffn_up"))
    else:
        gate, up = np.split(m.linear(prefix + "ffn_up", 2 * layer.hidden, m.embedding, normed), 2, axis=1)
    if layer.cutoff:
        gate = np.maximum(0, gate - gate.mean(-1, keepdims=True) - layer.cutoff * gate.std(-1, keepdims=True, ddof=1))
    y = blocks.UNITS[layer.unit](gate, up)
    y = m.norm(prefix + "ffn_sub_norm", y) if layer.sub_norms else y
    return m.linear(prefix + "ffn_down", m.embedding, layer.hidden, y)


def experts(m, prefix, layer, routed, x):
    options = dict(layer.experts)
    count, hidden, shared = options.pop("count"), options.pop("hidden"), options.pop("shared", 0)
    weigh_input = options.pop("weigh_input", False)
    router = m.tensors.matrix(prefix + "ffn_gate_inp.weight", count, m.embedding)
    bias = m.optional(prefix + "ffn_gate_inp.bias", count)
    preference = m.optional(prefix + "exp_probs_b.bias", count)
    weights = blocks.weigh_experts(routed @ router.T + (0 if bias is None else bias), preference=preference, **options)

    def stack(name, rows, columns):
        matrices = m.tensors.stack(prefix + name + ".weight", count, rows, columns)
        biases = m.tensors.stack(prefix + name + ".bias", count, rows) if m.tensors.has(prefix + name + ".bias") else np.zeros((count, rows))
        scales = m.optional(prefix + name + ".scale", count)
        return matrices if scales is None else matrices * scales[:, None, None], biases

    if not layer.gated:
        up, up_b = stack("ffn_up_exps", hidden, m.embedding)
        gate, gate_b = np.zeros_like(up), np.zeros_like(up_b)
    elif m.tensors.has(prefix + "ffn_gate_up_exps.weight"):
        both, biases = stack("ffn_gate_up_exps", 2 * hidden, m.embedding)
        (gate, up), (gate_b, up_b) = np.split(both, 2, axis=1), np.split(biases, 2, axis=1)
    else:
        (gate, gate_b), (up, up_b) = stack("ffn_gate_exps", hidden, m.embedding), stack("ffn_up_exps", hidden, m.embedding)
    down, down_b = stack("ffn_down_exps", m.embedding, hidden)
    out = np.zeros_like(x)
    for e in range(count):
        share = weights[:, e : e + 1]
        x_in, share = (x * share, (share > 0) * 1.0) if weigh_input else (x, share)
        u = x_in @ up[e].T + up_b[e]
        y = blocks.UNITS[layer.unit](x_in @ gate[e].T + gate_b[e], u) if layer.gated else blocks.UNITS[layer.unit](u, 1)
        out += share * (y @ down[e].T + down_b[e])
    if shared:
        g = m.linear(prefix + "ffn_gate_shexp", shared, m.embedding, x) if layer.gated else None
        u = m.linear(prefix + "ffn_up_shexp", shared, m.embedding, x)
        y = m.linear(prefix + "ffn_down_shexp", m.embedding, shared, blocks.UNITS[layer.unit](g, u) if layer.gated else blocks.UNITS[layer.unit](u, 1))
        own = m.optional(prefix + "ffn_gate_inp_shexp.weight", m.embedding)
        out += y if own is None else blocks.sigmoid(x @ own)[:, None] * y
    return out
