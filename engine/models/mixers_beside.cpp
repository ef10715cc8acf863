#include "models/mixers_beside.h"

#include <array>
#include <cstring>

#include "kernels/ops.h"

namespace hearth::engine {

namespace {

struct BothStates : LayerState {
    std::array<std::unique_ptr<LayerState>, 2> parts;

    bool canReturnTo(int position) const override {
        return parts[0]->canReturnTo(position) && parts[1]->canReturnTo(position);
    }
    void returnTo(int position) override {
        for (const auto& part : parts) part->returnTo(position);
    }
    // The length of the first one's, then both.
    std::vector<std::byte> snapshot() const override {
        const std::vector<std::byte> first = parts[0]->snapshot();
        const std::vector<std::byte> second = parts[1]->snapshot();
        if (first.empty() && second.empty()) return {};
        const std::size_t length = first.size();
        std::vector<std::byte> out(sizeof length);
        std::memcpy(out.data(), &length, sizeof length);
        out.insert(out.end(), first.begin(), first.end());
        out.insert(out.end(), second.begin(), second.end());
        return out;
    }
    void restore(std::span<const std::byte> snapshot) override {
        std::size_t length = 0;
        std::memcpy(&length, snapshot.data(), sizeof length);
        const auto first = snapshot.subspan(sizeof length, length);
        const auto second = snapshot.subspan(sizeof length + length);
        if (!first.empty()) parts[0]->restore(first);
        if (!second.empty()) parts[1]->restore(second);
    }
};

std::uint64_t padded(std::uint64_t bytes) {
    return (bytes + 63) / 64 * 64;
}

}  // namespace

std::uint64_t MixersBeside::stateBytes(int context, CacheType cache) const {
    return padded(first_->stateBytes(context, cache)) + second_->stateBytes(context, cache);
}

std::unique_ptr<LayerState> MixersBeside::newState(int context, CacheType cache, std::byte* memory) const {
    auto both = std::make_unique<BothStates>();
    both->parts[0] = first_->newState(context, cache, memory);
    both->parts[1] = second_->newState(context, cache, memory + padded(first_->stateBytes(context, cache)));
    return both;
}

bool MixersBeside::mix(const Pass& pass, int layer, const float* in, float* out, LogitRows needed) const {
    auto& both = static_cast<BothStates&>(*pass.states[static_cast<std::size_t>(layer)]);
    Pass own{pass.compute, pass.work, pass.cancel, pass.tokens, both.parts, pass.ropes, pass.n, pass.start};
    const int rows = needed == LogitRows::All ? pass.n : needed == LogitRows::Last ? 1 : 0;
    const std::int64_t count = std::int64_t{rows} * embedding_;
    float* added =
        pass.work.floats(Slot::Beside, count);  // of decoders that have no blocks beside each other
    if (!first_->mix(own, 0, in, added, needed) || !second_->mix(own, 1, in, out, needed)) return false;
    addTo(pass.compute, out, added, count);
    return true;
}

}  // namespace hearth::engine
