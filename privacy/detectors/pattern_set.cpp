#include "detectors/pattern_set.h"

#include <array>
#include <cassert>

#include "detectors/checks.h"

namespace hearth::privacy {

namespace {

re2::RE2::Options options() {
    re2::RE2::Options options;
    options.set_encoding(re2::RE2::Options::EncodingLatin1);  // bytes: any input, and small automata
    options.set_log_errors(false);
    options.set_max_mem(256 << 20);
    return options;
}

// Identifiers are shorter; to look again inside longer matches would take quadratic time.
constexpr std::size_t longest = 256;

// Where to look on after a match that did not stand: at the next start of a run of letters or digits.
std::size_t nextStart(const Match& match) {
    if (match.end - match.start > longest) return match.end;
    std::size_t at = match.start + 1;
    while (at < match.end && isAlnum(match.text[at - 1]) && isAlnum(match.text[at])) ++at;
    return at;
}

}  // namespace

PatternSet::PatternSet(const std::vector<Detector>& detectors)
    : set_(std::make_unique<re2::RE2::Set>(options(), re2::RE2::UNANCHORED)) {
    for (std::size_t d = 0; d < detectors.size(); ++d)
        for (std::size_t p = 0; p < detectors[d].patterns.size(); ++p) {
            const char* expression = detectors[d].patterns[p].expression;
            auto compiled = std::make_unique<re2::RE2>(expression, options());
            [[maybe_unused]] const int id = set_->Add(expression, nullptr);
            assert(compiled->ok() && id == static_cast<int>(compiled_.size()));
            compiled_.push_back({d, p, std::move(compiled)});
        }
    set_->Compile();
}

void PatternSet::visit(std::string_view text, Window window, const std::vector<bool>& wanted,
                       int& costlyChecks, const Visit& visit) const {
    std::vector<int> ids;
    re2::RE2::Set::ErrorInfo error{};
    const re2::StringPiece piece(text.data() + window.start, window.end - window.start);
    if (!set_->Match(piece, &ids, &error) && error.kind != re2::RE2::Set::kNoError) {
        for (std::size_t i = 0; i < compiled_.size(); ++i)  // the automaton ran out of memory
            if (wanted[compiled_[i].detector]) visitOne(compiled_[i], text, window, costlyChecks, visit);
        return;
    }
    for (const int id : ids) {
        const Compiled& compiled = compiled_[static_cast<std::size_t>(id)];
        if (wanted[compiled.detector]) visitOne(compiled, text, window, costlyChecks, visit);
    }
}

void PatternSet::visitOne(const Compiled& compiled, std::string_view text, Window window, int& costlyChecks,
                          const Visit& visit) const {
    const re2::StringPiece piece(text.data(), text.size());
    const int groups = compiled.expression->NumberOfCapturingGroups() > 0 ? 2 : 1;
    std::array<re2::StringPiece, 2> found;
    for (std::size_t at = window.start; at < window.end;) {
        if (!compiled.expression->Match(piece, at, window.end, re2::RE2::UNANCHORED, found.data(), groups))
            return;
        const re2::StringPiece& group = groups == 2 && found[1].data() != nullptr ? found[1] : found[0];
        const auto start = static_cast<std::size_t>(group.data() - text.data());
        Hit hit{compiled.detector, compiled.pattern, {text, start, start + group.size(), &costlyChecks}};
        const Match whole = hit.match;
        at = std::max(at + 1, visit(hit) ? hit.match.end : nextStart(whole));
    }
}

}  // namespace hearth::privacy
