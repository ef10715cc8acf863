#include "tensor/rows.h"

#include <cstring>
#include <string>

#include "tensor/codes.h"
#include "tensor/half.h"
#include "tensor/quantize_block.h"

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

void readBlocks(const BlockFormat& format, const std::byte* in, float* out, std::int64_t elements) {
    const int bytes = info(format.type).blockBytes;
    Codes codes;
    for (std::int64_t at = 0; at < elements; at += format.size, in += bytes) {
        format.unpack(in, codes);
        dequantizeCodes(format, codes, out + at);
    }
}

bool isFloat(DType type) {
    return type == DType::F32 || type == DType::F16 || type == DType::BF16;
}

// Why a type is in the list of types and still of no use.
std::string reason(DType type) {
    switch (type) {
        case DType::IQ1_S:
        case DType::IQ1_M:
        case DType::IQ2_XXS:
        case DType::IQ2_XS:
        case DType::IQ2_S:
        case DType::IQ3_XXS:
        case DType::IQ3_S:
            return "its numbers are places in a table that no document gives. Get the model as Q2_K, Q3_K_M "
                   "or IQ4_XS, which are near in size";
        case DType::NVFP4:
            return "it needs scales that lie in further tensors. MXFP4 and Q4_K_M are near in size";
        default:
            return "it is not meant for weights";
    }
}

base::Result<void> require(bool (*can)(DType), DType type, const char* what) {
    if (can(type)) return {};
    std::string message = "Weights of type " + std::string(name(type)) + " cannot be " + what + ": " +
                          reason(type) + ". Supported are F32 F16 BF16";
    for (const BlockFormat& format : blockFormats()) {
        if (can(format.type)) message += " " + std::string(name(format.type));
    }
    return base::fail(base::ErrorCode::Unsupported, message + ".");
}

}  // namespace

bool canDequantize(DType type) {
    return isFloat(type) || blockFormat(type);
}
bool canQuantize(DType type) {
    const BlockFormat* format = blockFormat(type);
    return isFloat(type) || (format && format->write);
}

base::Result<void> requireDequantize(DType type) {
    return require(canDequantize, type, "read");
}
base::Result<void> requireQuantize(DType type) {
    return require(canQuantize, type, "written");
}

void dequantizeRow(DType type, const std::byte* in, float* out, std::int64_t elements) {
    switch (type) {
        case DType::F32:
            std::memcpy(out, in, static_cast<std::size_t>(elements) * sizeof(float));
            return;
        case DType::F16:
            read16<halfToFloat>(in, out, elements);
            return;
        case DType::BF16:
            read16<bfloatToFloat>(in, out, elements);
            return;
        default:
            if (const BlockFormat* format = blockFormat(type)) readBlocks(*format, in, out, elements);
    }
}

void quantizeRow(DType type, const float* in, std::byte* out, std::int64_t elements,
                 const float* importance) {
    switch (type) {
        case DType::F32:
            std::memcpy(out, in, static_cast<std::size_t>(elements) * sizeof(float));
            return;
        case DType::F16:
            write16<floatToHalf>(in, out, elements);
            return;
        case DType::BF16:
            write16<floatToBfloat>(in, out, elements);
            return;
        default:
            if (const BlockFormat* format = blockFormat(type); format && format->write)
                quantizeBlocks(*format, in, importance, elements, out);
    }
}

}  // namespace hearth::engine
