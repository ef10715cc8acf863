#include "rag/vector_form.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "engine/vectors.h"

namespace hearth::rag {

namespace {

constexpr std::string_view kNames[] = {"float32", "float16", "int8"};

template <typename T>
T* as(std::byte* bytes) {
    return reinterpret_cast<T*>(bytes);
}

void packInt8(std::span<const float> vector, std::byte* out) {
    float largest = 0;
    for (const float x : vector) largest = std::max(largest, std::fabs(x));
    const float scale = largest / 127;
    std::memcpy(out, &scale, sizeof scale);
    auto* numbers = as<std::int8_t>(out + sizeof scale);
    for (std::size_t i = 0; i < vector.size(); ++i)
        numbers[i] = static_cast<std::int8_t>(scale > 0 ? std::lround(vector[i] / scale) : 0);
}

}  // namespace

std::string_view toString(VectorForm form) {
    return kNames[static_cast<std::size_t>(form)];
}

std::optional<VectorForm> vectorForm(std::string_view name) {
    const auto* found = std::find(std::begin(kNames), std::end(kNames), name);
    if (found == std::end(kNames)) return std::nullopt;
    return static_cast<VectorForm>(found - std::begin(kNames));
}

std::size_t packedSize(VectorForm form, int width) {
    const auto count = static_cast<std::size_t>(width);
    if (form == VectorForm::Float32) return count * sizeof(float);
    return form == VectorForm::Float16 ? count * sizeof(std::uint16_t) : sizeof(float) + count;
}

std::vector<std::byte> pack(VectorForm form, std::span<const float> vector) {
    std::vector<std::byte> out(packedSize(form, static_cast<int>(vector.size())));
    if (form == VectorForm::Float32)
        std::copy_n(reinterpret_cast<const std::byte*>(vector.data()), out.size(), out.data());
    else if (form == VectorForm::Float16)
        engine::vectorKernels().toHalf(vector.data(), as<std::uint16_t>(out.data()),
                                       static_cast<std::int64_t>(vector.size()));
    else
        packInt8(vector, out.data());
    return out;
}

void unpack(VectorForm form, std::span<const std::byte> data, std::span<float> out) {
    if (form == VectorForm::Float32) {
        std::memcpy(out.data(), data.data(), data.size());
        return;
    }
    if (form == VectorForm::Float16) {
        // The bytes of a database row lie anywhere: half precision is read from where it may lie.
        std::vector<std::uint16_t> halves(out.size());
        std::memcpy(halves.data(), data.data(), data.size());
        engine::vectorKernels().fromHalf(halves.data(), out.data(), static_cast<std::int64_t>(out.size()));
        return;
    }
    float scale = 0;
    std::memcpy(&scale, data.data(), sizeof scale);
    const auto* numbers = reinterpret_cast<const std::int8_t*>(data.data() + sizeof scale);
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = scale * static_cast<float>(numbers[i]);
}

float dot(VectorForm form, std::span<const float> query, std::span<const std::byte> data) {
    std::vector<float> values(query.size());
    unpack(form, data, values);
    double sum = 0;
    for (std::size_t i = 0; i < query.size(); ++i) sum += static_cast<double>(query[i]) * values[i];
    return static_cast<float>(sum);
}

}  // namespace hearth::rag
