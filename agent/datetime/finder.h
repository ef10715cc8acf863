// The expressions that a grammar finds in a text, chosen so that they do not overlap.
#pragma once

#include <vector>

#include "grammar.h"
#include "language.h"

namespace hearth::agent::datetime {

struct Piece {
    std::size_t begin = 0;  ///< tokens
    std::size_t end = 0;
    TimeType type = TimeType::Date;
    Value value;
};

enum class Reach {
    Sentence,  ///< only what is an expression of time in any sentence
    Argument   ///< also what is one where a time is expected: "3", "monday and friday", "may"
};

std::vector<Piece> findPieces(const std::vector<Token>& tokens, const Context& context,
                              const LanguageRules& rules, Reach reach);

}  // namespace hearth::agent::datetime
