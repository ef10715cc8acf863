// Words near a finding that make it likelier: those of all detectors are looked for at once, in one pass over
// the text.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "detectors/detector.h"

namespace hearth::privacy {

// The text with ASCII letters in lower case, byte for byte.
std::string lowered(std::string_view text);

// The context words of all detectors. Immutable; any thread.
class ContextWords {
  public:
    explicit ContextWords(const std::vector<Detector>& detectors);

    static constexpr std::uint8_t notItsWord = 0xFF;

    std::string_view word(std::size_t index) const { return words_[index]; }
    // The place of a word among those of the detector, the weak ones last.
    std::uint8_t rank(std::size_t index, std::size_t detector) const {
        return ranks_[index * detectors_ + detector];
    }
    // Calls `visit(index)` for each word that stands at `at`, whatever follows it.
    template <typename Visit>
    void at(std::string_view lowerText, std::size_t at, const Visit& visit) const {
        if (at + 1 >= lowerText.size()) return;
        const std::size_t key = keyOf(lowerText[at], lowerText[at + 1]);
        for (std::size_t i = buckets_[key]; i < buckets_[key + 1]; ++i)
            if (lowerText.compare(at, words_[i].size(), words_[i]) == 0) visit(i);
    }

  private:
    // The first two bytes, folded together.
    static std::size_t keyOf(char first, char second) {
        return (static_cast<unsigned char>(first) * 37U + static_cast<unsigned char>(second)) & 0xFFF;
    }

    std::vector<std::string_view> words_;  // by key of their first two bytes
    std::array<std::uint16_t, 0x1001> buckets_{};
    std::size_t detectors_ = 0;
    std::vector<std::uint8_t> ranks_;  // word × detector
};

// Finds context words around places that are asked for from front to back. One thread; what it is made of
// must outlive it.
class ContextReader {
  public:
    // `lowerText`: as lowered() gives it.
    ContextReader(const ContextWords& words, std::string_view lowerText) : words_(words), text_(lowerText) {}

    // Goes to another stretch of the text: what is asked for lies in [start, end) from now on.
    void enter(std::size_t start, std::size_t end);
    // The first of the detector's words that stands as a word within reach of [start, end), by its place in
    // the list with the weak ones last; notItsWord if none.
    std::uint8_t near(std::size_t start, std::size_t end, std::size_t detector);

  private:
    struct Occurrence {
        std::size_t start = 0;
        std::size_t end = 0;
        std::uint16_t word = 0;
        bool closed = false;  // no letter or digit follows
    };

    Occurrence occurrence(std::size_t start, std::size_t word) const;

    const ContextWords& words_;
    std::string_view text_;
    std::vector<Occurrence> occurrences_;  // by place
    std::size_t cursor_ = 0;               // the occurrence from which the last search went
};

}  // namespace hearth::privacy
