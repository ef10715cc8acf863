// K-EXAONE (LG AI Research 2026): norms of each head, windows, positions in windowed layers only, dense
// layers first, then experts.
#include "models/architectures.h"

namespace hearth::engine {

DecoderPlan planExaoneMoe(Parameters& p) {
    DecoderPlan plan = planQwen3(p);
    rotateInWindowsOnly(p, plan, p.required("attention.sliding_window", 1, 1 << 24), 4);
    readRoutedExperts(p, plan, Gating::Sigmoid, false);
    return plan;
}

}  // namespace hearth::engine
