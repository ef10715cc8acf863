// Words of a text and the features that the tagger of names sees of them. Must agree byte for byte with
// assets/training/tagger/features.py, which trains on the same. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hearth::privacy {

// A run of letters, digits and bytes above ASCII, or one other sign that is no blank.
struct Word {
    std::size_t start = 0;
    std::size_t end = 0;
    std::uint32_t hash = 17;      // of the word in lower case
    std::uint32_t shape = 19;     // of the kinds of its characters
    std::uint32_t classes = 0;    // what the gazetteer says of it, one bit a class
    std::uint32_t gap = 3;        // 0: joins the word before, 1: blanks between, 2: a new line
    std::uint32_t suffixes[4]{};  // hashes of its last one to four bytes in lower case; of all where shorter
    std::uint32_t prefixes[2]{};  // of its first two and three
    std::size_t size() const { return end - start; }
};

using Gazetteer = std::unordered_map<std::uint32_t, std::uint8_t>;  // by hash of the word in lower case

std::vector<Word> wordsOf(std::string_view text, const Gazetteer& gazetteer);

// Appends the buckets of the features of word `i` to `out`, each below 2^bucketBits.
void appendFeatures(const std::vector<Word>& words, std::size_t i, unsigned bucketBits,
                    std::vector<std::uint32_t>& out);

}  // namespace hearth::privacy
