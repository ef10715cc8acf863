// Cuts a text into words, numbers, signs and (for Chinese) single characters, in lower case,
// remembering bytes and characters of the original. Values only; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::agent::datetime {

struct Token {
    enum class Kind { Word, Digits, Sign, Other };
    std::string text;  ///< lower case
    Kind kind = Kind::Word;
    std::size_t begin = 0;  ///< byte
    std::size_t end = 0;
    std::size_t offset = 0;  ///< code points before it
    bool spaceBefore = false;
};

/// A longer run of letters is cut where `split` says: it gets the word and returns the lengths in
/// bytes of its parts (one part: the whole word). Null: words stay whole.
using WordSplitter = std::vector<std::size_t> (*)(std::string_view word);

/// How words are made alike before they are compared.
struct Spelling {
    WordSplitter split = nullptr;
    bool foldAccents = false;  ///< é is e, as people leave accents out; ñ stays
};

/// Han characters become one token each, traditional ones in their simplified form. Linear in the size of the
/// text.
std::vector<Token> tokenize(std::string_view text, const Spelling& spelling);

/// Lower case of Latin letters with the accents of Western Europe; other letters stay.
std::string toLower(std::string_view text);

}  // namespace hearth::agent::datetime
