#include "evaluation/evaluated_requests.h"

#include <utility>

namespace hearth::agent {

base::Result<EvaluatedRequests> openEvaluation(std::shared_ptr<const engine::Model> model,
                                               const EvaluationOptions& options) {
    auto map = LabelMap::read(options.labelMap);
    if (!map) return tl::unexpected(map.error());
    auto functions = readFunctions(options.functions);
    if (!functions) return tl::unexpected(functions.error());
    auto all = readLabelledRequests(options.data);
    if (!all) return tl::unexpected(all.error());
    std::string split;
    auto requests = chosenRequests(std::move(*all), options, split);
    if (!requests) return tl::unexpected(requests.error());
    auto decoder = FunctionalDecoder::create(std::move(model), functions->functions);
    if (!decoder) return tl::unexpected(decoder.error());
    return EvaluatedRequests{std::move(*map), std::move(*functions), std::move(*requests), std::move(split),
                             std::move(*decoder)};
}

}  // namespace hearth::agent
