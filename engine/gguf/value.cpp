#include "gguf/value.h"

#include <charconv>
#include <cstring>

namespace hearth::engine::gguf {

namespace {

template <typename T>
T load(const std::byte* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

std::optional<std::int64_t> integerAt(ValueType type, const std::byte* at) {
    switch (type) {
        case ValueType::U8:
        case ValueType::Bool:
            return load<std::uint8_t>(at);
        case ValueType::I8:
            return load<std::int8_t>(at);
        case ValueType::U16:
            return load<std::uint16_t>(at);
        case ValueType::I16:
            return load<std::int16_t>(at);
        case ValueType::U32:
            return load<std::uint32_t>(at);
        case ValueType::I32:
            return load<std::int32_t>(at);
        case ValueType::I64:
            return load<std::int64_t>(at);
        case ValueType::U64: {
            const auto value = load<std::uint64_t>(at);
            if (value > static_cast<std::uint64_t>(INT64_MAX)) return std::nullopt;
            return static_cast<std::int64_t>(value);
        }
        default:
            return std::nullopt;
    }
}

std::optional<double> numberAt(ValueType type, const std::byte* at) {
    if (type == ValueType::F32) return load<float>(at);
    if (type == ValueType::F64) return load<double>(at);
    if (type == ValueType::U64) return static_cast<double>(load<std::uint64_t>(at));
    if (const auto value = integerAt(type, at)) return static_cast<double>(*value);
    return std::nullopt;
}

std::string printNumber(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value, std::chars_format::general, 9).ptr;
    return std::string(text, end);
}

}  // namespace

std::string_view toString(ValueType type) {
    static constexpr std::string_view kNames[] = {"u8",   "i8",     "u16",   "i16", "u32", "i32", "f32",
                                                  "bool", "string", "array", "u64", "i64", "f64"};
    const auto index = static_cast<std::size_t>(type);
    return index < std::size(kNames) ? kNames[index] : "?";
}

std::size_t scalarBytes(ValueType type) {
    static constexpr std::size_t kBytes[] = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
    const auto index = static_cast<std::size_t>(type);
    return index < std::size(kBytes) ? kBytes[index] : 0;
}

std::optional<std::int64_t> Value::asInteger() const {
    return integerAt(type, payload.data());
}

std::optional<double> Value::asNumber() const {
    return numberAt(type, payload.data());
}

std::optional<bool> Value::asBool() const {
    if (type != ValueType::Bool) return std::nullopt;
    return payload[0] != std::byte{0};
}

std::optional<std::string_view> Value::asString() const {
    if (type != ValueType::String) return std::nullopt;
    return std::string_view(reinterpret_cast<const char*>(payload.data()), payload.size());
}

std::optional<std::vector<std::string_view>> Value::asStrings() const {
    if (type != ValueType::Array || element != ValueType::String) return std::nullopt;
    std::vector<std::string_view> out;
    out.reserve(count);
    const std::byte* at = payload.data();
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto length = load<std::uint64_t>(at);  // checked against the file when it was read
        out.emplace_back(reinterpret_cast<const char*>(at + 8), length);
        at += 8 + length;
    }
    return out;
}

std::optional<std::vector<std::int64_t>> Value::asIntegers() const {
    if (type != ValueType::Array || scalarBytes(element) == 0) return std::nullopt;
    std::vector<std::int64_t> out;
    out.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto value = integerAt(element, payload.data() + i * scalarBytes(element));
        if (!value) return std::nullopt;
        out.push_back(*value);
    }
    return out;
}

std::optional<std::vector<float>> Value::asFloats() const {
    if (type != ValueType::Array || scalarBytes(element) == 0) return std::nullopt;
    std::vector<float> out;
    out.reserve(count);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto value = numberAt(element, payload.data() + i * scalarBytes(element));
        if (!value) return std::nullopt;
        out.push_back(static_cast<float>(*value));
    }
    return out;
}

std::string Value::print() const {
    if (type == ValueType::Array)
        return "[" + std::string(toString(element)) + " × " + std::to_string(count) + "]";
    if (const auto text = asString()) return std::string(*text);
    if (const auto flag = asBool()) return *flag ? "true" : "false";
    if (const auto value = asInteger()) return std::to_string(*value);
    if (const auto value = asNumber()) return printNumber(*value);
    return "?";
}

}  // namespace hearth::engine::gguf
