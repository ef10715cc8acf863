#include "lexer.h"

#include <algorithm>
#include <cstdint>

namespace hearth::agent::datetime {
namespace {

struct Character {
    char32_t code = 0;
    std::size_t length = 1;
};

// Decodes one character; a byte that begins no valid sequence is a character of its own (U+FFFD).
Character decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
    if (length == 0 || lead > 0xF4 || at + length > text.size()) return {0xFFFD, 1};
    char32_t code = lead & (0x7Fu >> length);
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0) != 0x80) return {0xFFFD, 1};
        code = (code << 6) | (byte(at + i) & 0x3Fu);
    }
    return {code, length};
}

void append(std::string& out, char32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xC0 | (code >> 6));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xE0 | (code >> 12));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | (code >> 18));
        out += static_cast<char>(0x80 | ((code >> 12) & 0x3F));
        out += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        out += static_cast<char>(0x80 | (code & 0x3F));
    }
}

char32_t lower(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    if (c == 0x152) return 0x153;
    return c;
}

bool isSpace(char32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) ||
           c == 0x202F;
}

bool isDigit(char32_t c) {
    return c >= '0' && c <= '9';
}

bool isHan(char32_t c) {
    return (c >= 0x3400 && c <= 0x9FFF) || c == 0x3007;
}

bool isLetter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) || c == 0xAA || c == 0xBA ||
           (c >= 0x370 && c <= 0x1FFF);
}

// The same letter without its accent.
char32_t folded(char32_t c) {
    switch (c) {
        case 0xE0:
        case 0xE1:
        case 0xE2:
        case 0xE4:
            return 'a';
        case 0xE8:
        case 0xE9:
        case 0xEA:
        case 0xEB:
            return 'e';
        case 0xEC:
        case 0xED:
        case 0xEE:
        case 0xEF:
            return 'i';
        case 0xF2:
        case 0xF3:
        case 0xF4:
        case 0xF6:
            return 'o';
        case 0xF9:
        case 0xFA:
        case 0xFB:
        case 0xFC:
            return 'u';
        case 0xE7:
            return 'c';
        default:
            return c;
    }
}

// The characters of dates that are written in another way in traditional Chinese.
char32_t simplified(char32_t c) {
    constexpr std::u32string_view kTraditional =
        U"後週點鐘時號個兩從開內間過當這幾來禮聖誕節勞動國慶陽農曆臘億萬貳參陸淩並於樣種將還讓請約會議";
    constexpr std::u32string_view kSimplified =
        U"后周点钟时号个两从开内间过当这几来礼圣诞节劳动国庆阳农历腊亿万贰叁陆凌并于样种将还让请约会议";
    static_assert(kTraditional.size() == kSimplified.size());
    const std::size_t place = kTraditional.find(c);
    return place == std::u32string_view::npos ? c : kSimplified[place];
}

// Signs that are written in several ways get one form, so that the grammar names each once.
char32_t plainSign(char32_t c) {
    switch (c) {
        case 0x2019:
        case 0x2018:
        case 0x60:
        case 0xB4:
            return '\'';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2212:
        case 0xFF0D:
            return '-';
        case 0xFF5E:
        case 0x301C:
            return '~';
        case 0xFF1A:
            return ':';
        case 0xFF0C:
            return ',';
        case 0xFF08:
            return '(';
        case 0xFF09:
            return ')';
        case 0xFF0F:
            return '/';
        case 0xB0:
            return 0xBA;
        default:
            return c;
    }
}

char32_t plainForm(char32_t c, Token::Kind kind, bool foldAccents) {
    if (kind == Token::Kind::Sign) return plainSign(c);
    if (isHan(c)) return simplified(c);
    return foldAccents ? folded(lower(c)) : lower(c);
}

}  // namespace

std::string toLower(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Character c = decode(text, at);
        if (c.code == 0xFFFD) {
            out.append(text.substr(at, c.length));
        } else {
            append(out, lower(c.code));
        }
        at += c.length;
    }
    return out;
}

namespace {

// A run of letters, cut into the parts that the language knows.
void addWord(std::vector<Token>& tokens, std::string word, std::size_t begin, std::size_t wordEnd,
             std::size_t offset, bool space, WordSplitter split) {
    std::vector<std::size_t> parts;
    if (split != nullptr) parts = split(word);
    if (parts.empty()) parts.push_back(word.size());
    std::size_t at = 0;
    for (const std::size_t length : parts) {
        Token token;
        token.text = word.substr(at, length);
        token.begin = begin + at;
        token.end = parts.size() == 1 ? wordEnd : token.begin + token.text.size();
        token.offset = offset;
        token.spaceBefore = space && at == 0;
        offset += static_cast<std::size_t>(std::count_if(token.text.begin(), token.text.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        }));
        at += length;
        tokens.push_back(std::move(token));
    }
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, const Spelling& spelling) {
    std::vector<Token> tokens;
    std::size_t offset = 0;
    bool space = true;
    for (std::size_t at = 0; at < text.size();) {
        const Character first = decode(text, at);
        if (isSpace(first.code)) {
            space = true;
            at += first.length;
            ++offset;
            continue;
        }
        const std::size_t begin = at;
        const std::size_t firstOffset = offset;
        Token token;
        token.kind = isHan(first.code)      ? Token::Kind::Word
                     : isDigit(first.code)  ? Token::Kind::Digits
                     : isLetter(first.code) ? Token::Kind::Word
                     : first.code == 0xFFFD ? Token::Kind::Other
                                            : Token::Kind::Sign;
        const bool run = !isHan(first.code) && (isDigit(first.code) || isLetter(first.code));
        do {
            const Character c = decode(text, at);
            if (at != begin && (isDigit(first.code) ? !isDigit(c.code) : !isLetter(c.code))) break;
            append(token.text, plainForm(c.code, token.kind, spelling.foldAccents));
            at += c.length;
            ++offset;
        } while (run && at < text.size());
        if (run && token.kind == Token::Kind::Word) {
            addWord(tokens, std::move(token.text), begin, at, firstOffset, space, spelling.split);
        } else {
            token.begin = begin;
            token.end = at;
            token.offset = firstOffset;
            token.spaceBefore = space;
            tokens.push_back(std::move(token));
        }
        space = false;
    }
    return tokens;
}

}  // namespace hearth::agent::datetime
