#include "text/answer/loose_value.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/utf8.h"

namespace hearth::engine::answer {
namespace {

bool isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}
bool isNameByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || (c & 0x80);
}

// What may stand around a string: Gemma's markers before plain quotes.
constexpr std::string_view kQuotes[] = {"<|\"|>", "<escape>", "\"", "'"};

// A number as JSON or Python writes it.
std::optional<Json> number(std::string_view text) {
    const std::string_view digits = text.starts_with('+') ? text.substr(1) : text;
    std::int64_t whole = 0;
    const char* end = digits.data() + digits.size();
    if (const auto read = std::from_chars(digits.data(), end, whole);
        read.ec == std::errc{} && read.ptr == end)
        return Json(whole);
    double real = 0;
    if (const auto read = std::from_chars(digits.data(), end, real);
        read.ec == std::errc{} && read.ptr == end)
        return Json(real);
    return std::nullopt;
}

// Nesting is bounded before the JSON library sees the text: it reads and frees recursively.
bool tooDeep(std::string_view text) {
    int depth = 0, deepest = 0;
    for (const char c : text) {
        if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
        if (c == '}' || c == ']') --depth;
    }
    return deepest > LooseReader::kMaxDepth;
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
    return text;
}

void LooseReader::skipSpace() {
    while (!atEnd() && isSpace(text_[at_])) ++at_;
}

bool LooseReader::take(std::string_view what) {
    if (!text_.substr(std::min(at_, text_.size())).starts_with(what)) return false;
    at_ += what.size();
    return true;
}

std::string LooseReader::name() {
    const std::size_t start = at_;
    while (!atEnd() && isNameByte(text_[at_])) ++at_;
    return std::string(text_.substr(start, at_ - start));
}

std::optional<unsigned> LooseReader::hex(std::size_t digits) {
    unsigned code = 0;
    const std::string_view text = rest().substr(0, digits);
    const auto read = std::from_chars(text.data(), text.data() + text.size(), code, 16);
    if (text.size() < digits || read.ptr != text.data() + digits) return std::nullopt;
    at_ += digits;
    return code;
}

void LooseReader::escape(std::string& out) {
    static constexpr std::string_view kFrom = "ntrbf", kTo = "\n\t\r\b\f";
    const char c = text_[at_++];
    if (const auto known = kFrom.find(c); known != std::string_view::npos) {
        out += kTo[known];
        return;
    }
    if (c != 'u' && c != 'x') {
        if (c != '"' && c != '\'' && c != '\\' && c != '/' && c != '\n') out += '\\';
        if (c != '\n') out += c;  // Python joins the lines
        return;
    }
    auto code = hex(c == 'u' ? 4 : 2);
    if (code && *code >= 0xD800 && *code < 0xDC00 && take("\\u"))
        if (const auto low = hex(4); low && *low >= 0xDC00 && *low < 0xE000)
            code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
    if (code)
        base::appendUtf8(out, *code);
    else
        out.append("\\").push_back(c);
}

std::optional<std::string> LooseReader::quoted() {
    for (const std::string_view quote : kQuotes) {
        if (!take(quote)) continue;
        const bool escapes = quote.size() == 1;
        std::string out;
        while (!atEnd() && !rest().starts_with(quote)) {
            if (escapes && text_[at_] == '\\' && at_ + 1 < text_.size()) {
                ++at_;
                escape(out);
            } else {
                out += text_[at_++];
            }
        }
        if (!take(quote)) return std::nullopt;
        return base::repairUtf8(out);
    }
    return std::nullopt;
}

std::optional<std::string> LooseReader::key() {
    skipSpace();
    if (auto text = quoted()) return text;
    std::string word = name();
    return word.empty() ? std::nullopt : std::optional(std::move(word));
}

std::optional<Json> LooseReader::object() {
    Json out = Json::object();
    for (;;) {
        skipSpace();
        if (take("}")) return out;
        auto name = key();
        skipSpace();
        if (!name || (!take(":") && !take("="))) return std::nullopt;
        auto held = value();
        if (!held) return std::nullopt;
        out[*name] = std::move(*held);
        skipSpace();
        if (!take(",") && !rest().starts_with('}')) return std::nullopt;
    }
}

std::optional<Json> LooseReader::list(char close) {
    Json out = Json::array();
    for (;;) {
        skipSpace();
        if (take(std::string_view(&close, 1))) return out;
        auto held = value();
        if (!held) return std::nullopt;
        out.push_back(std::move(*held));
        skipSpace();
        if (!take(",") && !rest().starts_with(close)) return std::nullopt;
    }
}

// true, None, 60, 1.5e3 or a word without quotes, which is a string up to the next comma or bracket.
std::optional<Json> LooseReader::word() {
    const std::size_t start = at_;
    while (!atEnd() && std::string_view(",}])\n").find(text_[at_]) == std::string_view::npos) ++at_;
    const std::string_view text = trimmed(text_.substr(start, at_ - start));
    if (text.empty()) return std::nullopt;
    if (text == "true" || text == "True") return Json(true);
    if (text == "false" || text == "False") return Json(false);
    if (text == "null" || text == "None" || text == "undefined") return Json(nullptr);
    if (auto known = number(text)) return known;
    // A string that lost its quotes; one that has some inside is something else.
    if (text.find_first_of("\"'{[(<\\") != std::string_view::npos) return std::nullopt;
    return Json(base::repairUtf8(text));
}

std::optional<Json> LooseReader::value() {
    if (++depth_ > kMaxDepth) return std::nullopt;
    skipSpace();
    std::optional<Json> out;
    if (take("{"))
        out = object();
    else if (take("["))
        out = list(']');
    else if (take("("))
        out = list(')');
    else if (auto text = quoted())
        out = Json(std::move(*text));
    else
        out = word();
    --depth_;
    return out;
}

std::optional<Json> readStrictly(std::string_view text) {
    if (tooDeep(text)) return std::nullopt;
    auto parsed = Json::parse(text, nullptr, false);
    return parsed.is_discarded() ? std::nullopt : std::optional(std::move(parsed));
}

std::optional<Json> readLoosely(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with("```")) {
        const std::size_t line = text.find('\n');
        text.remove_prefix(line == std::string_view::npos ? 3 : line + 1);
        text = text.substr(0, text.rfind("```"));
    }
    if (auto strict = readStrictly(text)) return strict;
    LooseReader reader(text);
    auto out = reader.value();
    reader.skipSpace();
    // A closing bracket too many is a common slip.
    while (reader.take("}") || reader.take("]")) reader.skipSpace();
    return reader.atEnd() ? out : std::nullopt;
}

}  // namespace hearth::engine::answer
