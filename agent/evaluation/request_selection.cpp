#include "evaluation/request_selection.h"

#include <algorithm>

namespace hearth::agent {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

bool domainFits(const std::string& domain, const std::string& wanted) {
    if (wanted.empty()) return true;
    for (std::size_t at = 0; at <= wanted.size();) {
        const std::size_t bar = std::min(wanted.find('|', at), wanted.size());
        if (bar > at && domain.starts_with(wanted.substr(at, bar - at))) return true;
        at = bar + 1;
    }
    return false;
}

}  // namespace

Result<std::vector<LabelledRequest>> chosenRequests(std::vector<LabelledRequest> all,
                                                    const EvaluationOptions& options, std::string& split) {
    const auto has = [&all](const std::string& name) {
        return std::any_of(all.begin(), all.end(), [&](const LabelledRequest& r) { return r.split == name; });
    };
    split = options.split.empty() ? (has("validation") ? "validation" : "all") : options.split;
    if (split != "all" && !has(split))
        return fail(ErrorCode::NotFound, "The file has no requests of the split \"" + split + "\"",
                    options.data.string());
    std::erase_if(all, [&](const LabelledRequest& request) {
        return (split != "all" && request.split != split) || !domainFits(request.domain, options.domain);
    });
    if (all.empty())
        return fail(ErrorCode::NotFound, "No request is of the domain \"" + options.domain + "\"",
                    options.data.string());
    if (options.limit > 0 && all.size() > static_cast<std::size_t>(options.limit))
        all.resize(static_cast<std::size_t>(options.limit));
    return all;
}

const std::vector<Message>& Conversation::before(const LabelledRequest& request) {
    if (request.dialogue.empty() || request.dialogue != dialogue_) history_.clear();
    dialogue_ = request.dialogue;
    return history_;
}

void Conversation::add(const LabelledRequest& request, const std::vector<Call>& calls) {
    history_.push_back({Message::Role::User, request.text, {}});
    history_.push_back({Message::Role::Assistant, "", calls});
}

}  // namespace hearth::agent
