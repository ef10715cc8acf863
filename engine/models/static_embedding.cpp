#include "models/static_embedding.h"

#include <algorithm>

#include "kernels/ops.h"
#include "models/weights_reader.h"

namespace hearth::engine {

using base::Result;

namespace {

class StaticEmbedding : public Encoder {
  public:
    StaticEmbedding(WeightMatrix table, int vocabulary, int width, int context)
        : table_(std::move(table)), vocabulary_(vocabulary), width_(width), context_(context) {}
    int vocabulary() const override { return vocabulary_; }
    int width() const override { return width_; }
    int context() const override { return context_; }
    Pooling pooling() const override { return Pooling::Mean; }
    bool encode(Compute& compute, Workspace&, const EncoderInput& input, float* out) const override {
        lookUp(compute, table_, input.tokens, out);
        return !input.cancel.cancelled();
    }

  private:
    WeightMatrix table_;  // [vocabulary, width]
    int vocabulary_;
    int width_;
    int context_;
};

}  // namespace

Result<std::unique_ptr<Encoder>> loadStaticEmbedding(const NetworkSource& source) {
    Parameters parameters(source.file, source.architecture);
    const int width = parameters.required("embedding_length", 8, 1 << 16);
    const int context = parameters.required("context_length", 1, 1 << 20);
    if (auto checked = parameters.check(); !checked) return tl::unexpected(checked.error());
    const gguf::TensorView* tensor = source.file.findTensor("token_embd.weight");
    const int rows = tensor ? static_cast<int>(std::min<std::int64_t>(tensor->dimension(1), 1 << 24)) : 0;
    WeightsReader reader(source);
    WeightMatrix table = reader.matrix("token_embd.weight", std::max(1, rows), width);
    if (auto checked = reader.check(); !checked) return tl::unexpected(checked.error());
    return std::make_unique<StaticEmbedding>(std::move(table), std::max(1, rows), width, context);
}

}  // namespace hearth::engine
