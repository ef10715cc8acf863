#include <algorithm>
#include <unordered_map>

#include "detectors/checks.h"
#include "detectors/context.h"
#include "masking/stand_ins.h"
#include "masking/word_borders.h"
#include "privacy/masking.h"

namespace hearth::privacy {

namespace {

constexpr unsigned mostAttempts = 200;
// Phone numbers have no check digits: of some forms all are possible somewhere.
constexpr unsigned attemptsToFail = 40;
// Parts of a name shorter than this say too little to be replaced wherever they stand.
constexpr std::size_t shortestPart = 3;

template <typename Visit>
void eachWord(std::string_view text, const Visit& visit) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isWordAt(text, end)) ++end;
        if (end > at) visit(text.substr(at, end - at));
        at = end + 1;
    }
}

std::vector<std::string> wordsIn(std::string_view text) {
    std::vector<std::string> out;
    eachWord(text, [&](std::string_view word) { out.emplace_back(word); });
    return out;
}

// "Smiths" and "Annas" are Smith and Anna too, where a capital says that it is the name.
std::string_view withoutEnding(std::string_view word) {
    const bool ends = word.size() > 4 && word.back() == 's' && word[0] >= 'A' && word[0] <= 'Z';
    return ends ? word.substr(0, word.size() - 1) : word;
}

bool standsAlone(std::string_view text, std::size_t start, std::size_t end) {
    return !joinsAt(text, start) && !joinsAt(text, end);
}

// Values to be masked wherever they stand, by their first word: one pass over a text finds them all.
class Occurrences {
  public:
    void add(const std::string& kind, const std::string& value) {
        if (value.size() < 2 || !seen_.insert(value).second) return;
        std::size_t first = 0;
        while (first < value.size() && !isWordAt(value, first)) ++first;
        std::size_t end = first;
        while (end < value.size() && isWordAt(value, end)) ++end;
        if (end > first)
            byWord_[value.substr(first, end - first)].push_back({kind, value, first});
        else if (std::any_of(value.begin(), value.end(), [](char c) { return (c & 0x80) != 0; }))
            withoutWords_.push_back({kind, value, 0});
    }

    void findIn(std::string_view text, std::vector<Finding>& out) const {
        for (const Value& value : withoutWords_)
            for (std::size_t at = text.find(value.text); at != std::string_view::npos;
                 at = text.find(value.text, at + value.text.size()))
                out.push_back({value.kind, at, at + value.text.size(), 0.5, "again"});
        eachWord(text, [&](std::string_view word) {
            const auto at = static_cast<std::size_t>(word.data() - text.data());
            const std::string_view stem = withoutEnding(word);
            const auto name = stem.size() < word.size() ? byWord_.find(std::string(stem)) : byWord_.end();
            if (name != byWord_.end())
                for (const Value& value : name->second)
                    if (value.kind == "PERSON" && value.text == stem)
                        out.push_back({value.kind, at, at + stem.size(), 0.5, "again"});
            const auto entry = byWord_.find(std::string(word));
            if (entry == byWord_.end()) return;
            for (const Value& value : entry->second) {
                if (at < value.offset || text.substr(at - value.offset, value.text.size()) != value.text)
                    continue;
                const std::size_t start = at - value.offset;
                if (standsAlone(text, start, start + value.text.size()))
                    out.push_back({value.kind, start, start + value.text.size(), 0.5, "again"});
            }
        });
    }

  private:
    struct Value {
        std::string kind;
        std::string text;
        std::size_t offset;  // of the first word
    };
    std::unordered_map<std::string, std::vector<Value>> byWord_;
    std::vector<Value> withoutWords_;  // of scripts that have no borders between words
    std::unordered_set<std::string> seen_;
};

std::vector<std::string> piecesBetween(std::string_view text, std::string_view signs) {
    std::vector<std::string> out;
    for (std::size_t at = 0; (at = text.find_first_not_of(signs, at)) != std::string_view::npos;) {
        const std::size_t end = std::min(text.size(), text.find_first_of(signs, at));
        std::string_view piece = text.substr(at, end - at);
        while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
        while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
        out.emplace_back(piece);
        at = end;
    }
    return out;
}

// Parts of a value of the kind that may stand for it; none where there are no such.
std::vector<std::string> partsOf(const std::string& kind, std::string_view value) {
    if (kind == "PERSON") return wordsIn(value);
    if (kind == "STREET_ADDRESS") return piecesBetween(value, ",\n");
    const std::size_t gap = value.rfind(' ');
    if (kind != "ORGANIZATION" || gap == std::string_view::npos) return {};
    return {std::string(value.substr(0, gap)), std::string(value.substr(gap + 1))};
}

// Findings one after the other: of two that overlap the earlier and longer one stays, made long enough to
// cover both, so that nothing of either is left over.
std::vector<Finding> merged(std::vector<Finding> findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return a.start != b.start ? a.start < b.start : a.end > b.end;
    });
    std::vector<Finding> out;
    for (Finding& finding : findings) {
        if (!out.empty() && finding.start < out.back().end)
            out.back().end = std::max(out.back().end, finding.end);
        else
            out.push_back(std::move(finding));
    }
    return out;
}

// What was found inside a word is made to take all of it: a stand-in is known again at borders of words only.
void widen(std::string_view text, Finding& finding) {
    while (finding.start > 0 && joinsAt(text, finding.start)) --finding.start;
    while (joinsAt(text, finding.end)) ++finding.end;
}

// Whether the stand-in would begin or end a word where what it stands for does not, and be one with the words
// around it.
bool runsInto(std::string_view before, std::string_view standIn, std::string_view after,
              std::string_view original) {
    constexpr std::size_t character = 4;  // the most bytes that one takes
    const std::string_view last = before.substr(before.size() - std::min(before.size(), character));
    const std::string front = std::string(last) + std::string(standIn);
    const std::string back = std::string(standIn) + std::string(after.substr(0, character));
    return joinsAt(front, last.size()) ||
           (joinsAt(back, standIn.size()) && !isWordAt(original, original.size() - 1));
}

// Where a name stands with an ending and somebody is known without it, the name is what was found.
void cutEndings(std::string_view text, const std::vector<Replacement>& known,
                std::vector<Finding>& findings) {
    std::unordered_set<std::string> names;
    const auto note = [&](std::string_view value) {
        eachWord(value, [&](std::string_view word) { names.emplace(word); });
    };
    for (const Replacement& replacement : known)
        if (replacement.kind == "PERSON") note(replacement.original);
    for (const Finding& finding : findings)
        if (finding.kind == "PERSON") note(text.substr(finding.start, finding.end - finding.start));
    for (Finding& finding : findings) {
        if (finding.kind != "PERSON") continue;
        std::size_t last = finding.end;
        while (last > finding.start && isWordAt(text, last - 1)) --last;
        const std::string_view word = text.substr(last, finding.end - last);
        const std::string_view stem = withoutEnding(word);
        if (stem.size() < word.size() && names.count(std::string(stem)) > 0) --finding.end;
    }
}

}  // namespace

Masker::Masker(const Finder& finder, std::uint64_t seed, FindOptions options)
    : finder_(finder), seed_(seed), options_(std::move(options)) {}

Masker::Masker(const Finder& finder, const Mapping& before, FindOptions options)
    : Masker(finder, before.seed, std::move(options)) {
    replacements_ = before.replacements;
    for (const Replacement& replacement : replacements_)
        matcher_.add(replacement.standIn, replacement.original);
}

void Masker::noteWords(std::string_view text) {
    eachWord(text, [&](std::string_view word) { seenWords_.insert(lowered(word)); });
}

// A stand-in must not be mistaken for what the user wrote, nor for another stand-in. Words that stand for
// parts of the name already are no new ones; months are nobody's.
bool Masker::isFree(std::string_view standIn) const {
    bool free = true;
    bool fresh = false;
    eachWord(standIn, [&](std::string_view word) {
        const bool part = std::any_of(replacements_.begin(), replacements_.end(), [&](const Replacement& r) {
            return r.standIn == word && r.kind == "PERSON";
        });
        fresh = fresh || !part;
        if (part) return;
        if (word.size() >= shortestPart && isLetter(word[0]) && !isMonth(word))
            free = free && seenWords_.count(lowered(word)) == 0;
        free = free && matcher_.restore(word) == word;
    });
    return free && fresh && seenWords_.count(lowered(standIn)) == 0;
}

bool Masker::passesCheck(const std::string& kind, const std::string& standIn) const {
    FindOptions same;
    same.kinds = {kind};
    same.minScore = 0;
    same.names = false;
    const std::vector<Finding> again = finder_.find(standIn, same);
    return std::any_of(again.begin(), again.end(), [](const Finding& f) { return f.checked; });
}

const Replacement* Masker::known(std::string_view original) const {
    const auto place = std::find_if(replacements_.begin(), replacements_.end(),
                                    [&](const Replacement& r) { return r.original == original; });
    return place != replacements_.end() ? &*place : nullptr;
}

// The parts of a name that are known keep their stand-ins: "Anna" stays who she was in "Anna Smith".
std::string Masker::candidate(const std::string& kind, std::string_view original, unsigned attempt) const {
    const std::string made = standInFor(kind, original, seed_, attempt);
    if (kind != "PERSON") return made;
    const std::vector<std::string> originals = wordsIn(original);
    const std::vector<std::string> words = wordsIn(made);
    if (originals.size() != words.size() || words.size() < 2) return made;
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::size_t place = made.find(words[i], at);
        const Replacement* part = originals[i].size() >= shortestPart ? known(originals[i]) : nullptr;
        out += made.substr(at, place - at) + (part != nullptr ? part->standIn : words[i]);
        at = place + words[i].size();
    }
    return out + made.substr(at);
}

// A part of what was replaced may come back alone: a first name, a firm without its legal form, a street.
void Masker::rememberParts(const Replacement& replacement) {
    const std::vector<std::string> originals = partsOf(replacement.kind, replacement.original);
    const std::vector<std::string> standIns = partsOf(replacement.kind, replacement.standIn);
    if (originals.size() != standIns.size() || originals.size() < 2) return;
    for (std::size_t i = 0; i < originals.size(); ++i)
        if (originals[i].size() >= shortestPart && originals[i] != standIns[i] &&
            known(originals[i]) == nullptr) {
            matcher_.add(standIns[i], originals[i]);
            replacements_.push_back({replacement.kind, originals[i], standIns[i]});
        }
}

// A stand-in that nobody writes, and that is known again wherever it stands.
std::string Masker::markOf(const Finding& finding, std::string_view original) {
    const std::string mark =
        "\xE2\x9F\xA6" + finding.kind + "-" + std::to_string(replacements_.size()) + "\xE2\x9F\xA7";
    matcher_.add(mark, std::string(original));
    replacements_.push_back({finding.kind, std::string(original), mark});
    return mark;
}

std::string Masker::standInOf(const Finding& finding, std::string_view original) {
    if (const Replacement* replacement = known(original)) return replacement->standIn;
    std::string standIn;
    for (unsigned attempt = 0; attempt < mostAttempts && standIn.empty(); ++attempt) {
        standIn = candidate(finding.kind, original, attempt);
        const bool likely = attempt < attemptsToFail || finding.kind != "PHONE_NUMBER";
        if (standIn == original || !isFree(standIn) || (likely && passesCheck(finding.kind, standIn)))
            standIn.clear();
    }
    if (standIn.empty()) return markOf(finding, original);  // short things such as a letter run out
    const Replacement replacement{finding.kind, std::string(original), standIn};
    matcher_.add(standIn, replacement.original);
    replacements_.push_back(replacement);
    rememberParts(replacement);
    return standIn;
}

std::string Masker::withStandIns(std::string_view text, const std::vector<Finding>& findings) {
    std::string out;
    std::size_t at = 0;
    for (const Finding& finding : findings) {
        out += text.substr(at, finding.start - at);
        const std::string_view original = text.substr(finding.start, finding.end - finding.start);
        const std::string standIn = standInOf(finding, original);
        out +=
            runsInto(out, standIn, text.substr(finding.end), original) ? markOf(finding, original) : standIn;
        at = finding.end;
    }
    return out += text.substr(at);
}

std::string Masker::mask(std::string_view text) {
    noteWords(text);
    std::vector<Finding> findings = finder_.find(text, options_);
    for (Finding& finding : findings) widen(text, finding);
    cutEndings(text, replacements_, findings);
    Occurrences values;
    for (const Finding& finding : findings)
        values.add(finding.kind, std::string(text.substr(finding.start, finding.end - finding.start)));
    for (const Replacement& replacement : replacements_) values.add(replacement.kind, replacement.original);
    values.findIn(text, findings);
    // What the user writes that looks like a stand-in of before must not be restored to another's data.
    for (const auto& [start, end] : matcher_.places(text))
        findings.push_back({"PERSON", start, end, 0.5, "taken"});
    return withStandIns(text, merged(std::move(findings)));
}

}  // namespace hearth::privacy
