#include "text/tokenizers/unicode.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

#include <array>

namespace hearth::engine::unicode {

namespace {

// The first plane unrolled, one byte a code point: nearly all text is there.
const std::array<std::uint8_t, 0x10000>& firstPlane() {
    static const auto table = [] {
        std::array<std::uint8_t, 0x10000> out{};
        for (std::size_t code = 0; code < out.size(); ++code)
            out[code] = static_cast<std::uint8_t>(u_charType(static_cast<UChar32>(code)));
        return out;
    }();
    return table;
}

const UNormalizer2* canonicalDecomposition() {
    static const UNormalizer2* instance = [] {
        UErrorCode error = U_ZERO_ERROR;
        return unorm2_getNFDInstance(&error);
    }();
    return instance;
}

void appendLower(std::u32string& out, UChar32 code) {
    if (u_charType(code) != U_NON_SPACING_MARK) out += static_cast<char32_t>(u_tolower(code));
}

}  // namespace

Category category(char32_t code) {
    if (code < 0x10000) return static_cast<Category>(firstPlane()[code]);
    return code > 0x10FFFF ? Cn : static_cast<Category>(u_charType(static_cast<UChar32>(code)));
}

bool isWhiteSpace(char32_t code) {
    if (code < 0x80) return code == ' ' || (code >= 0x09 && code <= 0x0D);
    return code <= 0x10FFFF && u_isUWhiteSpace(static_cast<UChar32>(code));
}

bool isHan(char32_t code) {
    if (code < 0x2E80 || code > 0x10FFFF) return false;
    UErrorCode error = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(code), &error) == USCRIPT_HAN;
}

void appendFolded(std::u32string& out, char32_t code) {
    if (code < 0x80) {
        out += code >= 'A' && code <= 'Z' ? code + 32 : code;
        return;
    }
    if (code > 0x10FFFF) {
        out += code;
        return;
    }
    std::array<UChar, 64> units;
    UErrorCode error = U_ZERO_ERROR;
    const auto point = static_cast<UChar32>(code);
    const UNormalizer2* decomposition = canonicalDecomposition();
    const std::int32_t length = decomposition
                                    ? unorm2_getDecomposition(decomposition, point, units.data(),
                                                              static_cast<std::int32_t>(units.size()), &error)
                                    : -1;
    if (length < 0 || U_FAILURE(error)) {
        appendLower(out, point);
        return;
    }
    for (std::int32_t i = 0; i < length;) {
        UChar32 part = 0;
        U16_NEXT(units.data(), i, length, part);
        appendLower(out, part);
    }
}

}  // namespace hearth::engine::unicode
