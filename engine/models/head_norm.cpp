#include "models/head_norm.h"

namespace hearth::engine {

HeadNorms::HeadNorms(WeightsReader& reader, const std::string& name, const HeadNormPlan& plan, int heads,
                     int size) {
    const bool optional = plan.of == HeadNorm::EachHeadIfThere || plan.of == HeadNorm::OwnIfThere ||
                          plan.of == HeadNorm::AllHeadsIfThere;
    if (plan.of == HeadNorm::None || (optional && !reader.has(name + ".weight"))) return;
    const bool all = plan.of == HeadNorm::AllHeads || plan.of == HeadNorm::AllHeadsIfThere;
    rows_ = all ? 1 : heads;
    if (plan.of != HeadNorm::Bare && plan.of != HeadNorm::OwnIfThere) {
        norm_ = readNorm(reader, name, all ? heads * size : size, plan.kind);
        return;
    }
    const auto count = static_cast<std::size_t>(size);
    norm_.weight.assign(count, 1.0f);
    if (plan.kind != NormKind::Rms) norm_.bias.assign(count, 0.0f);
    if (plan.of == HeadNorm::OwnIfThere) own_ = reader.rows(name + ".weight", heads, size);
}

void HeadNorms::apply(const Pass& pass, float* x, float epsilon) const {
    if (norm_.empty()) return;
    applyNorm(pass, norm_, x, x, pass.n * rows_, epsilon);
    for (int t = 0; t < pass.n; ++t, x += own_.size())
        for (std::size_t i = 0; i < own_.size(); ++i) x[i] *= own_[i];
}

}  // namespace hearth::engine
