#include "store/postgres/word_vector.h"

#include <charconv>
#include <map>

#include "store/word_index.h"

namespace hearth::rag::postgres {

namespace {

constexpr std::size_t kLongest = 2000;    // bytes of a word; the server takes 2046
constexpr std::uint32_t kGap = 1;         // between headings and text
constexpr std::size_t kMostPlaces = 255;  // of one word, as many as the server keeps

std::string quoted(const std::string& word) {
    std::string out = "'";
    for (const char c : word) {
        if (c == '\'' || c == '\\') out += c;
        out += c;
    }
    return out + "'";
}

}  // namespace

std::string wordVector(const std::vector<StemmedWord>& headings, const std::vector<StemmedWord>& text) {
    std::map<std::string, std::vector<std::size_t>> places;
    const auto add = [&](const std::vector<StemmedWord>& words, std::size_t first) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string& stem = words[i].stem;
            if (stem.empty() || stem.size() > kLongest) continue;
            auto& known = places[stem];
            if (known.size() < kMostPlaces) known.push_back(first + i);
        }
    };
    add(headings, 1);
    add(text, headings.size() + kGap + 1);
    std::string out;
    for (const auto& [stem, at] : places) {
        out += (out.empty() ? "" : " ") + quoted(stem);
        for (std::size_t i = 0; i < at.size(); ++i) out += (i == 0 ? ":" : ",") + std::to_string(at[i]);
    }
    return out;
}

std::uint32_t placeAt(std::uint32_t position, std::uint32_t headings) {
    return position <= headings ? position - 1 : Postings::kText + position - headings - kGap - 1;
}

std::vector<std::uint32_t> numbersIn(const std::string& array) {
    std::vector<std::uint32_t> out;
    const char* end = array.data() + array.size();
    for (const char* at = array.data(); at < end; ++at) {
        std::uint32_t number = 0;
        const auto read = std::from_chars(at, end, number);
        if (read.ec != std::errc()) continue;  // a brace or a comma
        out.push_back(number);
        at = read.ptr;
    }
    return out;
}

std::string phraseQuery(const std::vector<StemmedWord>& words) {
    std::string out;
    for (const StemmedWord& word : words) out += (out.empty() ? "" : " <-> ") + quoted(word.stem);
    return out;
}

}  // namespace hearth::rag::postgres
