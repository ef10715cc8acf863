#include "text/grammar/grammar_reader.h"

#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "text/grammar/program.h"

namespace hearth::engine::grammar {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

bool isNameByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

}  // namespace

// Asked for in rising order nearly always, so it goes on from where it was.
std::pair<int, int> GrammarReader::position(std::size_t at) {
    at = std::min(at, text_.size());
    if (at < counted_.at) counted_ = {};
    for (; counted_.at < at; ++counted_.at) {
        const char c = text_[counted_.at];
        if (c == '\n') {
            ++counted_.line;
            counted_.column = 1;
        } else if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) {
            ++counted_.column;
        }
    }
    return {counted_.line, counted_.column};
}

tl::unexpected<base::Error> GrammarReader::error(const std::string& message, std::optional<std::size_t> at) {
    const auto [line, column] = position(at.value_or(at_));
    return fail(ErrorCode::InvalidInput, "Grammar: " + message,
                "line " + std::to_string(line) + ", column " + std::to_string(column));
}

void GrammarReader::skipSpace() {
    while (!atEnd()) {
        const char c = peek();
        if (c == '#') {
            while (!atEnd() && peek() != '\n') ++at_;
        } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
            ++at_;
        } else {
            return;
        }
    }
}

std::string_view GrammarReader::name() {
    const std::size_t start = at_;
    while (isNameByte(peek())) ++at_;
    return text_.substr(start, at_ - start);
}

bool GrammarReader::ruleStartsHere() {
    const std::size_t start = at_;
    bool yes = false;
    if (!name().empty()) {
        skipSpace();
        yes = text_.substr(at_).starts_with("::=");
    }
    at_ = start;
    return yes;
}

Result<std::uint32_t> GrammarReader::hex(int digits) {
    std::uint32_t value = 0;
    const char* first = text_.data() + std::min(at_, text_.size());
    const char* last = first + std::min<std::size_t>(static_cast<std::size_t>(digits), text_.size() - at_);
    const auto [end, status] = std::from_chars(first, last, value, 16);
    if (status != std::errc() || end != first + digits)
        return error("expected " + std::to_string(digits) + " hexadecimal digits");
    if (value > CharSet::lastCodePoint || (value >= 0xD800 && value <= 0xDFFF))
        return error("no Unicode character has this number");
    at_ += static_cast<std::size_t>(digits);
    return value;
}

Result<std::uint32_t> GrammarReader::escape() {
    const char c = peek();
    ++at_;
    switch (c) {
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        case 'x':
            return hex(2);
        case 'u':
            return hex(4);
        case 'U':
            return hex(8);
        case '\\':
        case '"':
        case '\'':
        case '[':
        case ']':
        case '-':
        case '^':
        case '/':
            return static_cast<std::uint32_t>(c);
        default:
            --at_;
            return error("unknown escape; known are \\n \\r \\t \\\\ \\\" \\[ \\] \\- \\^ \\xHH \\uHHHH");
    }
}

Result<std::uint32_t> GrammarReader::character(std::string_view closing) {
    if (atEnd()) return error("missing " + std::string(closing));
    const auto lead = static_cast<unsigned char>(peek());
    if (lead == '\\') {
        ++at_;
        if (atEnd()) return error("missing " + std::string(closing));
        return escape();
    }
    if (lead == '\n') return error("missing " + std::string(closing) + " before the end of the line");
    if (lead < 0x80) {
        ++at_;
        return lead;
    }
    const base::CodePoint read = base::decodeUtf8(text_, at_);
    if (!read.valid) return error("malformed UTF-8");
    at_ += read.length;
    return static_cast<std::uint32_t>(read.value);
}

Result<std::optional<int>> GrammarReader::number() {
    skipSpace();
    if (peek() < '0' || peek() > '9') return std::optional<int>();
    int value = 0;
    const char* first = text_.data() + at_;
    const auto [end, status] = std::from_chars(first, text_.data() + text_.size(), value);
    if (status != std::errc() || value > maxRepeat)
        return error("repeat counts go up to " + std::to_string(maxRepeat));
    at_ += static_cast<std::size_t>(end - first);
    skipSpace();
    return std::optional<int>(value);
}

Result<std::pair<int, int>> GrammarReader::braces() {
    const std::size_t start = at_;
    ++at_;
    const auto least = number();
    if (!least) return tl::unexpected(least.error());
    std::optional<int> most = *least;
    bool endless = false;
    if (peek() == ',') {
        ++at_;
        const auto upper = number();
        if (!upper) return tl::unexpected(upper.error());
        most = *upper;
        endless = !most.has_value();
    } else if (!least->has_value()) {
        return error("expected a count: {m}, {m,} or {m,n}", start);
    }
    if (peek() != '}') return error("expected } after the counts");
    ++at_;
    const int from = least->value_or(0);
    if (endless) return std::pair{from, -1};
    if (*most < from) return error("the least count is above the most", start);
    return std::pair{from, *most};
}

}  // namespace hearth::engine::grammar
