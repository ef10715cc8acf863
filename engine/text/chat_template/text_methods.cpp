// The methods of Python's str.
#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "text/chat_template/case.h"
#include "text/chat_template/format.h"
#include "text/chat_template/print.h"
#include "text/chat_template/runtime.h"

namespace hearth::engine::chat_template {
namespace {

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

std::vector<Value> splitOnSpaceFromRight(const std::string& text, std::int64_t limit) {
    std::vector<Value> parts;
    auto chars = characters(text);
    const auto dropSpace = [&] {
        while (!chars.empty() && isSpace(chars.back())) chars.pop_back();
    };
    for (dropSpace(); !chars.empty(); dropSpace()) {
        const bool rest = static_cast<std::int64_t>(parts.size()) >= limit;
        std::vector<std::string> word;
        for (; !chars.empty() && (rest || !isSpace(chars.back())); chars.pop_back())
            word.push_back(chars.back());
        std::string joined;
        for (auto c = word.rbegin(); c != word.rend(); ++c) joined += *c;
        parts.emplace_back(rest ? strip(joined, nullptr, true, false) : joined);
    }
    std::reverse(parts.begin(), parts.end());
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

// What the optional arguments start and end leave of a text, in code points as Python counts them.
struct Part {
    std::string text;
    std::int64_t offset = 0;
    bool inside = true;  // start is not behind the end
};

Part partOf(const std::string& text, const Arguments& given) {
    if (given.positional.size() < 2) return {text, 0, true};
    const auto all = characters(text);
    const auto size = static_cast<std::int64_t>(all.size());
    const auto bound = [&](std::size_t at, std::int64_t fallback) {
        if (given.positional.size() <= at || given.positional[at].isNone()) return fallback;
        const std::int64_t value = given.positional[at].integer();
        return value < 0 ? std::max<std::int64_t>(value + size, 0) : value;
    };
    const std::int64_t start = bound(1, 0), end = std::min(bound(2, size), size);
    Part out{"", start, start <= size && start <= end};
    for (std::int64_t i = start; i < end; ++i) out.text += all[static_cast<std::size_t>(i)];
    return out;
}

bool affixed(const std::string& text, const Arguments& given,
             bool (*holds)(const std::string&, const std::string&)) {
    const Value affix = given.positional.at(0);
    const Part part = partOf(text, given);
    if (!part.inside) return false;
    if (affix.isString()) return holds(part.text, affix.string());
    const auto& all = affix.list().items;
    return std::any_of(all.begin(), all.end(),
                       [&](const Value& each) { return holds(part.text, each.string()); });
}

Value partition(const std::string& text, const std::string& separator, bool fromRight) {
    const std::size_t at = fromRight ? text.rfind(separator) : text.find(separator);
    if (separator.empty()) throw TemplateError("the separator of partition is empty");
    if (at == std::string::npos)
        return fromRight ? Value::makeList({"", "", text}, true) : Value::makeList({text, "", ""}, true);
    return Value::makeList({text.substr(0, at), separator, text.substr(at + separator.size())}, true);
}

// Position in code points, or -1.
std::int64_t findText(const std::string& text, const Arguments& given, bool fromRight) {
    const std::string& what = given.positional.at(0).string();
    const Part part = partOf(text, given);
    if (!part.inside) return -1;
    const std::size_t at = fromRight ? part.text.rfind(what) : part.text.find(what);
    return at == std::string::npos ? -1 : part.offset + lengthOf(Value(part.text.substr(0, at)));
}

Value indexOf(const std::string& text, const Arguments& given, bool fromRight) {
    const std::int64_t at = findText(text, given, fromRight);
    if (at < 0) throw TemplateError("substring not found");
    return at;
}

enum class Side { Left, Right, Both };

std::string padded(const std::string& text, const Arguments& given, Side side) {
    const Value* width = given.get(0, "width");
    const Value* fill = given.get(1, "fillchar");
    const std::int64_t most = std::min<std::int64_t>(width ? width->integer() : 0, 10'000);
    const std::int64_t room = std::max<std::int64_t>(most - lengthOf(Value(text)), 0);
    // Python's centre leans left where both the room and the width are odd.
    const std::int64_t left = side == Side::Left    ? room
                              : side == Side::Right ? 0
                                                    : room / 2 + (room & most & 1);
    std::string out;
    for (std::int64_t i = 0; i < room; ++i) {
        if (i == left) out += text;
        out += fill ? fill->string() : " ";
    }
    return left == room ? out + text : out;
}

std::string tabsExpanded(const std::string& text, std::int64_t size) {
    std::string out;
    std::int64_t column = 0;
    for (const auto& c : characters(text)) {
        if (c == "\t") {
            const std::int64_t spaces = size > 0 ? std::min<std::int64_t>(size, 1000) - column % size : 0;
            out.append(static_cast<std::size_t>(std::max<std::int64_t>(spaces, 0)), ' ');
            column += spaces;
        } else {
            out += c;
            column = c == "\n" || c == "\r" ? 0 : column + 1;
        }
    }
    return out;
}

bool titled(const std::string& text) {
    bool any = false, inside = false;
    for (const auto& c : characters(text)) {
        const bool capital = isUpper(c) || isTitle(c);
        if (inside ? capital : isLower(c)) return false;
        inside = capital || isLower(c);
        any = any || inside;
    }
    return any;
}

bool named(const std::string& text) {
    const auto all = characters(text);
    for (std::size_t i = 0; i < all.size(); ++i)
        if (!isNamePart(all[i], i == 0)) return false;
    return !all.empty();
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

// islower and isupper: every character that has a case has this one, and there is one.
bool allCased(const std::string& text, bool (*wanted)(const std::string&)) {
    bool any = false;
    for (const auto& c : characters(text)) {
        if (!isUpper(c) && !isLower(c) && !isTitle(c)) continue;
        if (!wanted(c)) return false;
        any = true;
    }
    return any;
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
    if (limitOf(g) < 0) return splitMethod(t, g);
    if (!separator || separator->isNone()) return Value::makeList(splitOnSpaceFromRight(t, limitOf(g)));
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
    const Part part = partOf(t, g);
    if (!part.inside) return 0;
    return what.empty() ? lengthOf(Value(part.text)) + 1
                        : static_cast<std::int64_t>(splitOn(part.text, what, -1).size()) - 1;
}
Value replaceMethod(const std::string& t, const Arguments& g) {
    return replaceAll(t, needText(g), needText(g, 1),
                      g.positional.size() > 2 ? g.positional[2].integer() : -1);
}
// str.translate with a mapping of code points to code points, texts or none.
Value translateMethod(const std::string& t, const Arguments& g) {
    const Dict& table = g.positional.at(0).dict();
    std::string out;
    for (const auto& c : characters(t)) {
        const base::CodePoint point = base::decodeUtf8(c, 0);
        const Value* to = table.find(Value(static_cast<std::int64_t>(point.value)));
        if (!to) {
            out += c;
        } else if (to->isString()) {
            out += to->string();
        } else if (!to->isNone()) {
            base::appendUtf8(out,
                             static_cast<char32_t>(std::clamp<std::int64_t>(to->integer(), 0, 0x10FFFF)));
        }
    }
    return out;
}

const std::map<std::string, Method>& methods() {
    using S = const std::string&;
    using A = const Arguments&;
    static const std::map<std::string, Method> table = {
        {"capitalize", [](S t, A) -> Value { return capitalized(t); }},
        {"casefold", [](S t, A) -> Value { return foldedCase(t); }},
        {"center", [](S t, A g) -> Value { return padded(t, g, Side::Both); }},
        {"count", countMethod},
        {"endswith",
         [](S t, A g) -> Value { return affixed(t, g, [](S a, S b) { return a.ends_with(b); }); }},
        {"expandtabs",
         [](S t, A g) -> Value {
             return tabsExpanded(t, g.get(0, "tabsize") ? g.get(0, "tabsize")->integer() : 8);
         }},
        {"find", [](S t, A g) -> Value { return findText(t, g, false); }},
        {"format", [](S t, A g) -> Value { return formatBraces(t, g); }},
        {"index", [](S t, A g) -> Value { return indexOf(t, g, false); }},
        {"isalnum",
         [](S t, A) -> Value { return every(t, [](S c) { return isNumeric(c) || isLetter(c); }); }},
        {"isalpha", [](S t, A) -> Value { return every(t, isLetter); }},
        {"isascii",
         [](S t, A) -> Value {
             return std::all_of(t.begin(), t.end(), [](char c) { return (c & 0x80) == 0; });
         }},
        {"isdecimal", [](S t, A) -> Value { return every(t, isDecimal); }},
        {"isdigit", [](S t, A) -> Value { return every(t, isDigit); }},
        {"isidentifier", [](S t, A) -> Value { return named(t); }},
        {"islower", [](S t, A) -> Value { return allCased(t, isLower); }},
        {"isnumeric", [](S t, A) -> Value { return every(t, isNumeric); }},
        {"isprintable", [](S t, A) -> Value { return t.empty() || every(t, isPrintable); }},
        {"isspace", [](S t, A) -> Value { return every(t, isSpace); }},
        {"istitle", [](S t, A) -> Value { return titled(t); }},
        {"isupper", [](S t, A) -> Value { return allCased(t, isUpper); }},
        {"join", joinMethod},
        {"ljust", [](S t, A g) -> Value { return padded(t, g, Side::Right); }},
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
        {"rfind", [](S t, A g) -> Value { return findText(t, g, true); }},
        {"rindex", [](S t, A g) -> Value { return indexOf(t, g, true); }},
        {"rjust", [](S t, A g) -> Value { return padded(t, g, Side::Left); }},
        {"rpartition", [](S t, A g) -> Value { return partition(t, needText(g), true); }},
        {"rsplit", rsplitMethod},
        {"rstrip", [](S t, A g) -> Value { return strip(t, g.get(0, "chars"), false, true); }},
        {"split", splitMethod},
        {"splitlines",
         [](S t, A g) -> Value {
             const Value* keep = g.get(0, "keepends");
             return Value::makeList(splitLines(t, keep && keep->truthy()));
         }},
        {"startswith",
         [](S t, A g) -> Value { return affixed(t, g, [](S a, S b) { return a.starts_with(b); }); }},
        {"strip", [](S t, A g) -> Value { return strip(t, g.get(0, "chars"), true, true); }},
        {"swapcase", [](S t, A) -> Value { return swappedCase(t); }},
        {"title", [](S t, A) -> Value { return titleCase(t); }},
        {"translate", translateMethod},
        {"upper", [](S t, A) -> Value { return upperCase(t); }},
        {"zfill", [](S t, A g) -> Value { return zeroFilled(t, g.positional.at(0).integer()); }},
    };
    return table;
}

}  // namespace

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

Value stringSplit(const std::string& text) {
    return Value::makeList(splitOnSpace(text, -1));
}

Value stringLines(const std::string& text) {
    return Value::makeList(splitLines(text, false));
}

Value stringMethod(Runtime& runtime, const std::string& text, const std::string& name) {
    const auto found = methods().find(name);
    if (found == methods().end()) return Undefined{name};
    return Value::makeFunction([&runtime, text, method = found->second](const Arguments& given) {
        runtime.step(text.size());
        try {
            return method(text, given);
        } catch (const std::out_of_range&) {
            throw TemplateError("an argument is missing");
        }
    });
}

}  // namespace hearth::engine::chat_template
