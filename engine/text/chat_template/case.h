// Letter case and kinds of characters as Python's str has them, by the ICU library's tables. Pure functions
// on UTF-8; malformed bytes stay as they are.
#pragma once

#include <string>

namespace hearth::engine::chat_template {

std::string upperCase(const std::string& text);
std::string lowerCase(const std::string& text);
std::string foldedCase(const std::string& text);   // str.casefold
std::string swappedCase(const std::string& text);  // str.swapcase
std::string capitalized(const std::string& text);
std::string titleCase(
    const std::string& text);  // str.title: a word begins after every character without case

// Of one code point, given as UTF-8.
bool isSpace(const std::string& c);
bool isLetter(const std::string& c);
bool isDecimal(const std::string& c);    // str.isdecimal
bool isDigit(const std::string& c);      // str.isdigit
bool isNumeric(const std::string& c);    // str.isnumeric
bool isPrintable(const std::string& c);  // what repr writes as it is
bool isUpper(const std::string& c);
bool isLower(const std::string& c);
bool isTitle(const std::string& c);
bool isNamePart(const std::string& c, bool first);  // str.isidentifier, character by character

}  // namespace hearth::engine::chat_template
