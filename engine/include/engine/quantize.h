// Making a model file smaller: every matrix is written again in another weight type.
// Keeps no state; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"

namespace hearth::engine {

struct QuantizeOptions {
    int threads = 0;                            // 0: one per physical core
    std::string calibration;                    // a text file that the model reads first; may be empty
    std::function<void(double)> onCalibration;  // 0 … 1 while it reads, on the calling thread; may be empty
    std::function<void(double)> onProgress;  // 0 … 1 while it writes, on the calling thread; may be empty
    base::CancelToken cancel;
};

struct QuantizedTensor {
    std::string name;
    std::string from;  // weight types
    std::string to;
    std::uint64_t bytesBefore = 0;
    std::uint64_t bytesAfter = 0;
    double error = 0;  // √(Σ(before - after)² / Σ before²); 0 where nothing changed
    // The same with each column's error weighted by the mean square of what it is multiplied with; only where
    // the calibration text gave that.
    std::optional<double> calibratedError;
    std::string wanted;  // the recipe's type, where its blocks do not fit into the rows; else empty
};

struct QuantizeReport {
    std::vector<QuantizedTensor> tensors;
    std::uint64_t bytesBefore = 0;  // of all tensors
    std::uint64_t bytesAfter = 0;
    int calibrationTokens = 0;  // that were read
};

// The names that `recipe` may have: "F16", "Q8_0", "Q4_K_M", …
std::vector<std::string> quantizeRecipes();

// Reads the model at `in`, writes it with the weights that `recipe` (in either case) chooses to `out`, which
// appears only when it is whole; an existing file is replaced; parts of a split model become one file. Norms
// and other single rows keep float32. With a calibration text, errors are spread to where they change the
// model's numbers least. Memory needed is small whatever the file's size, but for the calibration, which runs
// the model. Errors: InvalidInput (no such recipe; a damaged file, or
// weights that are no finite numbers, naming the tensor), Unsupported (a weight type that cannot be read),
// Cancelled, Io.
base::Result<QuantizeReport> quantizeFile(const std::string& in, const std::string& out,
                                          const std::string& recipe, const QuantizeOptions& options = {});

}  // namespace hearth::engine
