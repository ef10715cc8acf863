#include "kernels/compute.h"

#include <cstdlib>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace hearth::engine {
namespace {
constexpr std::uint64_t kLine = 64;
constexpr std::uint64_t kHugePage = std::uint64_t{2} << 20;
}  // namespace

AlignedBytes::AlignedBytes(std::uint64_t bytes) : size_(bytes) {
    if (bytes == 0) return;
    // Large blocks start on a huge page, so that streaming through weights misses fewer address translations.
    const std::uint64_t alignment = bytes >= 4 * kHugePage ? kHugePage : kLine;
    const std::uint64_t rounded = (bytes + alignment - 1) / alignment * alignment;
    data_.reset(static_cast<std::byte*>(std::aligned_alloc(alignment, rounded)));
#if defined(__linux__)
    if (data_ && alignment == kHugePage) madvise(data_.get(), rounded, MADV_HUGEPAGE);
#endif
}

void AlignedBytes::Free::operator()(std::byte* data) const {
    std::free(data);
}

std::byte* Compute::scratch(std::uint64_t bytes) {
    if (bytes > scratch_.size()) {
        scratch_ = AlignedBytes();  // the old contents are not needed
        scratch_ = AlignedBytes(bytes);
        if (!scratch_.data()) throw std::bad_alloc();
    }
    return scratch_.data();
}

}  // namespace hearth::engine
