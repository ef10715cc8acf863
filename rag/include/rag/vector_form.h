// How vectors are kept: as they are, in half the room, or in a quarter of it with a scale of their own.
// Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hearth::rag {

enum class VectorForm {
    Float32,
    Float16,  // IEEE 754 binary16
    Int8      // float32 scale, then one signed byte a number; value = scale * byte
};

std::string_view toString(VectorForm form);  // "float32", "float16", "int8"
std::optional<VectorForm> vectorForm(std::string_view name);

std::size_t packedSize(VectorForm form, int width);  // bytes
std::vector<std::byte> pack(VectorForm form, std::span<const float> vector);
// `data` must be packedSize() long; out: [width].
void unpack(VectorForm form, std::span<const std::byte> data, std::span<float> out);

// The scalar product of a query and a packed vector of the same width.
float dot(VectorForm form, std::span<const float> query, std::span<const std::byte> data);

}  // namespace hearth::rag
