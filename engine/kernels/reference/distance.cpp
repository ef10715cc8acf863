#include "kernels/distance.h"

namespace hearth::engine::reference {

std::int32_t dotInt8(const std::int8_t* a, const std::int8_t* b, std::int64_t count) {
    std::int32_t sum = 0;
    for (std::int64_t i = 0; i < count; ++i) sum += a[i] * b[i];
    return sum;
}

}  // namespace hearth::engine::reference
