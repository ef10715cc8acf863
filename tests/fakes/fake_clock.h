// A clock that stands where the test puts it.
#pragma once

#include "agent/tool_context.h"

namespace hearth::tests {

class FakeClock final : public agent::Clock {
  public:
    // 2026-11-22T15:30:00Z, a Sunday.
    std::int64_t time = 1795361400;
    std::int64_t now() const override { return time; }
};

}  // namespace hearth::tests
