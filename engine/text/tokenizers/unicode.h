// What kind of character a code point is, as the rules that cut text into words need it: general categories
// and white space of The Unicode Standard, as the ICU library has them. Pure functions.
#pragma once

#include <cstdint>
#include <string>

namespace hearth::engine::unicode {

// General categories, numbered as ICU's UCharCategory numbers them.
// clang-format off
enum Category : std::uint8_t {
    Cn, Lu, Ll, Lt, Lm, Lo, Mn, Me, Mc, Nd, Nl, No, Zs, Zl, Zp, Cc, Cf, Co, Cs, Pd, Ps, Pe, Pc, Po, Sm, Sc, Sk,
    So, Pi, Pf
};
// clang-format on

using CategorySet = std::uint32_t;  // bit i: category i
constexpr CategorySet bit(Category category) {
    return CategorySet{1} << category;
}
constexpr CategorySet kLetter = bit(Lu) | bit(Ll) | bit(Lt) | bit(Lm) | bit(Lo);
constexpr CategorySet kMark = bit(Mn) | bit(Me) | bit(Mc);
constexpr CategorySet kNumber = bit(Nd) | bit(Nl) | bit(No);
constexpr CategorySet kPunctuation = bit(Pd) | bit(Ps) | bit(Pe) | bit(Pc) | bit(Po) | bit(Pi) | bit(Pf);
constexpr CategorySet kSymbol = bit(Sm) | bit(Sc) | bit(Sk) | bit(So);
constexpr CategorySet kSeparator = bit(Zs) | bit(Zl) | bit(Zp);
constexpr CategorySet kOther = bit(Cn) | bit(Cc) | bit(Cf) | bit(Co) | bit(Cs);

Category category(char32_t code);  // Cn above 0x10FFFF
bool isWhiteSpace(char32_t code);  // the White_Space property
bool isHan(char32_t code);         // the script

// Appends `code` decomposed canonically, without nonspacing marks, and in lower case.
void appendFolded(std::u32string& out, char32_t code);

}  // namespace hearth::engine::unicode
