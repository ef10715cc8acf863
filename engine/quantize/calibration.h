// How much errors in each column of each matrix count: the mean square of what the column is multiplied with
// while the model reads a text (an "importance matrix"). Immutable once collected.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "gguf/reader.h"

namespace hearth::engine {

class Calibration {
  public:
    struct Options {
        int threads = 0;                         // 0: one per physical core
        std::function<void(double)> onProgress;  // 0 … 1; may be empty
        base::CancelToken cancel;
    };
    // Runs the model over the text, at most kTokens of it, in pieces that do not see each other. Errors:
    // those of opening a model; InvalidInput for a text of a few tokens; Cancelled.
    static base::Result<Calibration> collect(const std::string& modelPath, const std::string& text,
                                             const Options& options);
    static constexpr int kTokens = 64 * 512;

    // One number a column for row `row` of a tensor (rows of all experts counted through), 0 … ; null where
    // nothing was multiplied with it: matrices that only predict or look up tokens, and experts that no token
    // chose.
    const float* columns(const gguf::TensorView& tensor, std::int64_t row) const;
    int tokens() const { return tokens_; }  // that were read

  private:
    friend class Collector;
    struct Sums {
        std::int64_t rows = 0;                    // of one matrix; a tensor of experts has several
        std::vector<std::vector<float>> squares;  // [matrix][column], mean
    };
    std::map<std::string, Sums, std::less<>> tensors_;
    int tokens_ = 0;
};

}  // namespace hearth::engine
