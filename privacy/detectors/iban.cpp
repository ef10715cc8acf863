// International bank account number of every country of the registry.
// Source: ISO 13616, SWIFT "IBAN Registry": structures by country (n digits, a capital letters, c both);
// ISO 7064 MOD 97-10.
#include <algorithm>
#include <string>

#include "detectors/checks.h"
#include "detectors/detector.h"

namespace hearth::privacy {

namespace {

struct Structure {
    const char* country;
    const char* bban;  // "4n" four digits, "2a" two letters, "12c" twelve of either
};

constexpr Structure structures[] = {
    {"AD", "8n12c"},    {"AE", "19n"},      {"AL", "8n16c"},    {"AT", "16n"},     {"AZ", "4a20c"},
    {"BA", "16n"},      {"BE", "12n"},      {"BG", "4a6n8c"},   {"BH", "4a14c"},   {"BI", "23n"},
    {"BR", "23n1a1c"},  {"BY", "4c4n16c"},  {"CH", "5n12c"},    {"CR", "18n"},     {"CY", "8n16c"},
    {"CZ", "20n"},      {"DE", "18n"},      {"DJ", "23n"},      {"DK", "14n"},     {"DO", "4c20n"},
    {"EE", "16n"},      {"EG", "25n"},      {"ES", "20n"},      {"FI", "14n"},     {"FK", "2a12n"},
    {"FO", "14n"},      {"FR", "10n11c2n"}, {"GB", "4a14n"},    {"GE", "2a16n"},   {"GI", "4a15c"},
    {"GL", "14n"},      {"GR", "7n16c"},    {"GT", "24c"},      {"HN", "4a20n"},   {"HR", "17n"},
    {"HU", "24n"},      {"IE", "4a14n"},    {"IL", "19n"},      {"IQ", "4a15n"},   {"IS", "22n"},
    {"IT", "1a10n12c"}, {"JO", "4a4n18c"},  {"KW", "4a22c"},    {"KZ", "3n13c"},   {"LB", "4n20c"},
    {"LC", "4a24c"},    {"LI", "5n12c"},    {"LT", "16n"},      {"LU", "3n13c"},   {"LV", "4a13c"},
    {"LY", "21n"},      {"MC", "10n11c2n"}, {"MD", "20c"},      {"ME", "18n"},     {"MK", "3n10c2n"},
    {"MN", "16n"},      {"MR", "23n"},      {"MT", "4a5n18c"},  {"MU", "4a19n3a"}, {"NI", "4a20n"},
    {"NL", "4a10n"},    {"NO", "11n"},      {"OM", "3n16c"},    {"PK", "4a16c"},   {"PL", "24n"},
    {"PS", "4a21c"},    {"PT", "21n"},      {"QA", "4a21c"},    {"RO", "4a16c"},   {"RS", "18n"},
    {"RU", "14n15c"},   {"SA", "2n18c"},    {"SC", "4a20n3a"},  {"SD", "14n"},     {"SE", "20n"},
    {"SI", "15n"},      {"SK", "20n"},      {"SM", "1a10n12c"}, {"SO", "19n"},     {"ST", "21n"},
    {"SV", "4a20n"},    {"TL", "19n"},      {"TN", "20n"},      {"TR", "6n16c"},   {"UA", "6n19c"},
    {"VA", "18n"},      {"VG", "4a16n"},    {"XK", "16n"},      {"YE", "4a4n18c"}};

bool fits(char c, char kind) {
    if (kind == 'n') return isDigit(c);
    return kind == 'a' ? isLetter(c) : isAlnum(c);
}

// How many characters of `bban` the structure takes; 0 when it does not fit.
std::size_t taken(std::string_view bban, const char* structure) {
    std::size_t at = 0;
    while (*structure != 0) {
        std::size_t count = 0;
        while (isDigit(*structure)) count = count * 10 + static_cast<std::size_t>(*structure++ - '0');
        for (; count > 0; --count, ++at)
            if (at >= bban.size() || !fits(bban[at], *structure)) return 0;
        ++structure;
    }
    return at;
}

// The end of the stretch from `start` that holds `count` letters and digits.
std::size_t endOf(std::string_view text, std::size_t start, std::size_t count) {
    for (; count > 0; ++start)
        if (isAlnum(text[start])) --count;
    return start;
}

Verdict check(Match& match) {
    const std::string value = alnumOf(match.value());
    const auto* structure = std::find_if(std::begin(structures), std::end(structures),
                                         [&](const Structure& s) { return value.substr(0, 2) == s.country; });
    if (structure == std::end(structures)) return Verdict::Invalid;
    const std::size_t length = taken(std::string_view(value).substr(4), structure->bban);
    if (length == 0) return Verdict::Invalid;
    match.end = endOf(match.text, match.start, length + 4);
    if (isAlnum(match.after())) return Verdict::Invalid;
    const std::string iban = value.substr(0, length + 4);
    return validIf(mod97(iban.substr(4) + iban.substr(0, 4)) == 1);
}

}  // namespace

Detector iban() {
    return {"IBAN_CODE",
            {{"country, check digits, account", R"(\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}\b)", 0.65},
             {"country, check digits, account in small letters", R"(\b[a-z]{2}\d{2}(?: ?[a-z0-9]){11,30}\b)",
              0.5}},
            {"iban", "bank", "transaction", "account", "konto"},
            check};
}

}  // namespace hearth::privacy
