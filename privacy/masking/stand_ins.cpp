#include "masking/stand_ins.h"

#include <algorithm>
#include <array>

#include "detectors/checks.h"
#include "masking/word_lists.h"

namespace hearth::privacy {

namespace {

// SplitMix64 (Steele, Lea, Flood 2014): numbers that look random from a seed.
class Random {
  public:
    Random(std::uint64_t seed, std::string_view text) : state_(seed) {
        for (const char c : text) state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
    }
    std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15ULL;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ z >> 27) * 0x94D049BB133111EBULL;
        return z ^ z >> 31;
    }
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }

  private:
    std::uint64_t state_;
};

std::string small(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

// `word` written as `like` is: all small, all capitals, or as it is.
std::string inCaseOf(std::string_view word, std::string_view like) {
    const bool anySmall = std::any_of(like.begin(), like.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    const bool anyCapital =
        std::any_of(like.begin(), like.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    std::string out(word);
    if (anySmall && !anyCapital) return small(word);
    if (anyCapital && !anySmall && like.size() > 1)
        std::transform(out.begin(), out.end(), out.begin(), upper);
    return out;
}

template <std::size_t Size>
std::string pick(const std::string_view (&list)[Size], std::string_view original, std::uint64_t seed,
                 unsigned attempt) {
    Random random(seed, small(original));
    std::string out(list[(random.below(Size) + attempt) % Size]);
    if (attempt >= Size)
        out += list[(random.below(Size) + attempt / Size) % Size];  // longer when all are taken
    out = out.substr(0, 1) + small(std::string_view(out).substr(1));
    return inCaseOf(out, original);
}

std::string firstName(std::string_view original, std::uint64_t seed, unsigned attempt) {
    const std::string word = " " + small(original) + " ";
    if (knownWomen.find(word) != std::string_view::npos) return pick(womensNames, original, seed, attempt);
    if (knownMen.find(word) != std::string_view::npos) return pick(mensNames, original, seed, attempt);
    return pick(anyonesNames, original, seed, attempt);
}

bool isWordByte(char c) {
    return isAlnum(c) || (c & 0x80) != 0;
}

// The text with each word that matters replaced by what `replace(word, index)` gives; the rest stays.
template <typename Replace>
std::string byWords(std::string_view text, const Replace& replace) {
    std::string out;
    int index = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + 1;
        if (isWordByte(text[at]))
            while (end < text.size() && isWordByte(text[end])) ++end;
        const std::string_view word = text.substr(at, end - at);
        out += isWordByte(text[at]) ? replace(word, index++) : std::string(word);
        at = end;
    }
    return out;
}

std::string person(std::string_view original, std::uint64_t seed, unsigned attempt) {
    return byWords(original, [&](std::string_view word, int index) {
        if (word.size() == 1) return sameForm(word, seed, attempt);
        return index == 0 ? firstName(word, seed, attempt) : pick(familyNames, word, seed, attempt);
    });
}

std::string address(std::string_view original, std::uint64_t seed, unsigned attempt) {
    return byWords(original, [&](std::string_view word, int) {
        if (hasDigit(word)) return sameForm(word, seed, attempt);
        return word.size() > 3 ? pick(places, word, seed, attempt) : std::string(word);
    });
}

std::string organization(std::string_view original, std::uint64_t seed, unsigned attempt) {
    const std::string_view last = original.substr(original.rfind(' ') + 1);
    const std::string ending =
        last.size() < original.size() &&
                isOneOf(small(last), {"inc", "ltd", "llc", "gmbh", "ag", "plc", "corp", "bank", "university",
                                      "group", "sa", "bv", "ab", "oy", "as"})
            ? " " + std::string(last)
            : "";
    return pick(organizations, original, seed, attempt) + ending;
}

std::string numbered(const char* front, const char* back, std::string_view original, std::uint64_t seed,
                     unsigned attempt) {
    Random random(seed + attempt, original);
    return front + std::to_string(100 + random.below(900)) + back;
}

std::string url(std::string_view original, std::uint64_t seed, unsigned attempt) {
    const std::size_t scheme = original.find("://");
    const std::string front =
        scheme != std::string_view::npos ? std::string(original.substr(0, scheme + 3)) : "";
    return front + numbered("site", ".example.org", original, seed, attempt);
}

std::string ipAddress(std::string_view original, std::uint64_t seed, unsigned attempt) {
    Random random(seed + attempt, original);
    const std::string last = std::to_string(1 + random.below(254));  // RFC 5737, RFC 3849: for documentation
    return (original.find(':') != std::string_view::npos ? "2001:db8::" : "203.0.113.") + last;
}

std::string years(std::string_view original, std::uint64_t seed, unsigned attempt) {
    const int age = number(original, 0, original.size());
    Random random(seed, "age");
    const int shift = 1 + static_cast<int>(random.below(3)) + static_cast<int>(attempt);
    return std::to_string(age > 60 ? age - shift : age + shift);
}

}  // namespace

std::string sameForm(std::string_view original, std::uint64_t seed, unsigned attempt) {
    Random random(seed + attempt, original);
    std::string out(original);
    for (char& c : out) {
        if (isDigit(c))
            c = static_cast<char>('0' + (c - '0' + 1 + static_cast<int>(random.below(9))) % 10);
        else if (isLetter(c)) {
            const char base = c >= 'a' ? 'a' : 'A';
            c = static_cast<char>(base + (c - base + 1 + static_cast<int>(random.below(25))) % 26);
        }
    }
    return out;
}

std::string standInFor(std::string_view kind, std::string_view original, std::uint64_t seed,
                       unsigned attempt) {
    if (kind == "PERSON") return person(original, seed, attempt);
    if (kind == "ORGANIZATION") return organization(original, seed, attempt);
    if (kind == "GPE") return pick(places, original, seed, attempt);
    if (kind == "NRP") return pick(peoples, original, seed, attempt);
    if (kind == "STREET_ADDRESS") return address(original, seed, attempt);
    if (kind == "EMAIL_ADDRESS") return numbered("person", "@example.org", original, seed, attempt);
    if (kind == "URL") return url(original, seed, attempt);
    if (kind == "IP_ADDRESS") return ipAddress(original, seed, attempt);
    if (kind == "AGE" && original.size() <= 3 && digitsOf(original) == original)
        return years(original, seed, attempt);
    if ((kind == "DATE_TIME" || kind == "DATE_OF_BIRTH") && attempt == 0) {
        std::string moved = shiftedDate(original, seed);
        if (!moved.empty()) return moved;
    }
    return sameForm(original, seed, attempt);
}

}  // namespace hearth::privacy
