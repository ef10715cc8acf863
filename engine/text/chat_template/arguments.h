// Reading a filter's arguments. Pure functions.
#pragma once

#include <string>

#include "text/chat_template/print.h"
#include "text/chat_template/value.h"

namespace hearth::engine::chat_template {

inline bool flag(const Arguments& given, std::size_t position, std::string_view name, bool fallback = false) {
    const Value* value = given.get(position, name);
    return value ? value->truthy() : fallback;
}

inline std::string textArgument(const Arguments& given, std::size_t position, std::string_view name,
                                std::string fallback) {
    const Value* value = given.get(position, name);
    return value && !value->isNone() ? toText(*value) : fallback;
}

// The argument, or none.
inline Value argumentOrNone(const Arguments& given, std::size_t position, std::string_view name) {
    const Value* value = given.get(position, name);
    return value ? *value : Value(None{});
}

}  // namespace hearth::engine::chat_template
