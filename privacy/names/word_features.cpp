#include "names/word_features.h"

#include <initializer_list>
#include <string>

#include "detectors/checks.h"

namespace hearth::privacy {

namespace {

// FNV-1a, 32 bits (Fowler, Noll, Vo; draft-eastlake-fnv).
constexpr std::uint32_t fnvStart = 2166136261U;

constexpr std::uint32_t fnvAdd(std::uint32_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 16777619U;
}

std::uint32_t lowerHash(std::string_view text) {
    std::uint32_t hash = fnvStart;
    for (const char c : text) hash = fnvAdd(hash, lower(c));
    return hash;
}

bool isHigh(char c) {
    return (c & 0x80) != 0;
}

bool isWordByte(char c) {
    return isHigh(c) || isAlnum(c);
}

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

char characterKind(char c) {
    if (c >= 'A' && c <= 'Z') return 'X';
    if (c >= 'a' && c <= 'z') return 'x';
    if (isDigit(c)) return 'd';
    return isHigh(c) ? 'u' : c;
}

// Runs of a kind shortened to two, and no more than eight in all.
std::uint32_t shapeHash(std::string_view word) {
    std::uint32_t hash = fnvStart;
    int length = 0;
    char last = 0;
    char beforeLast = 0;
    for (const char c : word) {
        const char kind = characterKind(c);
        if (kind == last && kind == beforeLast) continue;
        if (++length > 8) break;
        hash = fnvAdd(hash, kind);
        beforeLast = last;
        last = kind;
    }
    return hash;
}

std::uint32_t combine(std::uint32_t kind, std::initializer_list<std::uint32_t> values) {
    std::uint32_t seed = kind * 0x9E3779B1U;
    for (const std::uint32_t value : values) {
        seed = (seed ^ value) * 0x85EBCA6BU;
        seed ^= seed >> 15;
    }
    return seed;
}

Word describe(std::string_view text, std::size_t start, std::size_t end, const Gazetteer& gazetteer) {
    const std::string_view word = text.substr(start, end - start);
    Word out;
    out.start = start;
    out.end = end;
    out.hash = lowerHash(word);
    out.shape = shapeHash(word);
    const auto entry = gazetteer.find(out.hash);
    out.classes = entry != gazetteer.end() ? entry->second : 0U;
    for (std::size_t size = 1; size <= 4 && size <= word.size(); ++size)
        out.suffixes[size - 1] = lowerHash(word.substr(word.size() - size));
    for (std::size_t size = 2; size <= 3 && size <= word.size(); ++size)
        out.prefixes[size - 2] = lowerHash(word.substr(0, size));
    return out;
}

}  // namespace

std::vector<Word> wordsOf(std::string_view text, const Gazetteer& gazetteer) {
    std::vector<Word> out;
    std::uint32_t gap = 2;
    for (std::size_t at = 0; at < text.size();) {
        if (isBlank(text[at])) {
            if (gap < 2) gap = text[at] == '\n' ? 2 : 1;
            ++at;
            continue;
        }
        std::size_t end = at + 1;
        if (isWordByte(text[at]))
            while (end < text.size() && isWordByte(text[end])) ++end;
        out.push_back(describe(text, at, end, gazetteer));
        out.back().gap = gap == 2 && at != 0 && out.size() == 1 ? (text.find('\n') < at ? 2U : 1U) : gap;
        gap = 0;
        at = end;
    }
    return out;
}

void appendFeatures(const std::vector<Word>& words, std::size_t i, unsigned bucketBits,
                    std::vector<std::uint32_t>& out) {
    static const Word edge;
    const auto near = [&](std::size_t index) -> const Word& {
        return index < words.size() ? words[index] : edge;
    };
    const Word& p3 = near(i - 3);  // indices below zero wrap around to beyond the end
    const Word& p2 = near(i - 2);
    const Word& p1 = near(i - 1);
    const Word& c = words[i];
    const Word& n1 = near(i + 1);
    const Word& n2 = near(i + 2);
    const std::uint32_t mask = (1U << bucketBits) - 1;
    const std::uint32_t all[] = {combine(1, {c.hash}),
                                 combine(2, {p1.hash}),
                                 combine(3, {n1.hash}),
                                 combine(4, {p2.hash}),
                                 combine(5, {n2.hash}),
                                 combine(6, {c.shape}),
                                 combine(7, {p1.shape}),
                                 combine(8, {n1.shape}),
                                 combine(9, {p1.shape, c.shape, n1.shape}),
                                 combine(10, {p1.hash, c.shape}),
                                 combine(11, {n1.hash, c.shape}),
                                 combine(12, {p2.hash, p1.hash, c.shape}),
                                 combine(13, {c.classes, c.shape}),
                                 combine(14, {p1.classes, c.classes}),
                                 combine(15, {c.classes, n1.classes}),
                                 combine(16, {c.gap, c.shape}),
                                 combine(17, {c.gap, n1.gap, c.shape}),
                                 combine(18, {n1.hash, n2.hash, c.shape}),
                                 combine(19, {p2.shape, p1.shape, c.shape}),
                                 combine(20, {c.shape, n1.shape, n2.shape}),
                                 combine(21, {p3.hash, c.shape}),
                                 combine(22, {p1.hash, c.hash})};
    for (const std::uint32_t bucket : all) out.push_back(bucket & mask);
    for (std::uint32_t size = 1; size <= 4 && size <= c.size(); ++size)
        out.push_back(combine(30 + size, {c.suffixes[size - 1]}) & mask);
    for (std::uint32_t size = 2; size <= 3 && size <= c.size(); ++size)
        out.push_back(combine(40 + size, {c.prefixes[size - 2]}) & mask);
}

}  // namespace hearth::privacy
