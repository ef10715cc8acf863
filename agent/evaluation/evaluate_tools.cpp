#include <algorithm>
#include <cmath>

#include "agent/evaluation.h"
#include "conversation/chat_lines.h"
#include "evaluation/evaluated_requests.h"
#include "routing/tool_ranking.h"

namespace hearth::agent {

using base::Result;

namespace {

// The place of the first right tool in a ranking, from 1; 0: none of them is in it.
std::size_t placeOf(const std::vector<std::string>& ranked, const std::vector<std::string>& right) {
    for (std::size_t i = 0; i < ranked.size(); ++i)
        if (std::find(right.begin(), right.end(), ranked[i]) != right.end()) return i + 1;
    return 0;
}

class Recalls {
  public:
    explicit Recalls(ToolRecall& out) : out_(out) {}
    void add(std::size_t place) {
        for (std::size_t i = 0; i < kToolRecallAt.size(); ++i)
            if (place > 0 && place <= kToolRecallAt[i]) ++hits_[i];
        ++count_;
        for (std::size_t i = 0; i < kToolRecallAt.size(); ++i)
            out_.at[i] = static_cast<double>(hits_[i]) / count_;
    }

  private:
    ToolRecall& out_;
    std::array<int, kToolRecallAt.size()> hits_{};
    int count_ = 0;
};

// Those that a larger model is offered: what it answers in words itself is not among them.
std::vector<const ToolSpec*> offerable(const std::vector<ToolSpec>& specs) {
    std::vector<const ToolSpec*> out;
    for (const ToolSpec& spec : specs)
        if (!answeredInWords(spec.name)) out.push_back(&spec);
    return out;
}

bool isOneOf(const std::vector<const ToolSpec*>& tools, const std::string& name) {
    return std::any_of(tools.begin(), tools.end(), [&](const ToolSpec* tool) { return tool->name == name; });
}

}  // namespace

Result<ToolReport> evaluateTools(std::shared_ptr<const engine::Model> model,
                                 const std::vector<ToolSpec>& specs, const EvaluationOptions& options) {
    auto opened = openEvaluation(std::move(model), options);
    if (!opened) return tl::unexpected(opened.error());
    const auto& [map, functions, requests, split, decoder] = *opened;
    ToolReport report;
    report.split = split;
    const std::vector<const ToolSpec*> tools = offerable(specs);
    const ToolRanking ranking(tools);
    report.tools = static_cast<int>(tools.size());
    Recalls words(report.words), functional(report.model), both(report.both);
    Conversation conversation;
    const int count = static_cast<int>(requests.size());
    for (int i = 0; i < count; ++i) {
        const LabelledRequest& request = requests[static_cast<std::size_t>(i)];
        if (options.onProgress) options.onProgress(i + 1, count);
        const auto meaning = map.meaning(request);
        if (!meaning) continue;
        auto decoded = decoder->decode(request.text, conversation.before(request), options.cancel);
        if (!decoded) return tl::unexpected(decoded.error());
        report.stopped = options.cancel.cancelled();
        if (report.stopped) break;
        conversation.add(request, decoded->calls);
        if (!isOneOf(tools, meaning->accept.front())) continue;
        ++report.n;
        std::vector<ToolRanking::Likely> likely;
        std::vector<std::string> order;
        for (const auto& candidate : decoded->alternatives) {
            likely.emplace_back(candidate.function, std::exp(candidate.logprob));
            if (isOneOf(tools, candidate.function)) order.push_back(candidate.function);
        }
        words.add(placeOf(ranking.rank(request.text, {}), meaning->accept));
        functional.add(placeOf(order, meaning->accept));
        const std::size_t place = placeOf(ranking.rank(request.text, likely), meaning->accept);
        both.add(place);
        if ((place == 0 || place > kOfferedTools) && static_cast<int>(report.missed.size()) < options.errors)
            report.missed.push_back(meaning->accept.front() + " is no. " + std::to_string(place) +
                                    " for: " + request.text);
    }
    return report;
}

}  // namespace hearth::agent
