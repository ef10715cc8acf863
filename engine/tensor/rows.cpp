#include "tensor/rows.h"

#include <cstring>
#include <string>

#include "tensor/half.h"
#include "tensor/q4_0.h"
#include "tensor/q4_k.h"
#include "tensor/q6_k.h"
#include "tensor/q8_0.h"

namespace hearth::engine {
namespace {

template <float (*convert)(std::uint16_t)>
void read16(const std::byte* in, float* out, std::int64_t elements) {
    const auto* values = reinterpret_cast<const std::uint16_t*>(in);
    for (std::int64_t i = 0; i < elements; ++i) out[i] = convert(values[i]);
}

template <std::uint16_t (*convert)(float)>
void write16(const float* in, std::byte* out, std::int64_t elements) {
    auto* values = reinterpret_cast<std::uint16_t*>(out);
    for (std::int64_t i = 0; i < elements; ++i) values[i] = convert(in[i]);
}

template <typename Block, void (*read)(const Block*, float*, std::int64_t)>
void readBlocks(const std::byte* in, float* out, std::int64_t elements) {
    read(reinterpret_cast<const Block*>(in), out, elements);
}

template <typename Block, void (*write)(const float*, Block*, std::int64_t)>
void writeBlocks(const float* in, std::byte* out, std::int64_t elements) {
    write(in, reinterpret_cast<Block*>(out), elements);
}

void copyIn(const std::byte* in, float* out, std::int64_t elements) {
    std::memcpy(out, in, static_cast<std::size_t>(elements) * sizeof(float));
}

void copyOut(const float* in, std::byte* out, std::int64_t elements) {
    std::memcpy(out, in, static_cast<std::size_t>(elements) * sizeof(float));
}

struct RowCodec {
    DType type;
    void (*read)(const std::byte*, float*, std::int64_t);
    void (*write)(const float*, std::byte*, std::int64_t);
};

constexpr RowCodec kCodecs[] = {
    {DType::F32, copyIn, copyOut},
    {DType::F16, read16<halfToFloat>, write16<floatToHalf>},
    {DType::BF16, read16<bfloatToFloat>, write16<floatToBfloat>},
    {DType::Q4_0, readBlocks<BlockQ4_0, dequantizeQ4_0>, writeBlocks<BlockQ4_0, quantizeQ4_0>},
    {DType::Q8_0, readBlocks<BlockQ8_0, dequantizeQ8_0>, writeBlocks<BlockQ8_0, quantizeQ8_0>},
    {DType::Q4_K, readBlocks<BlockQ4_K, dequantizeQ4_K>, writeBlocks<BlockQ4_K, quantizeQ4_K>},
    {DType::Q6_K, readBlocks<BlockQ6_K, dequantizeQ6_K>, writeBlocks<BlockQ6_K, quantizeQ6_K>},
};

const RowCodec* find(DType type) {
    for (const RowCodec& codec : kCodecs) {
        if (codec.type == type) return &codec;
    }
    return nullptr;
}

base::Result<void> require(bool supported, DType type, const char* what) {
    if (supported) return {};
    std::string message =
        "Weights of type " + std::string(name(type)) + " cannot be " + what + " yet; supported are";
    for (const RowCodec& codec : kCodecs) message += " " + std::string(name(codec.type));
    return base::fail(base::ErrorCode::Unsupported, message + ".");
}

}  // namespace

bool canDequantize(DType type) {
    return find(type) != nullptr;
}
bool canQuantize(DType type) {
    return find(type) != nullptr;
}

base::Result<void> requireDequantize(DType type) {
    return require(canDequantize(type), type, "read");
}
base::Result<void> requireQuantize(DType type) {
    return require(canQuantize(type), type, "written");
}

void dequantizeRow(DType type, const std::byte* in, float* out, std::int64_t elements) {
    if (const RowCodec* codec = find(type)) codec->read(in, out, elements);
}

void quantizeRow(DType type, const float* in, std::byte* out, std::int64_t elements) {
    if (const RowCodec* codec = find(type)) codec->write(in, out, elements);
}

}  // namespace hearth::engine
