#include "catalogue/transfer_speed.h"

#include <cmath>

namespace hearth::app {
namespace {

constexpr std::int64_t kWindowMs = 8000;
constexpr std::int64_t kLeastMs = 500;  // below which a rate says nothing

}  // namespace

void TransferSpeed::add(std::int64_t ms, std::uint64_t bytes) {
    if (!samples_.empty() && bytes < samples_.back().bytes) samples_.clear();  // it began anew
    samples_.push_back({ms, bytes});
    while (samples_.size() > 2 && samples_[1].ms <= ms - kWindowMs) samples_.pop_front();
}

double TransferSpeed::bytesPerSecond() const {
    if (samples_.empty() || samples_.back().ms - samples_.front().ms < kLeastMs) return 0;
    return static_cast<double>(samples_.back().bytes - samples_.front().bytes) * 1000 /
           static_cast<double>(samples_.back().ms - samples_.front().ms);
}

std::int64_t TransferSpeed::secondsLeft(std::uint64_t total) const {
    const double rate = bytesPerSecond();
    if (rate <= 0 || samples_.back().bytes > total) return -1;
    return std::llround(std::ceil(static_cast<double>(total - samples_.back().bytes) / rate));
}

}  // namespace hearth::app
