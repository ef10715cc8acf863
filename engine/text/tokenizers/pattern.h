// Patterns that cut text into words before tokens are looked up. A small part of the regular expressions that
// GGUF's pre-tokenizers are stated in: alternatives, groups (?:…) and (?i:…), classes […] with ranges and
// \p{…}, \s \S \d \r \n \t, …&&[^\p{Han}], quantifiers ? * + {m} {m,n} {m,}, possessive after +, and a look
// ahead at one character, (?!…) or (?=…); groups take ? and * only. Matching is leftmost, first alternative
// first, and steps back as such expressions do. Immutable after compile; safe from any thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "text/tokenizers/unicode.h"

namespace hearth::engine {

// Text as code points with the byte where each begins. A malformed byte b is the code point 0x110000 + b,
// which belongs to no class but negated ones.
struct CodePoints {
    explicit CodePoints(std::string_view text);
    std::vector<char32_t> codes;
    std::vector<std::uint32_t> offsets;  // one more than codes: the last is the length of the text
};

class CharacterClass {
  public:
    void addRange(char32_t first, char32_t last);
    void addCategories(unicode::CategorySet categories) { categories_ |= categories; }
    void addWhiteSpace() { whiteSpace_ = true; }
    void addNotWhiteSpace() { notWhiteSpace_ = true; }
    void addHan() { han_ = true; }
    void exceptHan() { exceptHan_ = true; }  // takes away what was added, before a negation
    void negate() { negated_ = !negated_; }
    void finish();  // after the last addition
    bool contains(char32_t code) const {
        if (code < 128) return (ascii_[code >> 6] >> (code & 63)) & 1;
        return slowContains(code);
    }

  private:
    bool slowContains(char32_t code) const;
    std::array<std::uint64_t, 2> ascii_{};
    unicode::CategorySet categories_ = 0;
    bool whiteSpace_ = false;
    bool notWhiteSpace_ = false;
    bool han_ = false;
    bool exceptHan_ = false;
    bool negated_ = false;
    std::vector<std::pair<char32_t, char32_t>> ranges_;
};

class Pattern {
  public:
    static base::Result<Pattern> compile(std::string_view expression);

    // Where a match that begins at code point `at` ends; `at` itself if there is none, or an empty one.
    std::size_t match(std::span<const char32_t> codes, std::size_t at) const;

  private:
    friend class PatternCompiler;
    enum class Op : std::uint8_t { Run, Split, Jump, Ahead, NotAhead, Match };
    struct Step {
        Op op;
        bool possessive = false;
        int target = 0;         // of Split (the less preferred way) and Jump
        int characters = 0;     // class of Run, Ahead, NotAhead
        std::size_t least = 1;  // of Run
        std::size_t most = 1;
    };
    std::vector<Step> steps_;
    std::vector<CharacterClass> classes_;
};

}  // namespace hearth::engine
