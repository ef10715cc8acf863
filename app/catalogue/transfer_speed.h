// How quickly bytes come, over the last seconds, and when the rest will be here. A value; one thread at a
// time.
#pragma once

#include <cstdint>
#include <deque>

namespace hearth::app {

class TransferSpeed {
  public:
    // `bytes`: all that are there at the time `ms`, which never goes back.
    void add(std::int64_t ms, std::uint64_t bytes);
    double bytesPerSecond() const;                        // 0: not known yet
    std::int64_t secondsLeft(std::uint64_t total) const;  // -1: not known

  private:
    struct Sample {
        std::int64_t ms;
        std::uint64_t bytes;
    };
    std::deque<Sample> samples_;
};

}  // namespace hearth::app
