// const and enum: the values that fit what stands beside them.
#include <algorithm>
#include <cmath>
#include <optional>

#include "text/grammar/schema/compiler.h"
#include "text/grammar/schema/pieces.h"

namespace hearth::engine::grammar {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

bool isType(const Json& value, const std::string& type) {
    if (type == "integer")
        return value.is_number_integer() ||
               (value.is_number_float() && std::floor(value.get<double>()) == value.get<double>());
    if (type == "number") return value.is_number();
    return type == (value.is_null()      ? "null"
                    : value.is_boolean() ? "boolean"
                    : value.is_string()  ? "string"
                    : value.is_array()   ? "array"
                    : value.is_object()  ? "object"
                                         : "");
}

// Whether a value of an enum keeps the limits beside it; its author is trusted with patterns and formats.
bool withinBounds(const Json& value, const Json& schema) {
    const auto limit = [&](const char* keyword) {
        return schema.contains(keyword) && schema[keyword].is_number()
                   ? std::optional(schema[keyword].get<double>())
                   : std::nullopt;
    };
    if (value.is_number()) {
        const double number = value.get<double>();
        if (const auto least = limit("minimum"); least && number < *least) return false;
        if (const auto most = limit("maximum"); most && number > *most) return false;
        const auto step = limit("multipleOf");
        if (step && *step > 0 && std::fabs(std::remainder(number, *step)) > 1e-9 * std::fabs(number))
            return false;
    }
    if (value.is_string()) {
        const std::string text = value.get<std::string>();
        const auto length = static_cast<double>(std::count_if(
            text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
        if (const auto least = limit("minLength"); least && length < *least) return false;
        if (const auto most = limit("maxLength"); most && length > *most) return false;
    }
    return true;
}

}  // namespace

Result<std::string> SchemaCompiler::values(const Json& schema, const std::string& pointer) {
    Json list = Json::array();
    if (schema.contains("const")) {
        if (schema.contains("enum") &&
            std::find(schema["enum"].begin(), schema["enum"].end(), schema["const"]) == schema["enum"].end())
            return fail(ErrorCode::InvalidInput, "The const is not in the enum beside it",
                        pointer + "/const");
        list.push_back(schema["const"]);
    } else {
        list = schema["enum"];
    }
    if (!list.is_array() || list.empty())
        return fail(ErrorCode::InvalidInput, "enum is a list of at least one value", pointer + "/enum");
    std::string body;
    for (const Json& value : list) {
        if (schema.contains("type")) {
            const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
            const bool fits = std::any_of(types.begin(), types.end(), [&](const Json& type) {
                return type.is_string() && isType(value, type.get<std::string>());
            });
            if (!fits) continue;
        }
        if (!withinBounds(value, schema)) continue;
        body += (body.empty() ? "" : " | ") + literalOf(value.dump());
    }
    if (body.empty())
        return fail(ErrorCode::InvalidInput, "No value of the enum fits what stands beside it",
                    pointer + "/enum");
    return rule("value", body);
}

}  // namespace hearth::engine::grammar
