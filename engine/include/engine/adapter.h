// A LoRA adapter read from a GGUF file: small matrices that change what a model computes while the model's
// own weights stay as they are. Immutable once open; any number of Sessions on any thread may use it, several
// at once, each with a scale of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "engine/model.h"

namespace hearth::engine {

struct AdapterInfo {
    std::string path;
    std::string name;         // general.name, or the file's name
    double alpha = 0;         // adapter.lora.alpha; 0: no division by the rank
    int rank = 0;             // the largest of its matrices
    int tensors = 0;          // weights of the model that it changes
    std::uint64_t bytes = 0;  // of its matrices
};

class Adapter {
  public:
    virtual ~Adapter() = default;

    // Opens the file for this model, which it keeps. Errors: those of reading a file; InvalidInput, saying in
    // what they differ, where the adapter was made for another base; Unsupported for other kinds of adapter.
    static base::Result<std::shared_ptr<const Adapter>> open(const std::string& path,
                                                             const std::shared_ptr<const Model>& model);

    virtual const AdapterInfo& info() const = 0;
};

// An adapter at work: y = W x + scale * alpha / rank * B (A x).
struct AdapterUse {
    std::shared_ptr<const Adapter> adapter;
    float scale = 1;
};

}  // namespace hearth::engine
