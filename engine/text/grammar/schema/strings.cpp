#include <array>
#include <cstdio>
#include <utility>

#include "text/grammar/schema/pieces.h"

namespace hearth::engine::grammar {

namespace {

std::string inClass(std::uint32_t codePoint) {
    std::array<char, 12> out{};
    (void)std::snprintf(out.data(), out.size(), "\\U%08X", static_cast<unsigned>(codePoint));
    return out.data();
}

// RFC 8259 section 7: what stands for itself between quotes.
constexpr std::pair<std::uint32_t, std::uint32_t> plain[] = {
    {0x20, 0x21}, {0x23, 0x5B}, {0x5D, 0x7E}, {0x80, 0x10FFFF}};
constexpr std::uint32_t escaped[] = {'"', '\\', '\b', '\f', '\n', '\r', '\t'};

}  // namespace

std::string literalOf(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            std::array<char, 8> hex{};
            (void)std::snprintf(hex.data(), hex.size(), "\\x%02X",
                                static_cast<unsigned>(static_cast<unsigned char>(c)));
            out += hex.data();
        } else {
            out += c;
        }
    }
    return out + "\"";
}

std::string classOf(const CharSet& set) {
    std::string ranges;
    for (const auto& [first, last] : set.ranges())
        ranges += inClass(first) + (first == last ? "" : "-" + inClass(last));
    return ranges.empty() ? "" : "[" + ranges + "]";
}

std::string jsonCharacters(const CharSet& set) {
    std::string ranges;
    for (const auto& [first, last] : set.ranges())
        for (const auto& [from, to] : plain) {
            const std::uint32_t a = std::max(first, from);
            const std::uint32_t b = std::min(last, to);
            if (a <= b) ranges += inClass(a) + (a == b ? "" : "-" + inClass(b));
        }
    std::string out;
    const auto add = [&out](const std::string& option) { out += (out.empty() ? "" : " | ") + option; };
    if (!ranges.empty()) add("[" + ranges + "]");
    for (std::uint32_t c : escaped)
        if (set.contains(c)) add(jsonCharacter(c));
    return out.empty() ? "" : "(" + out + ")";
}

std::string jsonCharacter(std::uint32_t codePoint) {
    switch (codePoint) {
        case '"':
            return literalOf("\\\"");
        case '\\':
            return literalOf("\\\\");
        case '\b':
            return literalOf("\\b");
        case '\f':
            return literalOf("\\f");
        case '\n':
            return literalOf("\\n");
        case '\r':
            return literalOf("\\r");
        case '\t':
            return literalOf("\\t");
        default:
            break;
    }
    if (codePoint >= 0x20) return "[" + inClass(codePoint) + "]";
    std::array<char, 8> hex{};
    (void)std::snprintf(hex.data(), hex.size(), "\\u%04X", static_cast<unsigned>(codePoint));
    return literalOf(hex.data());
}

std::optional<Format> formatToGrammar(const std::string& format) {
    // RFC 3339 section 5.6, with the days that each month has; seconds stop at 59.
    static const std::string date =
        "([0-9]{4} \"-\" ((\"0\" [13578] | \"1\" [02]) \"-\" (\"0\" [1-9] | [12] [0-9] | \"3\" [01])"
        " | (\"0\" [469] | \"11\") \"-\" (\"0\" [1-9] | [12] [0-9] | \"30\")"
        " | \"02-\" (\"0\" [1-9] | \"1\" [0-9] | \"2\" [0-8]))"
        " | ([0-9]{2} (\"0\" [48] | [2468] [048] | [13579] [26]) | ([02468] [048] | [13579] [26]) \"00\") "
        "\"-02-29\")";
    static const std::string clock =
        "([01] [0-9] | \"2\" [0-3]) \":\" [0-5] [0-9] \":\" [0-5] [0-9] (\".\" [0-9]{1,9})? "
        "(\"Z\" | [+\\-] ([01] [0-9] | \"2\" [0-3]) \":\" [0-5] [0-9])";
    static const std::string label = "[a-zA-Z0-9] ([a-zA-Z0-9\\-]{0,38} [a-zA-Z0-9])?";
    static const std::string host = label + " (\".\" " + label + "){0,4}";
    static const std::string byte = "(\"25\" [0-5] | \"2\" [0-4] [0-9] | \"1\" [0-9]{2} | [1-9]? [0-9])";
    static const std::string local = "[a-zA-Z0-9!#$%&'*+/=?\\^_`{|}~\\-]{1,30}";  // RFC 5322 atext
    // The longest are as short as what usually holds them: 253 characters of a host, 254 of an address.
    static const std::pair<std::string, Format> known[] = {
        {"date", {date, 10, 10}},
        {"time", {clock, 9, 24}},
        {"date-time", {date + " \"T\" " + clock, 20, 35}},
        {"duration",
         {"\"P\" ([0-9]{1,4} \"W\" | [0-9]{1,4} \"D\" (\"T\" [0-9]{1,4} [HMS])? | [0-9]{1,4} [YM] |"
          " \"T\" ([0-9]{1,4} \"H\" ([0-9]{1,4} \"M\" ([0-9]{1,4} \"S\")?)? |"
          " [0-9]{1,4} \"M\" ([0-9]{1,4} \"S\")? | [0-9]{1,6} \"S\"))",
          3, 17}},
        {"email", {local + " (\".\" " + local + ")? \"@\" " + label + " (\".\" " + label + "){1,3}", 5, 225}},
        {"uuid",
         {"[0-9a-fA-F]{8} \"-\" [0-9a-fA-F]{4} \"-\" [0-9a-fA-F]{4} \"-\" [0-9a-fA-F]{4} \"-\" "
          "[0-9a-fA-F]{12}",
          36, 36}},
        {"ipv4", {byte + " (\".\" " + byte + "){3}", 7, 15}},
        {"hostname", {host, 1, 204}},
        {"uri",
         {"(\"https\" | \"http\") \"://\" " + host +
              " (\":\" [0-9]{1,4})? (\"/\" [a-zA-Z0-9\\-._~%!$&'()*+,;=:@/]{0,500})? "
              "(\"?\" [a-zA-Z0-9\\-._~!$&'()*+,;=:@/?]{0,500})?",
          8, 1219}},
    };
    for (const auto& [name, text] : known)
        if (name == format) return text;
    return std::nullopt;
}

}  // namespace hearth::engine::grammar
