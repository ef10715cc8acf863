// The filters that work on text.
#include <algorithm>
#include <map>

#include "text/chat_template/arguments.h"
#include "text/chat_template/case.h"
#include "text/chat_template/format.h"
#include "text/chat_template/runtime.h"

namespace hearth::engine::chat_template {
namespace {

// Unlike str.title, the filter begins words only after space, dash and opening brackets.
std::string wordsCapitalized(const std::string& text) {
    std::string out, word;
    const auto close = [&] {
        if (word.empty()) return;
        const std::size_t first = characters(word.substr(0, 4))[0].size();
        out += upperCase(word.substr(0, first)) + lowerCase(word.substr(first));
        word.clear();
    };
    for (const auto& c : characters(text)) {
        if (c == "-" || c == "(" || c == "{" || c == "[" || c == "<" || isSpace(c)) {
            close();
            out += c;
        } else {
            word += c;
        }
    }
    close();
    return out;
}

Value stringFilter(Runtime&, const Value& input, const Arguments&) {
    return input.isMarkup() ? input : Value(toText(input));
}
Value upperFilter(Runtime&, const Value& input, const Arguments&) {
    return upperCase(toText(input));
}
Value lowerFilter(Runtime&, const Value& input, const Arguments&) {
    return lowerCase(toText(input));
}
Value titleFilter(Runtime&, const Value& input, const Arguments&) {
    return wordsCapitalized(toText(input));
}
Value capitalizeFilter(Runtime&, const Value& input, const Arguments&) {
    return capitalized(toText(input));
}
Value trimFilter(Runtime&, const Value& input, const Arguments& given) {
    return strip(toText(input), given.get(0, "chars"), true, true);
}

Value replaceFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const Value* count = given.get(2, "count");
    std::string out =
        replaceAll(toText(input), textArgument(given, 0, "old", ""), textArgument(given, 1, "new", ""),
                   count && !count->isNone() ? count->integer() : -1);
    runtime.checkSize(out.size());
    return out;
}

Value indentFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const Value* width = given.get(0, "width");
    const std::string pad =
        width && width->isString()
            ? width->string()
            : std::string(
                  static_cast<std::size_t>(std::clamp<std::int64_t>(width ? width->integer() : 4, 0, 1000)),
                  ' ');
    const bool first = flag(given, 1, "first"), blank = flag(given, 2, "blank");
    const std::string text = toText(input);
    std::string out;
    for (std::size_t at = 0, lineNumber = 0; at <= text.size(); ++lineNumber) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        if (lineNumber) out += '\n';
        if (lineNumber == 0 ? first : blank || !line.empty()) out += pad;
        out += line;
        at = end + 1;
    }
    runtime.checkSize(out.size());
    return out;
}

Value escapeFilter(Runtime&, const Value& input, const Arguments&) {
    return Value::makeMarkup(input.isMarkup() ? input.string() : escaped(toText(input)));
}

Value safeFilter(Runtime&, const Value& input, const Arguments&) {
    return Value::makeMarkup(toText(input));
}

Value truncateFilter(Runtime&, const Value& input, const Arguments& given) {
    const Value* limit = given.get(0, "length");
    const std::string end = textArgument(given, 2, "end", "...");
    const auto text = characters(toText(input));
    const std::int64_t length = limit ? limit->integer() : 255;
    const Value* leeway = given.get(3, "leeway");
    const auto tolerated = length + (leeway && !leeway->isNone() ? leeway->integer() : 5);
    if (static_cast<std::int64_t>(text.size()) <= tolerated) return toText(input);
    const auto kept = static_cast<std::size_t>(std::max<std::int64_t>(length - lengthOf(Value(end)), 0));
    std::string out;
    for (std::size_t i = 0; i < kept && i < text.size(); ++i) out += text[i];
    if (!flag(given, 1, "killwords")) out = out.substr(0, out.rfind(' '));
    return out + end;
}

Value wordcountFilter(Runtime&, const Value& input, const Arguments&) {
    std::int64_t words = 0;
    bool inside = false;
    for (const char c : toText(input)) {
        const bool space = c == ' ' || (c >= '\t' && c <= '\r');
        words += !space && !inside;
        inside = !space;
    }
    return words;
}

Value centerFilter(Runtime&, const Value& input, const Arguments& given) {
    const Value* width = given.get(0, "width");
    const std::string text = toText(input);
    const std::int64_t room =
        std::min<std::int64_t>(width ? width->integer() : 80, 10'000) - lengthOf(Value(text));
    if (room <= 0) return text;
    const auto left = static_cast<std::size_t>(room / 2);
    return std::string(left, ' ') + text + std::string(static_cast<std::size_t>(room) - left, ' ');
}

std::string percentEncoded(const std::string& text, bool slash) {
    static constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-_.~").find(c) != std::string_view::npos || (slash && c == '/');
        if (plain) {
            out += c;
        } else {
            out += '%';
            out += kHex[static_cast<unsigned char>(c) >> 4];
            out += kHex[c & 15];
        }
    }
    return out;
}

Value urlencodeFilter(Runtime&, const Value& input, const Arguments&) {
    if (!input.isDict()) return percentEncoded(toText(input), true);
    std::string out;
    for (const auto& [key, value] : input.dict().entries) {
        std::string name = percentEncoded(toText(key), false);
        std::replace(name.begin(), name.end(), ' ', '+');
        std::string pair = name + "=" + percentEncoded(toText(value), false);
        for (std::size_t at; (at = pair.find("%20")) != std::string::npos;) pair.replace(at, 3, "+");
        out += (out.empty() ? "" : "&") + pair;
    }
    return out;
}

// "%s" takes what has no name, "%(name)s" what has one.
Value formatValues(const Arguments& given) {
    if (given.named.empty()) return Value::makeList(given.positional, true);
    const Value named = Value::makeDict();
    for (const auto& [name, value] : given.named) named.dict().set(Value(name), value);
    return named;
}

Value formatFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    std::string out = formatPercent(toText(input), formatValues(given));
    runtime.checkSize(out.size());
    return out;
}

Value striptagsFilter(Runtime&, const Value& input, const Arguments&) {
    std::string plain;
    const std::string text = toText(input);
    for (std::size_t at = 0; at < text.size();) {
        const bool comment = text.compare(at, 4, "<!--") == 0;
        const std::size_t close = text[at] == '<' ? text.find(comment ? "-->" : ">", at) : std::string::npos;
        if (close == std::string::npos) {
            plain += text[at++];
        } else {
            at = close + (comment ? 3 : 1);
        }
    }
    std::string out;
    bool space = false;
    for (const auto& c : characters(plain)) {
        if (isSpace(c)) {
            space = true;
            continue;
        }
        if (std::exchange(space, false) && !out.empty()) out += ' ';
        out += c;
    }
    return out;
}

// Lines of at most `width` characters, broken at white space, words longer than that at the width.
std::string wrapped(const std::string& line, std::size_t width, bool breakLong, const std::string& end) {
    std::vector<std::string> rows(1);
    std::size_t length = 0;
    const auto words = itemsOf(stringSplit(line));
    for (const auto& each : words) {
        auto word = characters(each.string());
        if (length > 0 && length + 1 + word.size() <= width) {
            rows.back() += ' ';
            ++length;
        } else if (length > 0) {
            rows.emplace_back();
            length = 0;
        }
        for (const auto& c : word) {
            if (breakLong && length == width) {
                rows.emplace_back();
                length = 0;
            }
            rows.back() += c;
            ++length;
        }
    }
    std::string out;
    for (std::size_t i = 0; i < rows.size(); ++i) out += (i ? end : "") + rows[i];
    return out;
}

Value wordwrapFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const Value width = argumentOrNone(given, 0, "width");
    const std::int64_t columns = width.isNone() ? 79 : width.integer();
    if (columns < 1) throw TemplateError("wordwrap needs a width of 1 or more");
    const std::string end = textArgument(given, 2, "wrapstring", "\n");
    const bool breakLong = flag(given, 1, "break_long_words", true);
    std::string out;
    bool first = true;
    for (const auto& line : itemsOf(stringLines(toText(input)))) {
        if (!std::exchange(first, false)) out += end;
        out += wrapped(line.string(), static_cast<std::size_t>(columns), breakLong, end);
        runtime.checkSize(out.size());
    }
    return out;
}

Value xmlattrFilter(Runtime&, const Value& input, const Arguments& given) {
    std::string out;
    for (const auto& [key, value] : input.dict().entries) {
        if (value.isNone() || value.isUndefined()) continue;
        if (!out.empty()) out += ' ';
        out += escaped(toText(key)) + "=\"" + escaped(toText(value)) + "\"";
    }
    return !out.empty() && flag(given, 0, "autospace", true) ? " " + out : out;
}

Value forceescapeFilter(Runtime&, const Value& input, const Arguments&) {
    return Value::makeMarkup(escaped(toText(input)));
}

}  // namespace

Filter findTextFilter(const std::string& name) {
    static const std::map<std::string, Filter> table = {{"capitalize", capitalizeFilter},
                                                        {"center", centerFilter},
                                                        {"e", escapeFilter},
                                                        {"escape", escapeFilter},
                                                        {"forceescape", forceescapeFilter},
                                                        {"format", formatFilter},
                                                        {"indent", indentFilter},
                                                        {"lower", lowerFilter},
                                                        {"replace", replaceFilter},
                                                        {"safe", safeFilter},
                                                        {"string", stringFilter},
                                                        {"striptags", striptagsFilter},
                                                        {"title", titleFilter},
                                                        {"trim", trimFilter},
                                                        {"truncate", truncateFilter},
                                                        {"upper", upperFilter},
                                                        {"urlencode", urlencodeFilter},
                                                        {"wordcount", wordcountFilter},
                                                        {"wordwrap", wordwrapFilter},
                                                        {"xmlattr", xmlattrFilter}};
    const auto found = table.find(name);
    return found == table.end() ? nullptr : found->second;
}

}  // namespace hearth::engine::chat_template
