#include "evaluation/action_score.h"

#include <algorithm>

#include "loop/normalized_text.h"

namespace hearth::agent {

namespace {

using Pairs = std::multiset<std::pair<std::string, std::string>>;  // argument, value

double share(int part, int whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / whole;
}

int common(const Pairs& a, const Pairs& b) {
    std::vector<Pairs::value_type> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return static_cast<int>(both.size());
}

}  // namespace

ActionScore::Verdict ActionScore::add(const LabelledRequest& request, const LabelMap::Meaning& meaning,
                                      const std::vector<Call>& calls) {
    const std::string function = calls.empty() ? "" : calls.front().tool;
    const bool right =
        std::find(meaning.accept.begin(), meaning.accept.end(), function) != meaning.accept.end();
    const bool wrote = std::any_of(calls.begin(), calls.end(),
                                   [this](const Call& call) { return writing_.count(call.tool) != 0; });
    ++all_;
    allRight_ += right;
    if (meaning.noAction()) {
        ++noAction_;
        falseActions_ += wrote;
    }
    if (meaning.outOfScope())
        return wrote ? Verdict::FalseAction : right ? Verdict::Right : Verdict::WrongFunction;

    ++inScope_;
    rightFunction_ += right;
    Pairs labelled;
    for (const LabelledSlot& slot : request.slots) {
        const std::string argument =
            map_.argument(request.source, slot.name, right ? function : meaning.accept[0]);
        if (!argument.empty()) labelled.emplace(argument, slot.value);
    }
    const std::set<std::string> scored = map_.scoredArguments(request.source, function);
    Pairs guessed;
    for (const Call& call : calls)
        for (const auto& [name, value] : call.arguments)
            if (scored.count(name) != 0) guessed.emplace(name, NormalizedText(value).text());
    if (right) hitSlots_ += common(labelled, guessed);
    guessedSlots_ += static_cast<int>(guessed.size());
    labelledSlots_ += static_cast<int>(labelled.size());
    if (!right) return meaning.noAction() && wrote ? Verdict::FalseAction : Verdict::WrongFunction;
    if (labelled != guessed) return Verdict::WrongArguments;
    ++rightCall_;
    return Verdict::Right;
}

ActionScores ActionScore::scores() const {
    ActionScores out;
    out.n = all_;
    out.inScope = inScope_;
    out.noAction = noAction_;
    out.functionAccuracy = share(rightFunction_, inScope_);
    out.functionAccuracyAll = share(allRight_, all_);
    out.callAccuracy = share(rightCall_, inScope_);
    out.slotF1 = labelledSlots_ == 0 ? 0 : share(2 * hitSlots_, guessedSlots_ + labelledSlots_);
    out.slots = labelledSlots_;
    out.falseActions = share(falseActions_, noAction_);
    return out;
}

}  // namespace hearth::agent
