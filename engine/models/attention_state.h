// What a layer of attention remembers: its cache, and where the tokens on their way look. One session's.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "models/kv_cache.h"
#include "models/pass.h"

namespace hearth::engine {

struct AttentionState : LayerState {
    AttentionState(const KvShape& shape, CacheType type, std::byte* memory) : cache(shape, type, memory) {}
    bool canReturnTo(int position) const override { return cache.canReturnTo(position); }
    void returnTo(int position) override { cache.returnTo(position); }
    std::vector<std::byte> snapshot() const override { return cache.snapshot(); }
    void restore(std::span<const std::byte> snapshot) override { cache.restore(snapshot); }
    KvCache cache;
    AttentionArgs view;              // where the tokens on their way find keys and values
    std::vector<std::byte> scratch;  // of the view, where other layers use it
};

}  // namespace hearth::engine
