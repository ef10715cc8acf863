// The element types that a GGUF file may hold: their names, and how they lie in memory. Numbers, block sizes
// and byte counts are those of the GGUF specification (ggml type ids).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hearth::engine {

enum class DType : std::uint32_t {
    F32 = 0,
    F16 = 1,
    Q4_0 = 2,
    Q4_1 = 3,
    Q5_0 = 6,
    Q5_1 = 7,
    Q8_0 = 8,
    Q8_1 = 9,
    Q2_K = 10,
    Q3_K = 11,
    Q4_K = 12,
    Q5_K = 13,
    Q6_K = 14,
    Q8_K = 15,
    IQ2_XXS = 16,
    IQ2_XS = 17,
    IQ3_XXS = 18,
    IQ1_S = 19,
    IQ4_NL = 20,
    IQ3_S = 21,
    IQ2_S = 22,
    IQ4_XS = 23,
    I8 = 24,
    I16 = 25,
    I32 = 26,
    I64 = 27,
    F64 = 28,
    IQ1_M = 29,
    BF16 = 30,
    TQ1_0 = 34,
    TQ2_0 = 35,
    MXFP4 = 39,
    NVFP4 = 40
};

struct DTypeInfo {
    DType type;
    std::string_view name;  // "Q4_0"
    int blockSize;          // elements that are stored together; a row is a multiple of it
    int blockBytes;         // bytes they take
};

// What is known of a type id from a file; nothing for an id that is not in the list above.
const DTypeInfo* findDType(std::uint32_t id);

// The type of a name as users write it, in either case ("q4_0", "Q4_K"); nothing if there is none.
std::optional<DType> parseDType(std::string_view name);

const DTypeInfo& info(DType type);
inline std::string_view name(DType type) {
    return info(type).name;
}

// Bytes of `elements` values; `elements` must be a multiple of the block size.
std::uint64_t bytesOf(DType type, std::uint64_t elements);

}  // namespace hearth::engine
