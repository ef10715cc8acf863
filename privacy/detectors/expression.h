// The syntax of patterns, as a tree: the part of RE2's syntax on bytes that bounded patterns are written in.
// Values; any thread.
#pragma once

#include <bitset>
#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace hearth::privacy {

using ByteSet = std::bitset<256>;

struct Expression {
    enum class Kind { Bytes, Sequence, Choice, Repeat, WordBorder, TextEnd };

    Kind kind = Kind::Sequence;
    ByteSet bytes;                  // Bytes: one of these
    std::vector<Expression> parts;  // of a Sequence or Choice; what a Repeat repeats
    std::size_t least = 0;          // Repeat: so often or more
    std::size_t most = 0;           // and at most so often
    bool group = false;             // whether it is what the pattern finds
};

inline constexpr std::size_t unbounded = std::numeric_limits<std::size_t>::max();

// Nothing where the text uses syntax that is not known here.
std::optional<Expression> parseExpression(std::string_view text);

// How many bytes a match may have; `unbounded` where there is no limit.
std::size_t longestMatch(const Expression& expression);
bool hasGroup(const Expression& expression);

// RE2's \w.
bool isWordCharacter(unsigned char c);

}  // namespace hearth::privacy
