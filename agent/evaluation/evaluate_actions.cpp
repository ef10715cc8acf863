#include <algorithm>
#include <cmath>

#include "agent/evaluation.h"
#include "evaluation/action_score.h"
#include "evaluation/evaluated_requests.h"

namespace hearth::agent {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

// Sorts; the value below which `share` of them lie (nearest rank).
double percentile(std::vector<double> values, double share) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::max<std::size_t>(rank, 1) - 1];
}

std::string shown(const std::vector<Call>& calls) {
    std::string out;
    for (const Call& call : calls) {
        out += (out.empty() ? "" : "; ") + call.tool + "(";
        for (std::size_t i = 0; i < call.arguments.size(); ++i)
            out += (i > 0 ? ", " : "") + call.arguments[i].first + "=" + call.arguments[i].second;
        out += ")";
    }
    return out;
}

std::string mistake(ActionScore::Verdict verdict, const LabelledRequest& request,
                    const LabelMap::Meaning& meaning, const std::vector<Call>& calls) {
    std::string out = verdict == ActionScore::Verdict::FalseAction     ? "acted without need"
                      : verdict == ActionScore::Verdict::WrongFunction ? "wrong function"
                                                                       : "wrong arguments";
    out += ": " + request.text + " → " + shown(calls) + "; labelled " + request.intent + ", right is " +
           meaning.accept.front();
    for (const LabelledSlot& slot : request.slots) out += ", " + slot.name + "=" + slot.value;
    return out;
}

}  // namespace

Result<EvaluationReport> evaluateActions(std::shared_ptr<const engine::Model> model,
                                         const EvaluationOptions& options) {
    auto opened = openEvaluation(std::move(model), options);
    if (!opened) return tl::unexpected(opened.error());
    const auto& [map, functions, requests, split, decoder] = *opened;
    EvaluationReport report;
    report.split = split;

    ActionScore total(map, functions.writing);
    std::map<std::string, ActionScore> byDomain;
    std::vector<double> latencies;
    Conversation conversation;
    const int count = static_cast<int>(requests.size());
    for (int i = 0; i < count && !report.stopped; ++i) {
        const LabelledRequest& request = requests[static_cast<std::size_t>(i)];
        const auto meaning = map.meaning(request);
        if (!meaning) {
            ++report.unmapped;
            continue;
        }
        auto decoded = decoder->decode(request.text, conversation.before(request), options.cancel);
        if (!decoded)
            return fail(decoded.error().code, decoded.error().message,
                        request.id + " of " + options.data.string());
        report.stopped = options.cancel.cancelled();
        if (report.stopped) break;
        conversation.add(request, decoded->calls);
        latencies.push_back(decoded->ms);
        const auto verdict = total.add(request, *meaning, decoded->calls);
        byDomain.try_emplace(request.domain, map, functions.writing)
            .first->second.add(request, *meaning, decoded->calls);
        if (verdict != ActionScore::Verdict::Right &&
            static_cast<int>(report.mistakes.size()) < options.errors)
            report.mistakes.push_back(mistake(verdict, request, *meaning, decoded->calls));
        if (options.onProgress) options.onProgress(i + 1, count);
    }
    report.scores = total.scores();
    for (const auto& [domain, score] : byDomain) report.byDomain.emplace(domain, score.scores());
    report.latencyMsP50 = percentile(latencies, 0.50);
    report.latencyMsP95 = percentile(latencies, 0.95);
    return report;
}

}  // namespace hearth::agent
