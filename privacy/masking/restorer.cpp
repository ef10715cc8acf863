#include <algorithm>

#include "detectors/checks.h"
#include "masking/word_borders.h"
#include "privacy/masking.h"

namespace hearth::privacy {

namespace {

// A language may add an ending to a name: "Claras", "Clarę".
constexpr std::size_t mostInflection = 3;

bool isLetterByte(char c) {
    return isLetter(c) || (c & 0x80) != 0;
}

// How many bytes of letters go on at `at`, counted no further than one more than an ending may have.
std::size_t endingAt(std::string_view text, std::size_t at) {
    std::size_t length = 0;
    while (length <= mostInflection && joinsAt(text, at + length) && isLetterByte(text[at + length]))
        ++length;
    return length;
}

// Whether a stand-in that ends before `end` is whole there.
bool endsWell(std::string_view text, std::size_t end) {
    if (!joinsAt(text, end)) return true;
    if (!isLetterByte(text[end - 1])) return false;
    const std::size_t ending = endingAt(text, end);
    return ending <= mostInflection && !joinsAt(text, end + ending);
}

}  // namespace

void StandInMatcher::add(std::string standIn, std::string original) {
    auto& list = pairs_[static_cast<unsigned char>(standIn[0])];
    const auto place = std::find_if(list.begin(), list.end(),
                                    [&](const Pair& pair) { return pair.standIn.size() <= standIn.size(); });
    if (std::any_of(list.begin(), list.end(), [&](const Pair& pair) { return pair.standIn == standIn; }))
        return;
    list.insert(place, {std::move(standIn), std::move(original)});
}

const StandInMatcher::Pair* StandInMatcher::matchAt(std::string_view text, std::size_t at,
                                                    char before) const {
    if (joinsAt(text, at, before)) return nullptr;
    for (const Pair& pair : pairs_[static_cast<unsigned char>(text[at])])
        if (text.substr(at, pair.standIn.size()) == pair.standIn && endsWell(text, at + pair.standIn.size()))
            return &pair;
    return nullptr;
}

// Whether more text could make a stand-in begin at `at`, or undo the one that does.
bool StandInMatcher::mayGrow(std::string_view text, std::size_t at, char before) const {
    if (joinsAt(text, at, before)) return false;
    const std::string_view rest = text.substr(at);
    for (const Pair& pair : pairs_[static_cast<unsigned char>(text[at])]) {
        const std::string_view standIn = pair.standIn;
        if (rest.size() <= standIn.size() && standIn.substr(0, rest.size()) == rest) return true;
        if (rest.substr(0, standIn.size()) == standIn && rest.size() <= standIn.size() + mostInflection + 1 &&
            std::all_of(rest.begin() + static_cast<std::ptrdiff_t>(standIn.size()), rest.end(),
                        [](char c) { return isAlnum(c) || (c & 0x80) != 0; }))
            return true;
    }
    return false;
}

std::string StandInMatcher::restore(std::string_view text, char before) const {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Pair* pair = matchAt(text, at, before);
        out += pair != nullptr ? std::string_view(pair->original) : text.substr(at, 1);
        at += pair != nullptr ? pair->standIn.size() : 1;
    }
    return out;
}

std::pair<std::string, std::size_t> StandInMatcher::restoreSettled(std::string_view text, char before) const {
    std::string out;
    std::size_t at = 0;
    while (at < text.size() && !mayGrow(text, at, before)) {
        const Pair* pair = matchAt(text, at, before);
        out += pair != nullptr ? std::string_view(pair->original) : text.substr(at, 1);
        at += pair != nullptr ? pair->standIn.size() : 1;
    }
    return {std::move(out), at};
}

std::vector<std::pair<std::size_t, std::size_t>> StandInMatcher::places(std::string_view text) const {
    std::vector<std::pair<std::size_t, std::size_t>> out;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (const Pair* pair = matchAt(text, at, ' ')) {
            const std::size_t start = at;
            at += pair->standIn.size();
            while (joinsAt(text, at)) ++at;
            out.emplace_back(start, at--);
        }
    return out;
}

std::string StreamRestorer::feed(std::string_view piece) {
    held_ += piece;
    auto [out, taken] = matcher_.restoreSettled(held_, before_);
    if (taken > 0) before_ = leadAt(held_, taken - 1, before_);
    held_.erase(0, taken);
    return std::move(out);
}

std::string StreamRestorer::finish() {
    std::string out = matcher_.restore(held_, before_);
    held_.clear();
    before_ = ' ';
    return out;
}

}  // namespace hearth::privacy
