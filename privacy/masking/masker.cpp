#include <algorithm>
#include <unordered_map>

#include "detectors/checks.h"
#include "detectors/context.h"
#include "masking/stand_ins.h"
#include "privacy/masking.h"

namespace hearth::privacy {

namespace {

constexpr unsigned mostAttempts = 200;
// Parts of a name shorter than this say too little to be replaced wherever they stand.
constexpr std::size_t shortestPart = 3;

bool isWordByte(char c) {
    return isAlnum(c) || (c & 0x80) != 0;
}

template <typename Visit>
void eachWord(std::string_view text, const Visit& visit) {
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && isWordByte(text[end])) ++end;
        if (end > at) visit(text.substr(at, end - at));
        at = end + 1;
    }
}

std::vector<std::string> wordsIn(std::string_view text) {
    std::vector<std::string> out;
    eachWord(text, [&](std::string_view word) { out.emplace_back(word); });
    return out;
}

bool standsAlone(std::string_view text, std::size_t start, std::size_t end) {
    const bool opens = start == 0 || !isWordByte(text[start - 1]) || !isWordByte(text[start]);
    return opens && (end == text.size() || !isWordByte(text[end]) || !isWordByte(text[end - 1]));
}

// Values to be masked wherever they stand, by their first word: one pass over a text finds them all.
class Occurrences {
  public:
    void add(const std::string& kind, const std::string& value) {
        const auto first =
            static_cast<std::size_t>(std::find_if(value.begin(), value.end(), isWordByte) - value.begin());
        std::size_t end = first;
        while (end < value.size() && isWordByte(value[end])) ++end;
        if (value.size() >= 2 && end > first && seen_.insert(value).second)
            byWord_[value.substr(first, end - first)].push_back({kind, value, first});
    }

    void findIn(std::string_view text, std::vector<Finding>& out) const {
        eachWord(text, [&](std::string_view word) {
            const auto entry = byWord_.find(std::string(word));
            if (entry == byWord_.end()) return;
            const auto at = static_cast<std::size_t>(word.data() - text.data());
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
    std::unordered_set<std::string> seen_;
};

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
// parts of the name already are no new ones.
bool Masker::isFree(std::string_view standIn) const {
    bool free = true;
    bool fresh = false;
    eachWord(standIn, [&](std::string_view word) {
        const bool part = std::any_of(replacements_.begin(), replacements_.end(), [&](const Replacement& r) {
            return r.standIn == word && r.kind == "PERSON";
        });
        fresh = fresh || !part;
        if (part) return;
        if (word.size() >= shortestPart && isLetter(word[0]))
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

void Masker::rememberParts(const Replacement& replacement) {
    if (replacement.kind != "PERSON") return;
    const std::vector<std::string> originals = wordsIn(replacement.original);
    const std::vector<std::string> standIns = wordsIn(replacement.standIn);
    if (originals.size() != standIns.size() || originals.size() < 2) return;
    for (std::size_t i = 0; i < originals.size(); ++i)
        if (originals[i].size() >= shortestPart && known(originals[i]) == nullptr) {
            matcher_.add(standIns[i], originals[i]);
            replacements_.push_back({"PERSON", originals[i], standIns[i]});
        }
}

std::string Masker::standInOf(const Finding& finding, std::string_view original) {
    if (const Replacement* replacement = known(original)) return replacement->standIn;
    std::string standIn;
    for (unsigned attempt = 0; attempt < mostAttempts && standIn.empty(); ++attempt) {
        standIn = candidate(finding.kind, original, attempt);
        if (standIn == original || !isFree(standIn) || passesCheck(finding.kind, standIn)) standIn.clear();
    }
    if (standIn.empty())  // short things such as a letter run out: then a mark that nobody writes
        standIn = "\xE2\x9F\xA6" + finding.kind + "-" + std::to_string(replacements_.size()) + "\xE2\x9F\xA7";
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
        out += standInOf(finding, text.substr(finding.start, finding.end - finding.start));
        at = finding.end;
    }
    return out += text.substr(at);
}

std::string Masker::mask(std::string_view text) {
    noteWords(text);
    std::vector<Finding> findings = finder_.find(text, options_);
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
