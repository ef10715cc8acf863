#include "language.h"

namespace hearth::agent::datetime {

LanguageRules rulesOf(Language language) {
    switch (language) {
        case Language::English:
            return englishRules();
        case Language::German:
            return germanRules();
        case Language::French:
            return frenchRules();
        case Language::Spanish:
            return spanishRules();
        case Language::Chinese:
            return chineseRules();
    }
    return englishRules();
}

}  // namespace hearth::agent::datetime
