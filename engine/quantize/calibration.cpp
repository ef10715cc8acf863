#include "quantize/calibration.h"

#include <algorithm>

#include "kernels/weights.h"
#include "models/loaded_model.h"

namespace hearth::engine {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {
constexpr std::size_t kLeastTokens = 16;  // with fewer, most columns would be noise
}

// Adds up squares of inputs while the model runs.
class Collector : public ProductObserver {
  public:
    explicit Collector(const gguf::File& file) {
        for (const gguf::TensorView& tensor : file.tensors()) byAddress_[tensor.data.data()] = &tensor;
    }

    void onProduct(const WeightMatrix& weights, const float* x, int n) override {
        const gguf::TensorView* tensor = tensorAt(weights.source());
        if (!tensor || tensor->dimension(0) != weights.cols()) return;
        const std::int64_t rows = tensor->dimension(1);
        const std::size_t rowBytes =
            tensor->data.size() / static_cast<std::size_t>(tensor->elements() / tensor->dimension(0));
        // Parts of one matrix, cut between rows, get the same input: the first part counts for all.
        const auto offset = static_cast<std::size_t>(weights.source() - tensor->data.data());
        const std::size_t row = offset / rowBytes;
        if (row % static_cast<std::size_t>(rows) != 0) return;
        Sums& sums = sums_[tensor];
        sums.matrices.resize(static_cast<std::size_t>(tensor->elements() / tensor->dimension(0) / rows));
        Matrix& matrix = sums.matrices[row / static_cast<std::size_t>(rows)];
        matrix.squares.resize(static_cast<std::size_t>(weights.cols()));
        matrix.count += n;
        for (int t = 0; t < n; ++t, x += weights.cols()) {
            for (std::size_t c = 0; c < matrix.squares.size(); ++c)
                matrix.squares[c] += static_cast<double>(x[c]) * x[c];
        }
    }

    Calibration result(int tokens) const {
        Calibration out;
        out.tokens_ = tokens;
        for (const auto& [tensor, sums] : sums_) {
            Calibration::Sums& to = out.tensors_[std::string(tensor->name)];
            to.rows = tensor->dimension(1);
            for (const Matrix& matrix : sums.matrices) {
                std::vector<float>& means = to.squares.emplace_back();
                for (const double square : matrix.squares)
                    means.push_back(static_cast<float>(square / static_cast<double>(matrix.count)));
            }
        }
        return out;
    }

  private:
    struct Matrix {
        std::vector<double> squares;
        std::int64_t count = 0;
    };
    struct Sums {
        std::vector<Matrix> matrices;
    };

    const gguf::TensorView* tensorAt(const std::byte* data) const {
        const auto after = byAddress_.upper_bound(data);
        if (after == byAddress_.begin()) return nullptr;
        const gguf::TensorView* tensor = std::prev(after)->second;
        return data < tensor->data.data() + tensor->data.size() ? tensor : nullptr;
    }

    std::map<const std::byte*, const gguf::TensorView*> byAddress_;
    std::map<const gguf::TensorView*, Sums> sums_;
};

Result<Calibration> Calibration::collect(const std::string& modelPath, const std::string& text,
                                         const Options& options) {
    const auto model = LoadedModel::openFile(modelPath, options.threads);
    if (!model) return tl::unexpected(model.error());
    std::vector<TokenId> tokens = (*model)->tokenizer().encode(text);
    tokens.resize(std::min(tokens.size(), static_cast<std::size_t>(kTokens)));
    if (tokens.size() < kLeastTokens)
        return fail(
            ErrorCode::InvalidInput,
            "The calibration text is too short: give some pages of text like that which the model will "
            "be used for.");
    LoadOptions loading;
    loading.cancel = options.cancel;
    const auto network = (*model)->network(false, loading);
    if (!network) return tl::unexpected(network.error());

    const int trained = (*model)->info().trainedContext;
    const int context = trained > 0 ? std::min(trained, 512) : 512;
    Collector collector((*model)->file());
    Compute compute((*model)->kernels(), (*model)->pool());
    compute.setObserver(&collector);
    std::vector<float> vectors(static_cast<std::size_t>(context) *
                               static_cast<std::size_t>((*network)->embedding()));
    int done = 0;
    while (done < static_cast<int>(tokens.size())) {
        const auto state = (*network)->newState(context, CacheType::F16);
        if (!state) return tl::unexpected(state.error());
        const int end = std::min(done + context, static_cast<int>(tokens.size()));
        for (int start = done; done < end;) {
            const int count = std::min(end - done, (*network)->promptChunk());
            const ForwardInput input{
                std::span(tokens).subspan(static_cast<std::size_t>(done), static_cast<std::size_t>(count)),
                done - start, LogitRows::All, options.cancel, true};
            if (!(*network)->forward(compute, **state, input, vectors.data()))
                return fail(ErrorCode::Cancelled, "Quantizing was stopped.");
            done += count;
            if (options.onProgress)
                options.onProgress(static_cast<double>(done) / static_cast<double>(tokens.size()));
        }
    }
    return collector.result(done);
}

const float* Calibration::columns(const gguf::TensorView& tensor, std::int64_t row) const {
    const auto found = tensors_.find(tensor.name);
    if (found == tensors_.end()) return nullptr;
    const Sums& sums = found->second;
    const auto index = static_cast<std::size_t>(row / sums.rows);
    if (index >= sums.squares.size() || sums.squares[index].empty()) return nullptr;
    return sums.squares[index].data();
}

}  // namespace hearth::engine
