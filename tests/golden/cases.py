"""The models of the fixtures: as small as they can be while they have what sets their architecture apart, and shapes
that are not the usual ones. NAME: (keys of the architecture, patterns of tensors that are there or not)."""

SEPARATE = ("*ffn_gate.weight", "*attn_v.weight")  # what most files have


def shape(embedding=16, layers=2, heads=2, kv_heads=1, hidden=24, context=64, **more):
    return {"embedding_length": embedding, "block_count": layers, "attention.head_count": heads, "attention.head_count_kv": kv_heads,
            "feed_forward_length": hidden, "context_length": context, "attention.layer_norm_rms_epsilon": 1e-5,
            **{key.replace("__", "."): value for key, value in more.items()}}


def centred(**more):
    """With LayerNorms."""
    keys = shape(**more)
    keys["attention.layer_norm_epsilon"] = keys.pop("attention.layer_norm_rms_epsilon")
    return keys


EXPERTS = dict(expert_count=4, expert_used_count=2, expert_feed_forward_length=8)
YARN = dict(rope__scaling__type="yarn", rope__scaling__factor=4.0, rope__scaling__original_context_length=8, rope__freq_base=100.0)

SIGMOID = dict(expert_gating_func=2, expert_weights_norm=True, expert_weights_scale=1.5)
RECURRENT = dict(ssm__conv_kernel=4, ssm__inner_size=24, ssm__state_size=5)
MAMBA = dict(ssm__time_step_rank=3, **RECURRENT)
MAMBA2 = dict(ssm__time_step_rank=6, ssm__group_count=2, **RECURRENT)
ALONE = {"attention.head_count": 0, "feed_forward_length": 0}  # layers that are recurrent and nothing else
STEPS = ("*ssm_dt.bias", "*ssm_conv1d.bias")

CASES = {
    "afmoe": (shape(layers=4, attention__sliding_window=5, attention__sliding_window_pattern=3, expert_shared_count=1, **EXPERTS, **SIGMOID),
              SEPARATE + ("!blk.0.ffn_gate_inp.weight", "*ffn_gate_inp.weight", "*exp_probs_b.bias", "output.weight")),
    "apertus": (shape(**{"xielu.alpha_n": [0.5, 0.8], "xielu.alpha_p": [0.6, 0.2], "xielu.beta": [0.5, 0.4], "xielu.eps": [-1e-6, -1e-6]}),
                ("*attn_v.weight", "output.weight")),
    "bailingmoe": (shape(expert_shared_count=2, **EXPERTS), SEPARATE + ("*ffn_gate_inp.weight", "output.weight")),
    "bailingmoe2": (shape(expert_shared_count=1, **(EXPERTS | dict(expert_count=8, expert_group_count=4, expert_group_used_count=2)), **SIGMOID),
                    ("*attn_qkv.weight", "*ffn_gate.weight", "blk.1.ffn_gate_inp.weight", "*exp_probs_b.bias", "output.weight")),
    "dbrx": (centred(attention__clamp_kqv=0.6, **EXPERTS), ("*attn_qkv.weight", "*ffn_gate_inp.weight", "output.weight")),
    "deci": (shape(layers=4) | {"attention.head_count": [2, 0, 4, 2], "attention.head_count_kv": [1, 0, 2, 2],
                                "feed_forward_length": [24, 16, 0, 32], "attention.key_length": 8, "attention.value_length": 8},
             SEPARATE + ("rope_freqs.weight", "output.weight")),
    "qwen3next": (shape(layers=3, heads=2, kv_heads=1, attention__key_length=8, attention__value_length=8, full_attention_interval=3,
                        rope__dimension_count=4, ssm__conv_kernel=4, ssm__state_size=5, ssm__group_count=2, ssm__time_step_rank=6,
                        ssm__inner_size=30, expert_shared_feed_forward_length=10, **EXPERTS),
                  SEPARATE + ("*ffn_gate_inp_shexp.weight", "*ssm_in.weight", "*ssm_ba.weight", "*ssm_dt.bias", "output.weight")),
    "ernie4_5-moe": (shape(expert_shared_feed_forward_length=12, **EXPERTS),
                     SEPARATE + ("blk.1.ffn_gate_inp.weight", "*exp_probs_b.bias", "output.weight")),
    "exaone": (shape(), SEPARATE + ("rope_freqs.weight",)),
    "exaone-moe": (shape(layers=4, attention__sliding_window=5, expert_shared_count=1, **EXPERTS, **SIGMOID),
                   SEPARATE + ("!blk.0.ffn_gate_inp.weight", "*ffn_gate_inp.weight", "*exp_probs_b.bias", "output.weight")),
    "falcon-h1": (shape(attention__key_length=6, attention__value_length=6, **MAMBA2), SEPARATE + STEPS + ("output.weight",)),
    "hunyuan-dense": (shape(kv_heads=2), SEPARATE),
    "hunyuan-moe": (shape(expert_shared_feed_forward_length=12, **EXPERTS), SEPARATE + ("*ffn_gate_inp.weight",)),
    "jamba": (shape(layers=4, expert_count=4, expert_used_count=2, **MAMBA) | {"attention.head_count_kv": [0, 0, 1, 0]},
              SEPARATE + STEPS + ("blk.1.ffn_gate_inp.weight", "blk.3.ffn_gate_inp.weight", "*ssm_?_norm.weight", "*ssm_dt_norm.weight")),
    "llama4": (shape(layers=5, attention__chunk_size=7, attention__temperature_length=5, expert_count=4, expert_used_count=1,
                     expert_feed_forward_length=8, expert_shared_count=1, expert_gating_func=2),
               SEPARATE + ("blk.1.ffn_gate_inp.weight", "blk.3.ffn_gate_inp.weight", "output.weight")),
    "mamba": (shape(**MAMBA) | ALONE, STEPS),
    "mamba-norms": (shape(ssm__dt_b_c_rms=True, **MAMBA) | ALONE, STEPS + ("output.weight",)),
    "mamba2": (shape(**MAMBA2) | ALONE, STEPS + ("*ssm_norm.weight",)),
    "minicpm3": (shape(rope__dimension_count=4, attention__kv_lora_rank=6, attention__q_lora_rank=5, attention__key_length=10,
                       attention__value_length=7), SEPARATE),
    "minimax-m2": (shape(kv_heads=2, rope__dimension_count=4, **EXPERTS, **SIGMOID),
                   SEPARATE + ("*ffn_gate_inp.weight", "*exp_probs_b.bias", "output.weight")),
    "nemotron_h": (shape(layers=4, **MAMBA2) | {"attention.head_count_kv": [0, 0, 1, 0], "feed_forward_length": [0, 24, 0, 0]},
                   STEPS + ("*attn_v.weight", "*ssm_norm.weight", "output.weight")),
    "nemotron_h_moe": (shape(layers=3, expert_shared_count=1, **EXPERTS, **SIGMOID, **MAMBA2)
                       | {"attention.head_count_kv": [0, 1, 0], "feed_forward_length": [0, 0, 24]},
                       STEPS + ("*attn_v.weight", "*ssm_norm.weight", "*ffn_gate_inp.weight", "*exp_probs_b.bias", "output.weight")),
    "olmo": (centred(attention__clamp_kqv=0.6), SEPARATE),
    "orion": (centred(), SEPARATE + ("*norm.bias", "output.weight")),
    "qwen": (shape(kv_heads=2) | {"feed_forward_length": 48}, ("*attn_qkv.*", "*ffn_gate.weight", "output.weight")),
    "arcee": (shape(), ("*attn_v.weight", "output.weight")),
    "bitnet": (shape(kv_heads=2, hidden_activation="relu2"), SEPARATE + ("*.scale",)),
    "cohere2": (centred(layers=4, attention__sliding_window=5, logit_scale=0.25), SEPARATE),
    "command-r": (centred(logit_scale=0.25), SEPARATE),
    "deepseek": (shape(leading_dense_block_count=1, expert_shared_count=1, expert_weights_scale=2.0, **EXPERTS), SEPARATE + ("output.weight",)),
    "deepseek2": (shape(layers=2, leading_dense_block_count=1, expert_shared_count=2, rope__dimension_count=4, attention__kv_lora_rank=6,
                        attention__key_length=10, attention__value_length=7, **EXPERTS), ("*ffn_gate.weight", "output.weight")),
    "deepseek2-latent": (shape(layers=2, heads=3, leading_dense_block_count=0, expert_shared_count=1, expert_weights_norm=True,
                               expert_gating_func=2, rope__dimension_count=4, attention__kv_lora_rank=6, attention__q_lora_rank=5,
                               attention__key_length=10, attention__value_length=6, attention__key_length_mla=9,
                               attention__value_length_mla=7, rope__scaling__yarn_log_multiplier=0.07, **YARN,
                               **(EXPERTS | dict(expert_count=8, expert_group_count=4, expert_group_used_count=2))),
                         ("*attn_k_b.weight", "*attn_v_b.weight", "*exp_probs_b.bias", "*ffn_gate.weight", "output.weight")),
    "dots1": (shape(leading_dense_block_count=1, expert_shared_count=1, expert_weights_norm=True, expert_gating_func=2, **EXPERTS),
              SEPARATE + ("*exp_probs_b.bias", "output.weight")),
    "exaone4": (shape(layers=4, attention__sliding_window=5, attention__sliding_window_pattern=3), SEPARATE + ("rope_freqs.weight",)),
    "falcon": (centred(heads=4), ("*.bias", "*attn_qkv.weight", "*attn_norm_2.weight", "output.weight")),
    "gemma": (shape(attention__key_length=12, attention__value_length=12), SEPARATE),
    "gemma2": (shape(layers=3, attention__sliding_window=5, attn_logit_softcapping=3.0, final_logit_softcapping=2.0), SEPARATE),
    "gemma3": (shape(layers=4, attention__key_length=10, attention__value_length=10, attention__sliding_window=4,
                     attention__sliding_window_pattern=3, rope__freq_base=5000.0, rope__scaling__type="linear", rope__scaling__factor=8.0),
               SEPARATE),
    "gemma3-whole": (shape(), SEPARATE + ("output.weight",)),
    "gemma3n": (shape(layers=6, kv_heads=1, attention__key_length=10, attention__value_length=10, attention__sliding_window=4,
                      attention__sliding_window_pattern=[1, 1, 0, 1, 1, 0], attention__shared_kv_layers=3,
                      embedding_length_per_layer_input=4, altup__num_inputs=4, altup__active_idx=0, final_logit_softcapping=5.0,
                      rope__freq_base=1e6, activation_sparsity_scale=[1.6448536, 0.5, 0.0, 0.0, 0.0, 0.0]), SEPARATE),
    "gemma4": (shape(layers=6, heads=2, attention__key_length=16, attention__value_length=16, attention__key_length_swa=8,
                     attention__value_length_swa=8, rope__dimension_count=16, rope__dimension_count_swa=8, attention__sliding_window=4,
                     attention__sliding_window_pattern=[1, 1, 0, 1, 1, 0], attention__shared_kv_layers=3,
                     embedding_length_per_layer_input=4, final_logit_softcapping=5.0, rope__freq_base=1e6)
               | {"attention.head_count_kv": [1, 2, 1, 1, 2, 1], "feed_forward_length": [24, 24, 24, 40, 40, 40]},
               ("!blk.2.attn_v.weight", "*layer_output_scale.weight", "rope_freqs.weight") + SEPARATE),
    "gemma4-experts": (shape(layers=3, attention__key_length=8, attention__value_length=8, attention__key_length_swa=12,
                             attention__value_length_swa=12, attention__sliding_window=3, attention__sliding_window_pattern=[1, 1, 0],
                             **EXPERTS),
                       ("*ffn_gate_inp.weight", "*ffn_gate_up_exps.weight", "*ffn_down_exps.scale", "*ffn_gate_inp.scale") + SEPARATE),
    "glm4": (shape(heads=4, kv_heads=2, rope__dimension_count=2), ("*attn_q.bias", "*attn_k.bias", "*attn_v.bias", "*attn_v.weight", "output.weight")),
    "glm4moe": (shape(layers=3, leading_dense_block_count=1, expert_shared_count=2, expert_weights_norm=True,
                      expert_weights_scale=1.5, rope__dimension_count=4, **EXPERTS),
                ("blk.1.attn_?_norm.weight", "*exp_probs_b.bias", "*attn_q.bias", "output.weight") + SEPARATE),
    "gpt-oss": (shape(layers=3, heads=4, kv_heads=2, attention__key_length=6, attention__value_length=6, attention__sliding_window=5,
                      **(EXPERTS | dict(expert_count=5, expert_used_count=3)), **YARN),
                ("*.bias", "!*exp_probs_b.bias", "output.weight", "*attn_v.weight")),
    "gpt2": (centred(kv_heads=2), ("*.bias", "*attn_qkv.weight", "output.weight")),
    "starcoder": (centred(heads=4), ("*.bias", "*attn_qkv.weight")),
    "gptneox": (centred(kv_heads=2, rope__dimension_count=2), ("*.bias", "*attn_qkv.weight", "output.weight")),
    "gptneox-behind": (centred(kv_heads=2, use_parallel_residual=False), ("*.bias", "*attn_qkv.weight", "output.weight")),
    "granite": (shape(embedding_scale=3.0, residual_scale=0.4, logit_scale=2.0, attention__scale=0.2), SEPARATE),
    "granitemoe": (shape(embedding_scale=3.0, residual_scale=0.4, logit_scale=2.0, attention__scale=0.2, rope__scaling__finetuned=False,
                         expert_count=4, expert_used_count=2, expert_shared_feed_forward_length=12), SEPARATE + ("output.weight",)),
    "internlm2": (shape(heads=4, kv_heads=4), SEPARATE + ("*attn_?.bias", "output.weight")),
    "llama-biases": (shape(heads=3, kv_heads=3, embedding=18, attention__key_length=10, attention__value_length=10),
                     SEPARATE + ("*attn_*.bias", "*ffn_*.bias", "output.bias", "output.weight")),
    "llama-linear": (shape(rope__scaling__type="linear", rope__scaling__factor=4.0), SEPARATE),
    "llama-yarn": (shape(**YARN), SEPARATE + ("rope_freqs.weight",)),
    "llama-values": (shape(heads=4, kv_heads=2, attention__key_length=6, attention__value_length=14), SEPARATE),
    "mistral3": (shape(attention__temperature_scale=0.3, rope__scaling__yarn_log_multiplier=1.0, **YARN), SEPARATE + ("output.weight",)),
    "nemotron": (centred(rope__dimension_count=4), ("*norm.bias", "*attn_v.weight", "output.weight")),
    "olmo2": (shape(kv_heads=2), SEPARATE + ("output.weight",)),
    "olmo2-windows": (shape(layers=5, attention__sliding_window=3, **YARN), SEPARATE + ("output.weight",)),
    "olmoe": (shape(kv_heads=2, expert_count=6, expert_used_count=3) | {"feed_forward_length": 8}, SEPARATE + ("output.weight",)),
    "phi2": (centred(kv_heads=2, rope__dimension_count=4), ("*.bias", "*attn_v.weight", "output.weight")),
    "phi3-longrope": (shape(rope__dimension_count=6, rope__scaling__original_context_length=8, rope__scaling__attn_factor=1.3),
                      ("*attn_qkv.weight", "rope_factors_long.weight", "output.weight")),
    "seed_oss": (shape(attention__key_length=10, attention__value_length=10), SEPARATE + ("*attn_?.bias", "output.weight")),
    "stablelm": (centred(rope__dimension_count=2), SEPARATE + ("*norm.bias", "blk.0.ffn_norm.weight", "output.weight")),
    "starcoder2": (centred(), ("*.bias", "*attn_v.weight")),
    "qwen2moe": (shape(expert_shared_feed_forward_length=12, **EXPERTS),
                 SEPARATE + ("*attn_?.bias", "*ffn_gate_inp_shexp.weight", "output.weight")),
    "qwen3moe": (shape(heads=4, kv_heads=1, attention__key_length=6, attention__value_length=6, **EXPERTS), SEPARATE + ("output.weight",)),
}
