// What must hold where two schemas hold together (allOf, $ref beside other keywords, anyOf inside an object).
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "base/result.h"

namespace hearth::engine::grammar {

using Json = nlohmann::ordered_json;

// A schema that both `a` and `b` allow; objects join their properties. Errors (Unsupported) name the keyword
// that cannot be joined and `pointer`.
base::Result<Json> mergeSchemas(const Json& a, const Json& b, const std::string& pointer, int depth = 0);

// Keywords that say nothing about what is allowed.
bool isAnnotation(const std::string& keyword);

}  // namespace hearth::engine::grammar
