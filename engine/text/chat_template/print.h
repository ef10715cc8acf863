// Values as text: the way Python's str(), repr() and json.dumps() write them.
#pragma once

#include <optional>
#include <string>

#include "text/chat_template/value.h"

namespace hearth::engine::chat_template {

std::string toText(const Value& value);  // str(); undefined gives ""
std::string toRepr(const Value& value);  // repr()

struct JsonStyle {
    std::optional<std::string> indent;  // of one level; none: on one line
    std::string itemSeparator = ", ";
    std::string keySeparator = ": ";
    bool sortKeys = false;
    bool ascii = false;
};
// json.dumps(); throws TemplateError for what JSON has no form for.
std::string toJson(const Value& value, const JsonStyle& style = {});

std::string floatText(double number);  // Python's repr of a float: shortest text that reads back the same

}  // namespace hearth::engine::chat_template
