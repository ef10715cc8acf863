#include "text/chat_template/case.h"

#include <unicode/uchar.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "text/chat_template/value.h"

namespace hearth::engine::chat_template {
namespace {

using Mapping = int32_t (*)(UChar*, int32_t, const UChar*, int32_t, UErrorCode*);

int32_t toUpper(UChar* to, int32_t room, const UChar* from, int32_t length, UErrorCode* error) {
    return u_strToUpper(to, room, from, length, "", error);
}
int32_t toLower(UChar* to, int32_t room, const UChar* from, int32_t length, UErrorCode* error) {
    return u_strToLower(to, room, from, length, "", error);
}
int32_t toTitle(UChar* to, int32_t room, const UChar* from, int32_t length, UErrorCode* error) {
    return u_strToTitle(to, room, from, length, nullptr, "", error);
}
int32_t toFolded(UChar* to, int32_t room, const UChar* from, int32_t length, UErrorCode* error) {
    return u_strFoldCase(to, room, from, length, U_FOLD_CASE_DEFAULT, error);
}

// A mapping of well-formed text; of anything ICU refuses, the text itself.
std::string mappedValid(const std::string& text, Mapping mapping) {
    std::vector<UChar> units(text.size() + 1), changed(3 * text.size() + 16);
    UErrorCode error = U_ZERO_ERROR;
    int32_t length = 0;
    u_strFromUTF8(units.data(), static_cast<int32_t>(units.size()), &length, text.data(),
                  static_cast<int32_t>(text.size()), &error);
    length = mapping(changed.data(), static_cast<int32_t>(changed.size()), units.data(), length, &error);
    std::string out(static_cast<std::size_t>(std::max(length, 0)) * 3 + 1, '\0');
    int32_t bytes = 0;
    u_strToUTF8(out.data(), static_cast<int32_t>(out.size()), &bytes, changed.data(), length, &error);
    if (U_FAILURE(error)) return text;
    out.resize(static_cast<std::size_t>(bytes));
    return out;
}

bool isAscii(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

// The same for ASCII, which most text is: a template may ask for each word by itself. A title is one letter.
std::string mappedAscii(std::string text, Mapping mapping) {
    const bool up = mapping == toUpper || mapping == toTitle;
    for (char& c : text) {
        if (up ? c >= 'a' && c <= 'z' : c >= 'A' && c <= 'Z') c = static_cast<char>(c ^ 0x20);
    }
    return text;
}

std::string mapped(const std::string& text, Mapping mapping) {
    if (isAscii(text)) return mappedAscii(text, mapping);
    std::string out, valid;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::decodeUtf8(text, at);
        if (point.valid) {
            valid.append(text, at, point.length);
        } else {
            out += mappedValid(valid, mapping) + text.substr(at, point.length);
            valid.clear();
        }
        at += point.length;
    }
    return out + mappedValid(valid, mapping);
}

// -1 where the bytes are no character.
UChar32 codeOf(const std::string& c) {
    const base::CodePoint point = base::decodeUtf8(c, 0);
    return point.valid ? static_cast<UChar32>(point.value) : -1;
}

bool hasCase(const std::string& c) {
    return isUpper(c) || isLower(c) || isTitle(c);
}

}  // namespace

std::string upperCase(const std::string& text) {
    return mapped(text, toUpper);
}
std::string lowerCase(const std::string& text) {
    return mapped(text, toLower);
}
std::string foldedCase(const std::string& text) {
    return mapped(text, toFolded);
}

std::string swappedCase(const std::string& text) {
    std::string out;
    for (const auto& c : characters(text)) out += isUpper(c) ? lowerCase(c) : isLower(c) ? upperCase(c) : c;
    return out;
}

std::string capitalized(const std::string& text) {
    const auto all = characters(text);
    return all.empty() ? text : mapped(all[0], toTitle) + lowerCase(text.substr(all[0].size()));
}

std::string titleCase(const std::string& text) {
    std::string out;
    bool inside = false;
    for (const auto& c : characters(text)) {
        out += inside ? lowerCase(c) : mapped(c, toTitle);
        inside = hasCase(c);
    }
    return out;
}

bool isSpace(const std::string& c) {
    const UChar32 code = codeOf(c);
    return code >= 0 && (u_isUWhiteSpace(code) || (code >= 0x1C && code <= 0x1F));
}
bool isLetter(const std::string& c) {
    return codeOf(c) >= 0 && u_isalpha(codeOf(c));
}
bool isDecimal(const std::string& c) {
    return codeOf(c) >= 0 && u_charType(codeOf(c)) == U_DECIMAL_DIGIT_NUMBER;
}
bool isDigit(const std::string& c) {
    const int32_t type = codeOf(c) < 0 ? U_NT_NONE : u_getIntPropertyValue(codeOf(c), UCHAR_NUMERIC_TYPE);
    return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}
bool isNumeric(const std::string& c) {
    return codeOf(c) >= 0 && u_getIntPropertyValue(codeOf(c), UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}
bool isPrintable(const std::string& c) {
    if (codeOf(c) < 0) return true;
    const std::uint32_t hidden = U_GC_C_MASK | U_GC_Z_MASK;
    return codeOf(c) == ' ' || (U_GET_GC_MASK(codeOf(c)) & hidden) == 0;
}
bool isUpper(const std::string& c) {
    return codeOf(c) >= 0 && u_isUUppercase(codeOf(c));
}
bool isLower(const std::string& c) {
    return codeOf(c) >= 0 && u_isULowercase(codeOf(c));
}
bool isTitle(const std::string& c) {
    return codeOf(c) >= 0 && u_istitle(codeOf(c));
}
bool isNamePart(const std::string& c, bool first) {
    const UChar32 code = codeOf(c);
    if (code < 0) return false;
    return code == '_' || u_hasBinaryProperty(code, first ? UCHAR_XID_START : UCHAR_XID_CONTINUE);
}

}  // namespace hearth::engine::chat_template
