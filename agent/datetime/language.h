// What the finder needs to know of a language beside its grammar.
#pragma once

#include "grammar.h"

namespace hearth::agent::datetime {

struct LanguageRules {
    const Grammar& grammar;
    /// Words around or in an expression that show that it is none ("you may", "2000 pieces").
    bool (*isOther)(const std::vector<Token>& tokens, std::size_t begin, std::size_t end, TimeType type);
    /// A full stop after an abbreviated word belongs to the expression.
    bool keepsFullStop = false;
};

LanguageRules rulesOf(Language language);

LanguageRules englishRules();
LanguageRules germanRules();
LanguageRules frenchRules();
LanguageRules spanishRules();
LanguageRules chineseRules();

}  // namespace hearth::agent::datetime
