#include "detectors/pattern_set.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

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

// Matches no longer than this are walked; from each place no further than this, so that time stays linear.
constexpr std::size_t shortMatch = 128;
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

struct PatternSet::Search {
    std::string_view text;
    const std::vector<bool>& wanted;
    Visitor& visitor;

    // Gives the place from which to look on.
    std::size_t take(const Compiled& compiled, std::size_t start, std::size_t end) const {
        Hit hit{compiled.detector, compiled.pattern, {text, start, end, &visitor.costlyChecks}};
        const Match whole = hit.match;
        return visitor.take(hit) ? hit.match.end : nextStart(whole);
    }

    // The stretch of the text that the expression finds from `at` on; empty and null if none. Where the
    // expression has a group, that.
    re2::StringPiece find(const re2::RE2& expression, std::size_t at, std::size_t limit,
                          re2::RE2::Anchor anchor) const {
        const int groups = expression.NumberOfCapturingGroups() > 0 ? 2 : 1;
        std::array<re2::StringPiece, 2> found;
        const re2::StringPiece piece(text.data(), text.size());
        if (!expression.Match(piece, at, limit, anchor, found.data(), groups)) return {};
        return groups == 2 && found[1].data() != nullptr ? found[1] : found[0];
    }
};

PatternSet::PatternSet(const std::vector<Detector>& detectors)
    : set_(std::make_unique<re2::RE2::Set>(options(), re2::RE2::UNANCHORED)) {
    for (std::size_t d = 0; d < detectors.size(); ++d)
        for (std::size_t p = 0; p < detectors[d].patterns.size(); ++p) {
            const char* text = detectors[d].patterns[p].expression;
            const auto expression = parseExpression(text);
            const bool isShort = expression && longestMatch(*expression) <= shortMatch;
            Compiled compiled{d, p, nullptr};
            if (!isShort || hasGroup(*expression)) {
                compiled.expression = std::make_unique<re2::RE2>(text, options());
                assert(compiled.expression->ok());
            }
            if (isShort) {
                automaton_.add(*expression);
            } else {
                [[maybe_unused]] const int id = set_->Add(text, nullptr);
                assert(id == static_cast<int>(long_.size()));
            }
            (isShort ? short_ : long_).push_back(std::move(compiled));
        }
    automaton_.finish();
    set_->Compile();
}

std::unique_ptr<Walker> PatternSet::takeWalker() const {
    const std::lock_guard lock(idle_->mutex);
    if (idle_->walkers.empty()) return std::make_unique<Walker>(automaton_);
    auto out = std::move(idle_->walkers.back());
    idle_->walkers.pop_back();
    return out;
}

void PatternSet::giveBack(std::unique_ptr<Walker> walker) const {
    const std::lock_guard lock(idle_->mutex);
    idle_->walkers.push_back(std::move(walker));
}

void PatternSet::visit(std::string_view text, const std::vector<Window>& windows,
                       const std::vector<bool>& wanted, Visitor& visitor) const {
    if (windows.empty()) return;
    Search search{text, wanted, visitor};
    std::unique_ptr<Walker> walker = takeWalker();
    std::vector<std::size_t> from(short_.size());
    for (const Window window : windows) {
        visitor.enter(window);
        visitShort(search, window, *walker, from);
        visitLong(search, window);
    }
    giveBack(std::move(walker));
}

// `from`: by pattern, where it may match next.
void PatternSet::visitShort(Search& search, Window window, Walker& walker,
                            std::vector<std::size_t>& from) const {
    for (std::size_t start = window.start; start < window.end; ++start)
        for (const Walker::Hit& hit : walker.walk(search.text, start, window.end)) {
            const Compiled& compiled = short_[hit.pattern];
            if (start < from[hit.pattern] || !search.wanted[compiled.detector]) continue;
            std::size_t first = start;
            std::size_t end = hit.end;
            if (compiled.expression) {
                const auto group =
                    search.find(*compiled.expression, start, window.end, re2::RE2::ANCHOR_START);
                if (group.data() == nullptr) continue;
                first = static_cast<std::size_t>(group.data() - search.text.data());
                end = first + group.size();
            }
            from[hit.pattern] = std::max(start + 1, search.take(compiled, first, end));
        }
}

void PatternSet::visitLong(Search& search, Window window) const {
    std::vector<int> ids;
    re2::RE2::Set::ErrorInfo error{};
    const re2::StringPiece piece(search.text.data() + window.start, window.end - window.start);
    if (!set_->Match(piece, &ids, &error) && error.kind != re2::RE2::Set::kNoError) {
        ids.resize(long_.size());  // the automaton ran out of memory: then all
        for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = static_cast<int>(i);
    }
    for (const int id : ids) {
        const Compiled& compiled = long_[static_cast<std::size_t>(id)];
        if (search.wanted[compiled.detector]) visitOne(search, compiled, window);
    }
}

void PatternSet::visitOne(Search& search, const Compiled& compiled, Window window) const {
    for (std::size_t at = window.start; at < window.end;) {
        const auto found = search.find(*compiled.expression, at, window.end, re2::RE2::UNANCHORED);
        if (found.data() == nullptr) return;
        const auto start = static_cast<std::size_t>(found.data() - search.text.data());
        at = std::max(at + 1, search.take(compiled, start, start + found.size()));
    }
}

}  // namespace hearth::privacy
