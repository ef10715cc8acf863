#include "models/rope_plan.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace hearth::engine {

namespace {

void readYarn(Parameters& p, RopePlan& plan) {
    plan.yarn.extrapolation = p.number("rope.scaling.yarn_ext_factor", 1.0, 0, 1);
    plan.yarn.betaFast = p.number("rope.scaling.yarn_beta_fast", 32.0, 1e-3, 1e6);
    plan.yarn.betaSlow = p.number("rope.scaling.yarn_beta_slow", 1.0, 1e-3, 1e6);
    plan.yarn.magnitude = p.number("rope.scaling.yarn_attn_factor", 1.0, 1e-3, 1e3);
    if (plan.yarn.extrapolation == 0) return;
    // Some models take the growth of the scores back, in part or in whole.
    const double back = p.number("rope.scaling.yarn_log_multiplier", 0.0, 0, 1e3);
    const double growth = 0.1 * std::log(std::max(1.0, plan.factor));
    plan.yarn.magnitude *= (1 + growth) / (1 + back * growth);
}

// The pair whose wave turns `turns` times in the original context (Peng et al. 2023, equation 17).
double pairOf(const RopePlan& plan, double turns) {
    return plan.pairs * std::log(plan.originalContext / (turns * 2 * std::numbers::pi)) / std::log(plan.base);
}

std::vector<double> frequenciesOf(const RopePlan& plan, const std::vector<float>& factors) {
    const double low = std::max(0.0, std::floor(pairOf(plan, plan.yarn.betaFast)));
    const double high = std::min(2.0 * plan.pairs - 1, std::ceil(pairOf(plan, plan.yarn.betaSlow)));
    std::vector<double> out;
    for (int i = 0; i < plan.pairs; ++i) {
        double frequency = std::pow(plan.base, -static_cast<double>(i) / plan.pairs);
        if (!factors.empty()) frequency /= factors[static_cast<std::size_t>(i)];
        const double ramp = std::clamp((i - low) / std::max(0.001, high - low), 0.0, 1.0);
        const double kept = (1 - ramp) * plan.yarn.extrapolation;
        const bool still = !plan.still.empty() && plan.still[static_cast<std::size_t>(i)];
        out.push_back(still ? 0 : frequency * (kept + (1 - kept) / plan.factor));
    }
    return out;
}

}  // namespace

RopePlan readRope(Parameters& p, RopeStyle style, int headDim) {
    RopePlan plan;
    plan.style = style;
    const int dimensions = p.optional("rope.dimension_count", headDim, 2, headDim);
    if (dimensions % 2 != 0)
        p.fail(base::ErrorCode::InvalidInput, "rope.dimension_count",
               "is " + std::to_string(dimensions) + "; pairs of dimensions rotate, so it must be even.");
    plan.pairs = dimensions / 2;
    plan.base = p.number("rope.freq_base", 10000.0, 1, 1e12);
    plan.originalContext = p.optional("rope.scaling.original_context_length",
                                      p.optional("context_length", 0, 0, 1 << 28), 0, 1 << 28);
    plan.magnitude = p.number("rope.scaling.attn_factor", 1.0, 1e-3, 1e3);
    // A factor without a type is linear, as in files older than the type.
    const std::string type = p.text("rope.scaling.type", "linear");
    if (type != "none" && type != "linear" && type != "yarn" && type != "longrope")
        p.fail(base::ErrorCode::Unsupported, "rope.scaling.type",
               "is \"" + type + "\", which is not known; none, linear, yarn and longrope are.");
    const double old = p.number("rope.scale_linear", 0.0, 0, 1e6);
    const double factor = p.number("rope.scaling.factor", old, 0, 1e6);
    if (factor > 0 && type != "none") plan.factor = factor;
    if (type == "yarn") readYarn(p, plan);
    if (type == "yarn" && plan.originalContext == 0)
        p.fail(base::ErrorCode::InvalidInput, "rope.scaling.original_context_length",
               "is missing: YaRN needs it, or the context_length.");
    return plan;
}

void readSections(Parameters& p, RopePlan& plan) {
    constexpr int kAxes = 3;
    const auto sections = p.perLayer("rope.dimension_sections", kAxes, std::vector<int>(kAxes), 0, 4096);
    const int sum = std::accumulate(sections.begin(), sections.end(), 0);
    for (int pair = 0; sum > 0 && pair < plan.pairs; ++pair) {
        const int place = pair % sum;
        plan.still.push_back(place / kAxes >= sections[static_cast<std::size_t>(place % kAxes)]);
    }
}

Rope makeRope(WeightsReader& reader, const RopePlan& plan) {
    Rope out;
    out.style = plan.style;
    out.pairs = plan.pairs;
    out.originalContext = plan.originalContext;
    out.magnitude = static_cast<float>(plan.magnitude * plan.yarn.magnitude);
    const auto factors = [&](const char* name) {
        return plan.tensors ? reader.optionalVector(name, plan.pairs) : std::vector<float>();
    };
    if (plan.tensors && reader.has("rope_factors_long.weight")) {
        out.frequencies = frequenciesOf(plan, factors("rope_factors_short.weight"));
        out.longFrequencies = frequenciesOf(plan, factors("rope_factors_long.weight"));
    } else {
        out.frequencies = frequenciesOf(plan, factors("rope_freqs.weight"));
    }
    return out;
}

}  // namespace hearth::engine
