// What a model's file says about how it is to be asked for calls (`hearth.*` of its metadata). A value; any
// thread.
#pragma once

#include <set>
#include <string>

#include "base/result.h"
#include "engine/model.h"

namespace hearth::agent {

struct ModelProtocol {
    // The request stands twice in the prompt, parted by <again>: a model that reads from left to right knows
    // all words of it when it reads them the second time.
    bool readsTwice = false;
    // A function of `writing` is called first only where all of them together have this probability; below,
    // the most likely function that only reads is. 0: always the most likely one.
    double writeThreshold = 0;
    std::set<std::string> writing;

    // Files that say nothing are of protocol 1, without a threshold. Errors: Unsupported for a newer
    // protocol, InvalidInput naming the key whose value cannot be read.
    static base::Result<ModelProtocol> read(const engine::Model& model);
};

}  // namespace hearth::agent
