#include "models/gemma3n_blocks.h"

#include <algorithm>
#include <cmath>

#include "kernels/ops.h"
#include "models/layer_inputs.h"

namespace hearth::engine {

namespace {

double meanSquare(const float* x, int size) {
    double sum = 0;
    for (int i = 0; i < size; ++i) sum += static_cast<double>(x[i]) * x[i];
    return sum / size;
}

// What all layers share: from the embeddings to the streams, and from the streams to one.
class Streams {
  public:
    explicit Streams(const Gemma3nPlan& made) : plan(made) {}

    void load(WeightsReader& reader) {
        const int others = plan.streams - 1;
        in_ = readLinears(reader, "altup_proj", others, plan.embedding, plan.embedding);
        out_ = readLinears(reader, "altup_unembd_proj", others, plan.embedding, plan.embedding);
    }

    // Those of the rows on their way: [pass.n, streams, embedding].
    float* of(const Pass& pass) const {
        const auto tokens = static_cast<std::int64_t>(pass.tokens.size());
        const std::int64_t row = std::int64_t{plan.streams} * plan.embedding;
        return pass.work.floats(Slot::Streams, tokens * row) + (tokens - pass.n) * row;
    }

    // The first is x, the others are projections of it that are as large as it.
    void begin(const Pass& pass, const float* x) const {
        float* streams = of(pass);
        copy(pass, x, streams, 0);
        float* made = pass.work.floats(Slot::FeedA, std::int64_t{pass.n} * plan.embedding);
        for (int s = 1; s < plan.streams; ++s) {
            apply(pass, {{&in_[static_cast<std::size_t>(s - 1)], made}}, x, pass.n);
            fit(pass, x, plan.embedding, made);
            copy(pass, made, streams, s);
        }
    }

    // x: the mean of the first and of projections of the others that are as large as it.
    void end(const Pass& pass, float* x) const {
        const std::int64_t width = plan.embedding;
        const std::int64_t row = plan.streams * width;
        const float* streams = of(pass);
        float* one = pass.work.floats(Slot::FeedA, pass.n * width);
        float* made = pass.work.floats(Slot::FeedB, pass.n * width);
        for (std::int64_t t = 0; t < pass.n; ++t) std::copy_n(streams + t * row, width, x + t * width);
        for (int s = 1; s < plan.streams; ++s) {
            for (std::int64_t t = 0; t < pass.n; ++t)
                std::copy_n(streams + t * row + s * width, width, one + t * width);
            apply(pass, {{&out_[static_cast<std::size_t>(s - 1)], made}}, one, pass.n);
            fit(pass, streams, row, made);
            addTo(pass.compute, x, made, pass.n * width);
        }
        scaleBy(pass.compute, x, pass.n * width, 1.0f / static_cast<float>(plan.streams));
    }

    const Gemma3nPlan plan;

  private:
    void copy(const Pass& pass, const float* x, float* streams, int stream) const {
        const std::int64_t width = plan.embedding;
        for (std::int64_t t = 0; t < pass.n; ++t)
            std::copy_n(x + t * width, width, streams + (t * plan.streams + stream) * width);
    }
    // Scales rows of `made` to the size of those of `like`, which lie `stride` apart.
    void fit(const Pass& pass, const float* like, std::int64_t stride, float* made) const {
        constexpr double kLeast = 1e-5;
        for (std::int64_t t = 0; t < pass.n; ++t) {
            float* row = made + t * plan.embedding;
            const double factor = std::sqrt(meanSquare(like + t * stride, plan.embedding) /
                                            std::max(kLeast, meanSquare(row, plan.embedding)));
            for (int i = 0; i < plan.embedding; ++i) row[i] = static_cast<float>(row[i] * factor);
        }
    }

    std::vector<Linear> in_, out_;  // streams - 1 × [embedding, embedding]
};

class StreamLayer {
  public:
    StreamLayer(std::shared_ptr<Streams> streams, std::shared_ptr<LayerInputs> inputs, std::size_t index)
        : streams_(std::move(streams)), inputs_(std::move(inputs)), index_(index) {}

    void load(WeightsReader& reader, const std::string& prefix) {
        const Gemma3nPlan& plan = streams_->plan;
        if (index_ == 0) streams_->load(reader);
        norm_ = reader.vector(prefix + "attn_norm.weight", plan.embedding);
        const std::int64_t rank = reader.rowsOf(prefix + "laurel_l.weight");
        left_ = readLinear(reader, prefix + "laurel_l", rank, plan.embedding);
        right_ = readLinear(reader, prefix + "laurel_r", plan.embedding, rank);
        laurelNorm_ = reader.vector(prefix + "laurel_post_norm.weight", plan.embedding);
        router_ = readLinear(reader, prefix + "altup_router", plan.streams, plan.embedding);
        routerNorm_ = reader.vector(prefix + "altup_router_norm.weight", plan.embedding);
        predict_ =
            reader.rows(prefix + "altup_predict_coef.weight", plan.streams * plan.streams, plan.streams);
        correct_ = reader.rows(prefix + "altup_correct_coef.weight", plan.streams, plan.streams);
        correctScale_ = reader.vector(prefix + "altup_correct_scale.weight", plan.embedding);
        input_.load(reader, prefix, inputs_, index_);
    }

    // Predicts the streams; x becomes the active one, and what goes beside attention is kept.
    void predict(const Pass& pass, float* x) const {
        const Gemma3nPlan& plan = streams_->plan;
        const std::int64_t width = plan.embedding;
        if (index_ == 0) streams_->begin(pass, x);
        float* streams = streams_->of(pass);
        copyActive(pass, streams, x);
        const float* modes = route(pass, x);
        std::vector<float> old(static_cast<std::size_t>(plan.streams * width));
        for (std::int64_t t = 0; t < pass.n; ++t) {
            float* row = streams + t * plan.streams * width;
            std::copy_n(row, plan.streams * width, old.data());
            for (int to = 0; to < plan.streams; ++to)
                for (int from = 0; from < plan.streams; ++from) {
                    const float share =
                        coefficient(predict_, to * plan.streams + from, modes + t * plan.streams);
                    for (std::int64_t i = 0; i < width; ++i)
                        row[to * width + i] += share * old[static_cast<std::size_t>(from * width + i)];
                }
        }
        copyActive(pass, streams, x);
        keepLaurel(pass, x);
    }

    // x, which attention was added to: (x + laurel) / √2
    void addLaurel(const Pass& pass, float* x) const {
        const auto tokens = static_cast<std::int64_t>(pass.tokens.size());
        const std::int64_t width = streams_->plan.embedding;
        const float* kept = pass.work.floats(Slot::Kept, tokens * width) + (tokens - pass.n) * width;
        addTo(pass.compute, x, kept, pass.n * width);
        scaleBy(pass.compute, x, pass.n * width, std::sqrt(0.5f));
    }

    // Corrects the streams by x; behind the last layer x becomes what they are together.
    void correct(const Pass& pass, float* x) const {
        const Gemma3nPlan& plan = streams_->plan;
        const std::int64_t width = plan.embedding;
        float* streams = streams_->of(pass);
        const float* modes = route(pass, x);
        float* first = pass.work.floats(Slot::MixerA, pass.n * width);  // no mixer computes now
        for (std::int64_t t = 0; t < pass.n; ++t) {
            float* row = streams + t * plan.streams * width;
            float* error = x + t * width;
            for (std::int64_t i = 0; i < width; ++i) error[i] -= row[plan.active * width + i];
            for (int s = 0; s < plan.streams; ++s) {
                const float share = 1 + coefficient(correct_, s, modes + t * plan.streams);
                for (std::int64_t i = 0; i < width; ++i) row[s * width + i] += share * error[i];
            }
            for (std::int64_t i = 0; i < width; ++i)
                first[t * width + i] =
                    row[plan.active * width + i] * correctScale_[static_cast<std::size_t>(i)];
        }
        float* added = pass.work.floats(Slot::MixerB, pass.n * width);
        input_.compute(pass, first, added);
        for (std::int64_t t = 0; t < pass.n; ++t)
            for (int s = 1; s < plan.streams; ++s)
                for (std::int64_t i = 0; i < width; ++i)
                    streams[(t * plan.streams + s) * width + i] += added[t * width + i];
        if (index_ + 1 == plan.layers) streams_->end(pass, x);
    }

  private:
    void copyActive(const Pass& pass, const float* streams, float* x) const {
        const Gemma3nPlan& plan = streams_->plan;
        for (std::int64_t t = 0; t < pass.n; ++t)
            std::copy_n(streams + (t * plan.streams + plan.active) * plan.embedding, plan.embedding,
                        x + t * plan.embedding);
    }
    // tanh(router(norm(x) / embedding)): [n, streams]
    const float* route(const Pass& pass, const float* x) const {
        const Gemma3nPlan& plan = streams_->plan;
        float* normed = pass.work.floats(Slot::FeedA, std::int64_t{pass.n} * plan.embedding);
        float* modes = pass.work.floats(Slot::FeedE, std::int64_t{pass.n} * plan.streams);
        rmsNorm(pass.compute, x, routerNorm_.data(), normed, pass.n, plan.embedding, plan.epsilon);
        scaleBy(pass.compute, normed, std::int64_t{pass.n} * plan.embedding,
                1.0f / static_cast<float>(plan.embedding));
        apply(pass, {{&router_, modes}}, normed, pass.n);
        for (std::int64_t i = 0; i < std::int64_t{pass.n} * plan.streams; ++i) modes[i] = std::tanh(modes[i]);
        return modes;
    }
    float coefficient(const std::vector<float>& matrix, int row, const float* modes) const {
        const int streams = streams_->plan.streams;
        float sum = 0;
        for (int s = 0; s < streams; ++s)
            sum += matrix[static_cast<std::size_t>(row * streams + s)] * modes[s];
        return sum;
    }
    // norm(x) + norm(right(left(norm(x))))
    void keepLaurel(const Pass& pass, const float* x) const {
        const Gemma3nPlan& plan = streams_->plan;
        const std::int64_t count = std::int64_t{pass.n} * plan.embedding;
        float* normed = pass.work.floats(Slot::FeedA, count);
        float* low = pass.work.floats(Slot::FeedB, pass.n * left_.weights.rows());
        float* kept = pass.work.floats(Slot::Kept, count);
        rmsNorm(pass.compute, x, norm_.data(), normed, pass.n, plan.embedding, plan.epsilon);
        apply(pass, {{&left_, low}}, normed, pass.n);
        apply(pass, {{&right_, kept}}, low, pass.n);
        rmsNorm(pass.compute, kept, laurelNorm_.data(), kept, pass.n, plan.embedding, plan.epsilon);
        addTo(pass.compute, kept, normed, count);
    }

    std::shared_ptr<Streams> streams_;
    std::shared_ptr<LayerInputs> inputs_;
    std::size_t index_;
    std::vector<float> norm_, laurelNorm_, routerNorm_, correctScale_;  // [embedding]
    Linear left_, right_;         // [rank, embedding], [embedding, rank]
    Linear router_;               // [streams, embedding]
    std::vector<float> predict_;  // [streams * streams, streams]
    std::vector<float> correct_;  // [streams, streams]
    OwnInput input_;
};

// One of a layer's steps.
class Step : public LayerTail {
  public:
    using Method = void (StreamLayer::*)(const Pass& pass, float* x) const;
    Step(std::shared_ptr<const StreamLayer> layer, Method method)
        : layer_(std::move(layer)), method_(method) {}
    void apply(const Pass& pass, float* x) const override { (*layer_.*method_)(pass, x); }

  private:
    std::shared_ptr<const StreamLayer> layer_;
    Method method_;
};

}  // namespace

void addGemma3nStreams(DecoderPlan& plan, const Gemma3nPlan& streams) {
    const auto shared = std::make_shared<Streams>(streams);
    const auto inputs =
        std::make_shared<LayerInputs>(streams.embedding, streams.inputs, streams.layers, streams.epsilon);
    for (std::size_t i = 0; i < plan.layers.size(); ++i) {
        const auto layer = std::make_shared<StreamLayer>(shared, inputs, i);
        const auto step = [layer](Step::Method method) {
            return [layer, method](WeightsReader&, const std::string&) -> std::unique_ptr<LayerTail> {
                return std::make_unique<Step>(layer, method);
            };
        };
        plan.layers[i].head = [layer](WeightsReader& reader,
                                      const std::string& prefix) -> std::unique_ptr<LayerTail> {
            layer->load(reader, prefix);
            return std::make_unique<Step>(layer, &StreamLayer::predict);
        };
        plan.layers[i].middle = step(&StreamLayer::addLaurel);
        plan.layers[i].tail = step(&StreamLayer::correct);
    }
}

}  // namespace hearth::engine
