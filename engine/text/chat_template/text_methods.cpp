// The methods of Python's str, and changes of case. Case follows the simple mappings of Latin, Greek and
// Cyrillic.
#include <algorithm>
#include <map>

#include "text/chat_template/print.h"
#include "text/chat_template/runtime.h"

namespace hearth::engine::chat_template {
namespace {

unsigned codePoint(const std::string& c) {
    const auto lead = static_cast<unsigned char>(c[0]);
    if (c.size() == 1) return lead;
    unsigned code = lead & (0xFFu >> (c.size() + 1));
    for (std::size_t i = 1; i < c.size(); ++i) code = code << 6 | (static_cast<unsigned char>(c[i]) & 0x3Fu);
    return code;
}

std::string encoded(unsigned code) {
    std::string out;
    if (code < 0x80) return std::string(1, static_cast<char>(code));
    if (code < 0x800) {
        out += static_cast<char>(0xC0 | code >> 6);
    } else {
        out += static_cast<char>(0xE0 | code >> 12);
        out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    }
    out += static_cast<char>(0x80 | (code & 0x3F));
    return out;
}

bool between(unsigned code, unsigned first, unsigned last) {
    return code >= first && code <= last;
}

unsigned lowered(unsigned c) {
    if (between(c, 'A', 'Z') || (between(c, 0xC0, 0xDE) && c != 0xD7) || between(c, 0x391, 0x3AB) ||
        between(c, 0x410, 0x42F))
        return c + 32;
    if (between(c, 0x400, 0x40F)) return c + 80;
    if ((between(c, 0x100, 0x137) || between(c, 0x14A, 0x177)) && c % 2 == 0) return c + 1;
    if ((between(c, 0x139, 0x148) || between(c, 0x179, 0x17E)) && c % 2 == 1) return c + 1;
    return c;
}

unsigned raised(unsigned c) {
    if (between(c, 'a', 'z') || (between(c, 0xE0, 0xFE) && c != 0xF7) || between(c, 0x3B1, 0x3CB) ||
        between(c, 0x430, 0x44F)) {
        return c == 0x3C2 ? 0x3A3 : c - 32;
    }
    if (between(c, 0x450, 0x45F)) return c - 80;
    if ((between(c, 0x100, 0x137) || between(c, 0x14A, 0x177)) && c % 2 == 1) return c - 1;
    if ((between(c, 0x139, 0x148) || between(c, 0x179, 0x17E)) && c % 2 == 0) return c - 1;
    return c;
}

bool isLetter(const std::string& c) {
    const unsigned code = codePoint(c);
    return lowered(code) != code || raised(code) != code ||
           (code >= 0x370 && !between(code, 0x2000, 0x2BFF) && !between(code, 0x3000, 0x303F));
}

std::string mapped(const std::string& text, unsigned (*change)(unsigned)) {
    std::string out;
    for (const auto& c : characters(text)) {
        if (change == raised && c == "ß")
            out += "SS";
        else if (c.size() == 1 && (c[0] & 0x80))
            out += c;
        else
            out += c.size() > 3 ? c : encoded(change(codePoint(c)));
    }
    return out;
}

bool isSpace(const std::string& c) {
    const unsigned code = codePoint(c);
    return code == ' ' || between(code, 9, 13) || between(code, 0x1C, 0x1F) || code == 0x85 || code == 0xA0 ||
           code == 0x1680 || between(code, 0x2000, 0x200A) || code == 0x2028 || code == 0x2029 ||
           code == 0x202F || code == 0x205F || code == 0x3000;
}

std::vector<Value> splitOnSpace(const std::string& text, std::int64_t limit) {
    std::vector<Value> parts;
    const auto chars = characters(text);
    std::size_t i = 0;
    const auto skipSpace = [&] {
        while (i < chars.size() && isSpace(chars[i])) ++i;
    };
    for (skipSpace(); i < chars.size(); skipSpace()) {
        const bool rest = limit >= 0 && static_cast<std::int64_t>(parts.size()) >= limit;
        std::string word;
        while (i < chars.size() && (rest || !isSpace(chars[i]))) word += chars[i++];
        parts.emplace_back(rest ? strip(word, nullptr, false, true) : word);
    }
    return parts;
}

std::vector<Value> splitOn(const std::string& text, const std::string& separator, std::int64_t limit) {
    if (separator.empty()) throw TemplateError("the separator of split is empty");
    std::vector<Value> parts;
    std::size_t at = 0;
    for (std::size_t found; (limit < 0 || static_cast<std::int64_t>(parts.size()) < limit) &&
                            (found = text.find(separator, at)) != std::string::npos;
         at = found + separator.size())
        parts.emplace_back(text.substr(at, found - at));
    parts.emplace_back(text.substr(at));
    return parts;
}

std::vector<Value> splitFromRight(std::string text, const std::string& separator, std::int64_t limit) {
    if (separator.empty()) throw TemplateError("the separator of rsplit is empty");
    std::vector<Value> parts;
    for (std::size_t found; static_cast<std::int64_t>(parts.size()) < limit &&
                            (found = text.rfind(separator)) != std::string::npos;) {
        parts.emplace_back(text.substr(found + separator.size()));
        text.resize(found);
    }
    parts.emplace_back(text);
    std::reverse(parts.begin(), parts.end());
    return parts;
}

std::vector<Value> splitLines(const std::string& text, bool keepEnds) {
    std::vector<Value> lines;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n", at), text.size());
        std::size_t after = end;
        if (after < text.size()) after += text.compare(after, 2, "\r\n") == 0 ? 2 : 1;
        lines.emplace_back(text.substr(at, (keepEnds ? after : end) - at));
        at = after;
    }
    return lines;
}

bool affixed(const std::string& text, const Value& affix,
             bool (*holds)(const std::string&, const std::string&)) {
    if (affix.isString()) return holds(text, affix.string());
    const auto& all = affix.list().items;
    return std::any_of(all.begin(), all.end(), [&](const Value& each) { return holds(text, each.string()); });
}

Value partition(const std::string& text, const std::string& separator, bool fromRight) {
    const std::size_t at = fromRight ? text.rfind(separator) : text.find(separator);
    if (separator.empty()) throw TemplateError("the separator of partition is empty");
    if (at == std::string::npos)
        return fromRight ? Value::makeList({"", "", text}, true) : Value::makeList({text, "", ""}, true);
    return Value::makeList({text.substr(0, at), separator, text.substr(at + separator.size())}, true);
}

// Position in code points, or -1.
std::int64_t findText(const std::string& text, const std::string& what, bool fromRight) {
    const std::size_t at = fromRight ? text.rfind(what) : text.find(what);
    return at == std::string::npos ? -1 : lengthOf(Value(text.substr(0, at)));
}

// "{} and {name}".format(…), without conversions.
std::string formatBraces(const std::string& text, const Arguments& given) {
    std::string out;
    std::size_t automatic = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((text[i] == '{' || text[i] == '}') && i + 1 < text.size() && text[i + 1] == text[i]) {
            out += text[i++];
        } else if (text[i] == '{') {
            const std::size_t end = text.find('}', i);
            if (end == std::string::npos) throw TemplateError("a format field is not closed");
            const std::string field = text.substr(i + 1, end - i - 1);
            const bool number =
                !field.empty() && field.size() < 6 &&
                std::all_of(field.begin(), field.end(), [](unsigned char c) { return std::isdigit(c); });
            const Value* value = field.empty() ? given.get(automatic++, "")
                                 : number      ? given.get(std::stoul(field), "")
                                               : given.get(99999, field);
            if (!value) throw TemplateError("the format field '" + field + "' has no value");
            out += toText(*value);
            i = end;
        } else {
            out += text[i];
        }
    }
    return out;
}

std::string padded(const std::string& text, const Arguments& given, bool left) {
    const Value* width = given.get(0, "width");
    const Value* fill = given.get(1, "fillchar");
    const std::int64_t room =
        std::min<std::int64_t>(width ? width->integer() : 0, 10'000) - lengthOf(Value(text));
    std::string pad;
    for (std::int64_t i = 0; i < room; ++i) pad += fill ? fill->string() : " ";
    return left ? pad + text : text + pad;
}

std::string zeroFilled(const std::string& text, std::int64_t width) {
    const std::int64_t room = std::min<std::int64_t>(width, 10'000) - lengthOf(Value(text));
    if (room <= 0) return text;
    const std::size_t sign = text.starts_with('-') || text.starts_with('+') ? 1 : 0;
    return text.substr(0, sign) + std::string(static_cast<std::size_t>(room), '0') + text.substr(sign);
}

bool every(const std::string& text, bool (*holds)(const std::string&)) {
    const auto all = characters(text);
    return !all.empty() && std::all_of(all.begin(), all.end(), holds);
}

bool isDigit(const std::string& c) {
    return c.size() == 1 && c[0] >= '0' && c[0] <= '9';
}

std::string needText(const Arguments& given, std::size_t at = 0) {
    if (given.positional.size() <= at) throw TemplateError("an argument is missing");
    return given.positional[at].string();
}

std::int64_t limitOf(const Arguments& given) {
    const Value* limit = given.get(1, "maxsplit");
    return limit ? limit->integer() : -1;
}

using Method = Value (*)(const std::string&, const Arguments&);

Value splitMethod(const std::string& t, const Arguments& g) {
    const Value* separator = g.get(0, "sep");
    return Value::makeList(separator && !separator->isNone() ? splitOn(t, separator->string(), limitOf(g))
                                                             : splitOnSpace(t, limitOf(g)));
}
Value rsplitMethod(const std::string& t, const Arguments& g) {
    const Value* separator = g.get(0, "sep");
    if (limitOf(g) < 0 || !separator || separator->isNone()) return splitMethod(t, g);
    return Value::makeList(splitFromRight(t, separator->string(), limitOf(g)));
}
Value joinMethod(const std::string& t, const Arguments& g) {
    std::string out;
    bool first = true;
    for (const auto& item : itemsOf(g.positional.empty() ? Value() : g.positional[0])) {
        if (!std::exchange(first, false)) out += t;
        out += item.string();
    }
    return out;
}
Value countMethod(const std::string& t, const Arguments& g) {
    const std::string what = needText(g);
    return what.empty() ? lengthOf(Value(t)) + 1 : static_cast<std::int64_t>(splitOn(t, what, -1).size()) - 1;
}
Value replaceMethod(const std::string& t, const Arguments& g) {
    return replaceAll(t, needText(g), needText(g, 1),
                      g.positional.size() > 2 ? g.positional[2].integer() : -1);
}
Value indexMethod(const std::string& t, const Arguments& g) {
    const std::int64_t at = findText(t, needText(g), false);
    if (at < 0) throw TemplateError("substring not found");
    return at;
}
Value swapcaseMethod(const std::string& t, const Arguments&) {
    return mapped(t, [](unsigned c) { return lowered(c) != c ? lowered(c) : raised(c); });
}

const std::map<std::string, Method>& methods() {
    using S = const std::string&;
    using A = const Arguments&;
    static const std::map<std::string, Method> table = {
        {"capitalize", [](S t, A) -> Value { return capitalized(t); }},
        {"casefold", [](S t, A) -> Value { return lowerCase(t); }},
        {"count", countMethod},
        {"endswith",
         [](S t, A g) -> Value {
             return affixed(t, g.positional.at(0), [](S a, S b) { return a.ends_with(b); });
         }},
        {"find", [](S t, A g) -> Value { return findText(t, needText(g), false); }},
        {"format", [](S t, A g) -> Value { return formatBraces(t, g); }},
        {"index", indexMethod},
        {"isalnum", [](S t, A) -> Value { return every(t, [](S c) { return isDigit(c) || isLetter(c); }); }},
        {"isalpha", [](S t, A) -> Value { return every(t, isLetter); }},
        {"isdecimal", [](S t, A) -> Value { return every(t, isDigit); }},
        {"isdigit", [](S t, A) -> Value { return every(t, isDigit); }},
        {"islower", [](S t, A) -> Value { return lowerCase(t) == t && upperCase(t) != t; }},
        {"isnumeric", [](S t, A) -> Value { return every(t, isDigit); }},
        {"isspace", [](S t, A) -> Value { return every(t, isSpace); }},
        {"isupper", [](S t, A) -> Value { return upperCase(t) == t && lowerCase(t) != t; }},
        {"join", joinMethod},
        {"ljust", [](S t, A g) -> Value { return padded(t, g, false); }},
        {"lower", [](S t, A) -> Value { return lowerCase(t); }},
        {"lstrip", [](S t, A g) -> Value { return strip(t, g.get(0, "chars"), true, false); }},
        {"partition", [](S t, A g) -> Value { return partition(t, needText(g), false); }},
        {"removeprefix",
         [](S t, A g) -> Value { return t.starts_with(needText(g)) ? t.substr(needText(g).size()) : t; }},
        {"removesuffix",
         [](S t, A g) -> Value {
             return t.ends_with(needText(g)) ? t.substr(0, t.size() - needText(g).size()) : t;
         }},
        {"replace", replaceMethod},
        {"rfind", [](S t, A g) -> Value { return findText(t, needText(g), true); }},
        {"rjust", [](S t, A g) -> Value { return padded(t, g, true); }},
        {"rpartition", [](S t, A g) -> Value { return partition(t, needText(g), true); }},
        {"rsplit", rsplitMethod},
        {"rstrip", [](S t, A g) -> Value { return strip(t, g.get(0, "chars"), false, true); }},
        {"split", splitMethod},
        {"splitlines",
         [](S t, A g) -> Value {
             return Value::makeList(splitLines(t, !g.positional.empty() && g.positional[0].truthy()));
         }},
        {"startswith",
         [](S t, A g) -> Value {
             return affixed(t, g.positional.at(0), [](S a, S b) { return a.starts_with(b); });
         }},
        {"strip", [](S t, A g) -> Value { return strip(t, g.get(0, "chars"), true, true); }},
        {"swapcase", swapcaseMethod},
        {"title", [](S t, A) -> Value { return titleCase(t); }},
        {"upper", [](S t, A) -> Value { return upperCase(t); }},
        {"zfill", [](S t, A g) -> Value { return zeroFilled(t, g.positional.at(0).integer()); }},
    };
    return table;
}

}  // namespace

std::string lowerCase(const std::string& text) {
    return mapped(text, lowered);
}
std::string upperCase(const std::string& text) {
    return mapped(text, raised);
}

std::string capitalized(const std::string& text) {
    const auto all = characters(text);
    return all.empty() ? text : upperCase(all[0]) + lowerCase(text.substr(all[0].size()));
}

std::string titleCase(const std::string& text) {
    std::string out;
    bool inside = false;
    for (const auto& c : characters(text)) {
        out += inside ? lowerCase(c) : upperCase(c);
        inside = isLetter(c);
    }
    return out;
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&#34;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

std::string strip(const std::string& text, const Value* set, bool left, bool right) {
    const auto all = characters(text);
    const bool given = set && !set->isNone();
    const auto wanted = given ? characters(set->string()) : std::vector<std::string>{};
    const auto goes = [&](const std::string& c) {
        return given ? std::find(wanted.begin(), wanted.end(), c) != wanted.end() : isSpace(c);
    };
    std::size_t first = 0, last = all.size();
    while (left && first < last && goes(all[first])) ++first;
    while (right && last > first && goes(all[last - 1])) --last;
    std::string out;
    for (std::size_t i = first; i < last; ++i) out += all[i];
    return out;
}

std::string replaceAll(const std::string& text, const std::string& from, const std::string& to,
                       std::int64_t count) {
    std::string out;
    if (from.empty()) {  // Python puts `to` around each character
        for (const auto& c : characters(text)) out += (count-- != 0 ? to : "") + c;
        return out + (count != 0 ? to : "");
    }
    std::size_t at = 0;
    for (std::size_t found; count != 0 && (found = text.find(from, at)) != std::string::npos; --count) {
        out += text.substr(at, found - at) + to;
        at = found + from.size();
        if (out.size() > (std::size_t{1} << 30)) throw TemplateError("the template makes too much text");
    }
    return out + text.substr(at);
}

Value stringMethod(Runtime& runtime, const std::string& text, const std::string& name) {
    const auto found = methods().find(name);
    if (found == methods().end()) return Undefined{name};
    return Value::makeFunction([&runtime, text, method = found->second](const Arguments& given) {
        runtime.step();
        try {
            return method(text, given);
        } catch (const std::out_of_range&) {
            throw TemplateError("an argument is missing");
        }
    });
}

}  // namespace hearth::engine::chat_template
