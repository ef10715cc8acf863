#include "text/grammar/schema/merge.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hearth::engine::grammar {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

Json asList(const Json& type) {
    return type.is_array() ? type : Json::array({type});
}

bool holds(const Json& list, const Json& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

Json common(const Json& a, const Json& b) {
    Json out = Json::array();
    for (const Json& value : a)
        if (holds(b, value)) out.push_back(value);
    return out;
}

// "integer" is a "number" too.
Json commonTypes(const Json& a, const Json& b) {
    Json out = common(a, b);
    if (!holds(out, "integer") && !holds(out, "number") &&
        ((holds(a, "integer") && holds(b, "number")) || (holds(a, "number") && holds(b, "integer"))))
        out.push_back("integer");
    return out;
}

template <std::size_t N>
bool isOneOf(std::string_view keyword, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), keyword) != names.end();
}

Result<Json> mergeKeyword(const std::string& keyword, const Json& a, const Json& b,
                          const std::string& pointer, int depth) {
    static constexpr std::array<std::string_view, 6> lower = {"minimum",  "exclusiveMinimum", "minLength",
                                                              "minItems", "minProperties",    "minContains"};
    static constexpr std::array<std::string_view, 5> upper = {"maximum", "exclusiveMaximum", "maxLength",
                                                              "maxItems", "maxProperties"};
    if (a == b || isAnnotation(keyword)) return a;
    if (keyword == "type") return commonTypes(asList(a), asList(b));
    if (keyword == "enum" && a.is_array() && b.is_array()) return common(a, b);
    if (keyword == "required" && a.is_array() && b.is_array()) {
        Json out = a;
        for (const Json& name : b)
            if (!holds(out, name)) out.push_back(name);
        return out;
    }
    if (keyword == "uniqueItems") return a == true ? a : b;
    if (keyword == "$defs" || keyword == "definitions") return a;
    if (a.is_number() && b.is_number() && isOneOf(keyword, lower)) return a < b ? b : a;
    if (a.is_number() && b.is_number() && isOneOf(keyword, upper)) return a < b ? a : b;
    if (keyword == "items" || keyword == "additionalProperties")
        return mergeSchemas(a, b, pointer, depth + 1);
    if (keyword == "properties" && a.is_object() && b.is_object()) {
        Json out = a;
        for (const auto& [name, schema] : b.items()) {
            if (!out.contains(name)) {
                out[name] = schema;
                continue;
            }
            auto both = mergeSchemas(out[name], schema, pointer + "/properties/" + name, depth + 1);
            if (!both) return both;
            out[name] = std::move(*both);
        }
        return out;
    }
    return fail(ErrorCode::Unsupported,
                "Two different \"" + keyword + "\" that must both hold are not supported", pointer);
}

// Properties that only one side names must satisfy the other side's additionalProperties.
Result<Json> withAdditional(const Json& schema, const Json& other, const std::string& pointer, int depth) {
    Json out = schema;
    if (!schema.contains("properties") || !schema["properties"].is_object()) return out;
    if (!other.contains("additionalProperties") || other["additionalProperties"] == true) return out;
    for (auto& [name, value] : out["properties"].items()) {
        if (other.contains("properties") && other["properties"].contains(name)) continue;
        auto both =
            mergeSchemas(value, other["additionalProperties"], pointer + "/properties/" + name, depth + 1);
        if (!both) return both;
        value = std::move(*both);
    }
    return out;
}

}  // namespace

bool isAnnotation(const std::string& keyword) {
    static constexpr std::array<std::string_view, 15> names = {
        "title",      "description", "default", "examples",       "$schema",
        "$id",        "$comment",    "$anchor", "readOnly",       "writeOnly",
        "deprecated", "example",     "id",      "$dynamicAnchor", "$vocabulary"};
    return isOneOf(keyword, names);
}

Result<Json> mergeSchemas(const Json& a, const Json& b, const std::string& pointer, int depth) {
    if (depth > 100) return fail(ErrorCode::Unsupported, "Schemas are nested too deeply", pointer);
    if (a == false || b == false) return Json(false);
    if (a == true) return b;
    if (b == true) return a;
    if (!a.is_object() || !b.is_object())
        return fail(ErrorCode::InvalidInput, "A schema is an object, true or false", pointer);
    auto left = withAdditional(a, b, pointer, depth);
    if (!left) return left;
    auto right = withAdditional(b, a, pointer, depth);
    if (!right) return right;
    Json out = std::move(*left);
    for (const auto& [keyword, value] : right->items()) {
        if (!out.contains(keyword)) {
            out[keyword] = value;
            continue;
        }
        auto both = mergeKeyword(keyword, out[keyword], value, pointer, depth);
        if (!both) return both;
        out[keyword] = std::move(*both);
    }
    return out;
}

}  // namespace hearth::engine::grammar
