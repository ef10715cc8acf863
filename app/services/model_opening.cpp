#include "services/model_opening.h"

#include <algorithm>
#include <utility>

#include "catalogue/machine.h"
#include "catalogue/size_text.h"

namespace hearth::app {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// Looked at before anything is loaded: what does not fit would make the whole desktop stand still.
Result<ModelOpening::Model> openChecked(const std::string& path, const ModelOpening::Place& place,
                                        const engine::LoadOptions& options) {
    if (auto known = place.models->find(path)) return known;
    const auto summary = engine::describeFile(path);
    if (!summary) return tl::unexpected(summary.error());
    const std::uint64_t available = place.freeMemory ? place.freeMemory() : lookAtMachine().freeMemoryBytes;
    const auto fits = available == 0 ? Result<void>() : checkMemory(memoryNeeded(summary->info), available);
    if (!fits) return tl::unexpected(fits.error());
    return place.models->open(path, options);
}

}  // namespace

ModelOpening::ModelOpening(std::string path, Place place, std::function<void(double)> progress,
                           std::function<void(Result<Model>)> done)
    : thread_([path = std::move(path), place = std::move(place), progress = std::move(progress),
               done = std::move(done), cancel = cancel_.token()] {
          engine::LoadOptions options;
          options.onProgress = progress;
          options.cancel = cancel;
          auto model = openChecked(path, place, options);
          if (!cancel.cancelled()) done(std::move(model));
      }) {}

ModelOpening::~ModelOpening() {
    cancel_.cancel();
    thread_.join();
}

std::uint64_t memoryNeeded(const engine::ModelInfo& info) {
    constexpr int kContext = 4096;  // engine::SessionOptions
    const auto positions = static_cast<std::uint64_t>(std::clamp(info.trainedContext, 0, kContext));
    const auto row = static_cast<std::uint64_t>(std::max(info.layers, 0)) *
                     static_cast<std::uint64_t>(std::max(info.kvHeads, 0)) *
                     static_cast<std::uint64_t>(std::max(info.headDim, 0));
    constexpr std::uint64_t kKeysAndValuesF16 = 4;
    constexpr std::uint64_t kScratch = 128u << 20;
    return info.fileBytes + positions * row * kKeysAndValuesF16 + kScratch;
}

Result<void> checkMemory(std::uint64_t needed, std::uint64_t available) {
    if (needed <= available) return {};
    return fail(ErrorCode::OutOfMemory, "It needs about " + sizeText(needed) + " of memory, and " +
                                            sizeText(available) +
                                            " are free. Close other programs, or choose a smaller model.");
}

std::string openingProblem(const std::string& fileName, const base::Error& error) {
    const std::string file = "“" + fileName + "”";
    switch (error.code) {
        case ErrorCode::NotFound:
            return file + " is no longer there. It may have been moved, or its disk is not connected.";
        case ErrorCode::InvalidInput:
            return file + " is damaged, or no model file. Download it again. " + error.message;
        case ErrorCode::Unsupported:
            return file + " is a model of a kind that I cannot run. " + error.message;
        case ErrorCode::OutOfMemory:
            return file + " is too large for this computer now. " + error.message;
        default:
            return file + " cannot be opened. " + error.message;
    }
}

}  // namespace hearth::app
