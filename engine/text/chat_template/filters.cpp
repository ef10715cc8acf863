// The filters that work on any value and on numbers, and the table of all filters.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <map>
#include <optional>

#include "text/chat_template/arguments.h"
#include "text/chat_template/runtime.h"

namespace hearth::engine::chat_template {
namespace {

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

Value lengthFilter(Runtime&, const Value& input, const Arguments&) {
    return lengthOf(input);
}

void refuseUndefined(const Value& input) {
    if (input.isUndefined()) throw TemplateError("'" + input.undefinedName() + "' is undefined");
}

// int(text, base); base 0 and the bases themselves take 0x, 0o and 0b in front.
std::optional<std::int64_t> wholeNumber(std::string text, int base) {
    std::erase(text, '_');
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.erase(0, 1);
    static constexpr std::pair<const char*, int> kPrefixes[] = {{"0x", 16}, {"0o", 8}, {"0b", 2}};
    for (const auto& [prefix, of] : kPrefixes)
        if (text.size() > 2 && text[0] == '0' && (text[1] | 0x20) == prefix[1] && (base == of || base == 0)) {
            text.erase(0, 2);
            base = of;
        }
    if (base == 0) base = 10;
    if (base < 2 || base > 36 || text.empty() || text[0] == '-') return std::nullopt;
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number, base);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return negative ? -number : number;
}

Value intFilter(Runtime&, const Value& input, const Arguments& given) {
    refuseUndefined(input);
    const Value* fallback = given.get(0, "default");
    const Value* base = given.get(1, "base");
    const Value otherwise = fallback ? *fallback : Value(0);
    if (input.isNumber())
        return input.isFloat() && !(std::abs(input.number()) < 9e18) ? otherwise : Value(input.integer());
    if (!input.isString()) return otherwise;
    const std::string text = strip(input.string(), nullptr, true, true);
    if (const auto whole = wholeNumber(text, base ? static_cast<int>(base->integer()) : 10)) return *whole;
    double real = 0;
    const char* end = text.data() + text.size();
    const std::size_t sign = text.starts_with('+') ? 1 : 0;
    if (const auto read = std::from_chars(text.data() + sign, end, real);
        read.ec == std::errc{} && read.ptr == end && std::abs(real) < 9e18)
        return static_cast<std::int64_t>(real);
    return otherwise;
}

Value floatFilter(Runtime&, const Value& input, const Arguments& given) {
    refuseUndefined(input);
    const Value* fallback = given.get(0, "default");
    const Value otherwise = fallback ? *fallback : Value(0.0);
    if (input.isNumber()) return input.number();
    if (!input.isString()) return otherwise;
    const std::string text = strip(input.string(), nullptr, true, true);
    const std::size_t sign = text.starts_with('+') ? 1 : 0;
    double real = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + sign, end, real);
    return read.ec == std::errc{} && read.ptr == end ? Value(real) : otherwise;
}

Value absFilter(Runtime&, const Value& input, const Arguments&) {
    return input.isFloat() ? Value(std::abs(input.number())) : Value(std::abs(input.integer()));
}

// Python's round of a float: the decimal nearest to what the float really is, ties to even.
double roundedFloat(double number, std::int64_t precision) {
    if (precision >= 0) {
        char text[512];
        (void)std::snprintf(text, sizeof text, "%.*f",
                            static_cast<int>(std::min<std::int64_t>(precision, 100)), number);
        return std::strtod(text, nullptr);
    }
    const double scale = std::pow(10.0, static_cast<double>(std::min<std::int64_t>(-precision, 300)));
    return std::nearbyint(number / scale) * scale;
}

Value roundFilter(Runtime&, const Value& input, const Arguments& given) {
    const Value* given0 = given.get(0, "precision");
    const std::int64_t precision = given0 ? std::clamp<std::int64_t>(given0->integer(), -300, 300) : 0;
    const std::string method = textArgument(given, 1, "method", "common");
    if (method == "common" && input.isNumber() && !input.isFloat())
        return precision >= 0 ? input
                              : Value(static_cast<std::int64_t>(roundedFloat(input.number(), precision)));
    if (method == "common") return roundedFloat(input.number(), precision);
    if (method != "ceil" && method != "floor") throw TemplateError("round's method is common, ceil or floor");
    const double scale = std::pow(10.0, static_cast<double>(precision));
    const double scaled = input.number() * scale;
    return (method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / scale;
}

Value filesizeformatFilter(Runtime&, const Value& input, const Arguments& given) {
    refuseUndefined(input);
    double bytes = 0;
    if (input.isString())
        bytes = std::strtod(input.string().c_str(), nullptr);
    else
        bytes = input.number();
    const bool binary = flag(given, 0, "binary");
    const double base = binary ? 1024 : 1000;
    if (bytes == 1) return "1 Byte";
    if (bytes < base) return std::to_string(static_cast<std::int64_t>(bytes)) + " Bytes";
    static constexpr const char* kDecimal[] = {"kB", "MB", "GB", "TB", "PB", "EB", "ZB", "YB"};
    static constexpr const char* kBinary[] = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB", "ZiB", "YiB"};
    std::size_t unit = 0;
    double value = bytes / base;
    for (; value >= base && unit + 1 < std::size(kDecimal); ++unit) value /= base;
    char text[64];
    (void)std::snprintf(text, sizeof text, "%.1f %s", value, binary ? kBinary[unit] : kDecimal[unit]);
    return text;
}

// getattr: unlike a dot it does not look into mappings.
Value attrFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const std::string name = textArgument(given, 0, "name", "");
    if (input.isDict() && !input.dict().isNamespace) {
        const Value found = attributeOf(runtime, input, name);
        return found.isFunction() && !input.dict().named(name) ? found : Value(Undefined{name});
    }
    return attributeOf(runtime, input, name);
}

}  // namespace

Filter findFilter(const std::string& name) {
    static const std::map<std::string, Filter> table = {
        {"abs", absFilter},     {"attr", attrFilter},       {"count", lengthFilter},
        {"d", defaultFilter},   {"default", defaultFilter}, {"filesizeformat", filesizeformatFilter},
        {"float", floatFilter}, {"int", intFilter},         {"length", lengthFilter},
        {"round", roundFilter}, {"tojson", tojsonFilter}};
    if (const auto found = table.find(name); found != table.end()) return found->second;
    const Filter filter = findTextFilter(name);
    return filter ? filter : findSequenceFilter(name);
}

}  // namespace hearth::engine::chat_template
