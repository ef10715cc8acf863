// Python's two ways to put values into text. Both throw TemplateError where the format or a value is wrong,
// or a width is beyond reason. Pure functions.
#pragma once

#include <string>

#include "text/chat_template/value.h"

namespace hearth::engine::chat_template {

// "%s has %d" % values: printf-style formatting (library reference, "printf-style String Formatting").
// `values`: a tuple's items, or one value; a mapping for %(name)s.
std::string formatPercent(const std::string& format, const Value& values);

// "{} of {name:>5}".format(…) ("Format String Syntax").
std::string formatBraces(const std::string& format, const Arguments& given);

}  // namespace hearth::engine::chat_template
