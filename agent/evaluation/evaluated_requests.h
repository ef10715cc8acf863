// What every measurement of the built-in model begins with: labels, functions, the chosen requests, and the
// decoder. Owned by its caller; one thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "agent/evaluation.h"
#include "base/result.h"
#include "evaluation/labelled_requests.h"
#include "evaluation/request_selection.h"
#include "loop/functional_decoder.h"

namespace hearth::agent {

struct EvaluatedRequests {
    LabelMap map;
    FunctionTable functions;
    std::vector<LabelledRequest> requests;
    std::string split;
    std::unique_ptr<FunctionalDecoder> decoder;
};

// Errors: what is missing or wrong in the files that `options` names, by file; those of the decoder.
base::Result<EvaluatedRequests> openEvaluation(std::shared_ptr<const engine::Model> model,
                                               const EvaluationOptions& options);

}  // namespace hearth::agent
