// The filters that work on any value or on text, the table of all filters, and the tests after "is".
#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "text/chat_template/print.h"
#include "text/chat_template/runtime.h"

namespace hearth::engine::chat_template {
namespace {

bool flag(const Arguments& given, std::size_t position, std::string_view name, bool fallback = false) {
    const Value* value = given.get(position, name);
    return value ? value->truthy() : fallback;
}

std::string textArgument(const Arguments& given, std::size_t position, std::string_view name,
                         std::string fallback) {
    const Value* value = given.get(position, name);
    return value && !value->isNone() ? toText(*value) : fallback;
}

Value defaultFilter(Runtime&, const Value& input, const Arguments& given) {
    const Value* other = given.get(0, "default_value");
    const bool missing = input.isUndefined() || (flag(given, 1, "boolean") && !input.truthy());
    return !missing ? input : other ? *other : Value("");
}

Value tojsonFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    JsonStyle style;
    if (const Value* indent = given.get(0, "indent"); indent && !indent->isNone())
        style.indent =
            indent->isString()
                ? indent->string()
                : std::string(static_cast<std::size_t>(std::clamp<std::int64_t>(indent->integer(), 0, 64)),
                              ' ');
    if (const Value* separators = given.get(99, "separators"); separators && !separators->isNone()) {
        const auto parts = itemsOf(*separators);
        if (parts.size() != 2) throw TemplateError("tojson's separators are a pair");
        style.itemSeparator = parts[0].string();
        style.keySeparator = parts[1].string();
    }
    style.sortKeys = flag(given, 99, "sort_keys");
    style.ascii = flag(given, 99, "ensure_ascii");
    std::string text = toJson(input, style);
    runtime.checkSize(text.size());
    return text;
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
    return titleCase(toText(input));
}
Value capitalizeFilter(Runtime&, const Value& input, const Arguments&) {
    return capitalized(toText(input));
}
Value lengthFilter(Runtime&, const Value& input, const Arguments&) {
    return lengthOf(input);
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

Value urlencodeFilter(Runtime&, const Value& input, const Arguments&) {
    std::string out;
    for (const char c : toText(input)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           std::string_view("-_.~/").find(c) != std::string_view::npos;
        static constexpr char kHex[] = "0123456789ABCDEF";
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

Value formatFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    std::string out = formatPercent(toText(input), given.positional);
    runtime.checkSize(out.size());
    return out;
}

Value intFilter(Runtime&, const Value& input, const Arguments& given) {
    const Value* fallback = given.get(0, "default");
    const Value otherwise = fallback ? *fallback : Value(0);
    if (input.isNumber())
        return input.isFloat() && std::abs(input.number()) >= 9e18 ? otherwise : Value(input.integer());
    if (!input.isString()) return otherwise;
    const std::string text = strip(input.string(), nullptr, true, true);
    const std::size_t sign = text.starts_with('+') ? 1 : 0;
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    if (const auto read = std::from_chars(text.data() + sign, end, number);
        read.ec == std::errc{} && read.ptr == end)
        return number;
    double real = 0;
    if (const auto read = std::from_chars(text.data() + sign, end, real);
        read.ec == std::errc{} && read.ptr == end && std::abs(real) < 9e18)
        return static_cast<std::int64_t>(real);
    return otherwise;
}

Value floatFilter(Runtime&, const Value& input, const Arguments& given) {
    const Value* fallback = given.get(0, "default");
    const Value otherwise = fallback ? *fallback : Value(0.0);
    if (input.isNumber()) return input.number();
    if (!input.isString()) return otherwise;
    const std::string text = strip(input.string(), nullptr, true, true);
    double real = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, real);
    return read.ec == std::errc{} && read.ptr == end ? Value(real) : otherwise;
}

Value absFilter(Runtime&, const Value& input, const Arguments&) {
    return input.isFloat() ? Value(std::abs(input.number())) : Value(std::abs(input.integer()));
}

Value roundFilter(Runtime&, const Value& input, const Arguments& given) {
    const Value* precision = given.get(0, "precision");
    const double scale = std::pow(10.0, static_cast<double>(precision ? precision->integer() : 0));
    const std::string method = textArgument(given, 1, "method", "common");
    const double scaled = input.number() * scale;
    const double rounded = method == "ceil"    ? std::ceil(scaled)
                           : method == "floor" ? std::floor(scaled)
                                               : std::nearbyint(scaled);
    return rounded / scale;
}

Value attrFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    return attributeOf(runtime, input, textArgument(given, 0, "name", ""));
}

using Test = bool (*)(const Value&, const Arguments&);

const Value& testArgument(const Arguments& given) {
    if (given.positional.empty()) throw TemplateError("this test needs a value to compare with");
    return given.positional[0];
}

const std::map<std::string, Test>& tests() {
    static const std::map<std::string, Test> table = [] {
        std::map<std::string, Test> t;
        t["defined"] = [](const Value& v, const Arguments&) { return !v.isUndefined(); };
        t["undefined"] = [](const Value& v, const Arguments&) { return v.isUndefined(); };
        t["none"] = [](const Value& v, const Arguments&) { return v.isNone(); };
        t["string"] = [](const Value& v, const Arguments&) { return v.isString(); };
        t["number"] = [](const Value& v, const Arguments&) { return v.isNumber(); };
        t["integer"] = [](const Value& v, const Arguments&) { return v.isInteger(); };
        t["float"] = [](const Value& v, const Arguments&) { return v.isFloat(); };
        t["boolean"] = [](const Value& v, const Arguments&) { return v.isBool(); };
        t["true"] = [](const Value& v, const Arguments&) { return v.isBool() && v.truthy(); };
        t["false"] = [](const Value& v, const Arguments&) { return v.isBool() && !v.truthy(); };
        t["mapping"] = [](const Value& v, const Arguments&) { return v.isDict() && !v.dict().isNamespace; };
        t["sequence"] = [](const Value& v, const Arguments&) {
            return v.isString() || v.isDict() || v.isUndefined() || (v.isList() && !v.list().generator);
        };
        t["iterable"] = [](const Value& v, const Arguments&) {
            return v.isString() || v.isDict() || v.isUndefined() || v.isList();
        };
        t["callable"] = [](const Value& v, const Arguments&) { return v.isFunction(); };
        t["even"] = [](const Value& v, const Arguments&) { return v.integer() % 2 == 0; };
        t["odd"] = [](const Value& v, const Arguments&) { return v.integer() % 2 != 0; };
        t["divisibleby"] = [](const Value& v, const Arguments& g) {
            const std::int64_t by = testArgument(g).integer();
            if (by == 0) throw TemplateError("division by zero");
            return by == -1 || v.integer() % by == 0;
        };
        t["lower"] = [](const Value& v, const Arguments&) { return lowerCase(toText(v)) == toText(v); };
        t["upper"] = [](const Value& v, const Arguments&) { return upperCase(toText(v)) == toText(v); };
        t["sameas"] = [](const Value& v, const Arguments& g) {
            return std::string_view(v.typeName()) == testArgument(g).typeName() && equal(v, testArgument(g));
        };
        t["in"] = [](const Value& v, const Arguments& g) { return contains(testArgument(g), v); };
        t["eq"] = t["equalto"] =
            t["=="] = [](const Value& v, const Arguments& g) { return equal(v, testArgument(g)); };
        t["ne"] = t["!="] = [](const Value& v, const Arguments& g) { return !equal(v, testArgument(g)); };
        t["lt"] = t["lessthan"] =
            t["<"] = [](const Value& v, const Arguments& g) { return compare(v, testArgument(g)) < 0; };
        t["le"] =
            t["<="] = [](const Value& v, const Arguments& g) { return compare(v, testArgument(g)) <= 0; };
        t["gt"] = t["greaterthan"] =
            t[">"] = [](const Value& v, const Arguments& g) { return compare(v, testArgument(g)) > 0; };
        t["ge"] =
            t[">="] = [](const Value& v, const Arguments& g) { return compare(v, testArgument(g)) >= 0; };
        t["filter"] = [](const Value& v, const Arguments&) { return findFilter(toText(v)) != nullptr; };
        t["test"] = [](const Value& v, const Arguments&) { return tests().count(toText(v)) > 0; };
        return t;
    }();
    return table;
}

}  // namespace

Filter findTextFilter(const std::string& name) {
    static const std::map<std::string, Filter> table = {{"abs", absFilter},
                                                        {"attr", attrFilter},
                                                        {"capitalize", capitalizeFilter},
                                                        {"center", centerFilter},
                                                        {"count", lengthFilter},
                                                        {"d", defaultFilter},
                                                        {"default", defaultFilter},
                                                        {"e", escapeFilter},
                                                        {"escape", escapeFilter},
                                                        {"float", floatFilter},
                                                        {"format", formatFilter},
                                                        {"indent", indentFilter},
                                                        {"int", intFilter},
                                                        {"length", lengthFilter},
                                                        {"lower", lowerFilter},
                                                        {"replace", replaceFilter},
                                                        {"round", roundFilter},
                                                        {"safe", safeFilter},
                                                        {"string", stringFilter},
                                                        {"title", titleFilter},
                                                        {"tojson", tojsonFilter},
                                                        {"trim", trimFilter},
                                                        {"truncate", truncateFilter},
                                                        {"upper", upperFilter},
                                                        {"urlencode", urlencodeFilter},
                                                        {"wordcount", wordcountFilter}};
    const auto found = table.find(name);
    return found == table.end() ? nullptr : found->second;
}

Filter findFilter(const std::string& name) {
    const Filter filter = findTextFilter(name);
    return filter ? filter : findSequenceFilter(name);
}

bool runTest(Runtime& runtime, const std::string& name, const Value& input, const Arguments& given) {
    runtime.step();
    const auto found = tests().find(name);
    if (found == tests().end()) throw TemplateError("there is no test '" + name + "'");
    return found->second(input, given);
}

}  // namespace hearth::engine::chat_template
