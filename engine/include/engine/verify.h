// Whether a model file is whole: everything that can be told without knowing what its weights should be.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"

namespace hearth::engine {

struct Check {
    enum class State {
        Passed,
        Failed,
        Skipped,  // it does not apply, or what it needs failed
    };
    std::string name;  // "structure", "architecture", "weights", "tokenizer", "chat template"
    State state = State::Skipped;
    std::string detail;  // what was found, or what is wrong and where
};

struct VerifyOptions {
    int threads = 0;                         // 0: one per physical core
    std::function<void(double)> onProgress;  // 0 … 1, on the calling thread; may be empty
    base::CancelToken cancel;
};

// Runs every check that the ones before it allow:
// - structure: the metadata and the table of tensors can be read, and all data lie inside the file;
// - architecture: it is known, and the tensors have the names, types and shapes that it needs;
// - weights: every number is finite;
// - tokenizer: it loads, and text survives being taken apart and joined;
// - chat template: it can be read, and renders a conversation.
// Errors: the file cannot be opened; Cancelled.
base::Result<std::vector<Check>> verifyFile(const std::string& path, const VerifyOptions& options = {});

}  // namespace hearth::engine
