// A metadata value of a GGUF file: its type and its bytes, still inside the file. A Value is a view: it is
// valid as long as the bytes it was read from. Plain and safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::engine::gguf {

// Numbers as in the file. Source: the GGUF specification, gguf_metadata_value_type.
enum class ValueType : std::uint32_t {
    U8 = 0,
    I8 = 1,
    U16 = 2,
    I16 = 3,
    U32 = 4,
    I32 = 5,
    F32 = 6,
    Bool = 7,
    String = 8,
    Array = 9,
    U64 = 10,
    I64 = 11,
    F64 = 12
};

// "u32", "string", ...; "?" for a number that is no type.
std::string_view toString(ValueType type);
// Bytes of a scalar; 0 for strings and arrays.
std::size_t scalarBytes(ValueType type);

struct Value {
    ValueType type = ValueType::U8;
    ValueType element = ValueType::U8;  // of an array
    std::uint64_t count = 1;            // of an array
    std::uint64_t offset = 0;           // of the payload in the file
    // A scalar's bytes, a string's text, or an array's elements as they lie in the file (each string of an
    // array behind its length, 8 bytes).
    std::span<const std::byte> payload;

    // Any integer type or bool that fits; nothing for other types and values.
    std::optional<std::int64_t> asInteger() const;
    // Any number.
    std::optional<double> asNumber() const;
    std::optional<bool> asBool() const;
    std::optional<std::string_view> asString() const;
    // Arrays of strings, of integers, of numbers; nothing for other element types.
    std::optional<std::vector<std::string_view>> asStrings() const;
    std::optional<std::vector<std::int64_t>> asIntegers() const;
    std::optional<std::vector<float>> asFloats() const;

    // For people: strings as they are, numbers printed, arrays as "[u32 × 5]".
    std::string print() const;
};

}  // namespace hearth::engine::gguf
