#include "models/decoder_state.h"

#include <algorithm>
#include <string>

namespace hearth::engine {

namespace {

std::uint64_t padded(std::uint64_t bytes) {
    return (bytes + 63) / 64 * 64;
}

}  // namespace

base::Result<std::unique_ptr<NetworkState>> DecoderState::create(std::span<const Mixer* const> mixers,
                                                                 int context, CacheType cache) {
    std::uint64_t bytes = 0;
    for (const Mixer* mixer : mixers) bytes += padded(mixer->stateBytes(context, cache));
    std::unique_ptr<DecoderState> state(new DecoderState(context, bytes));
    if (!state->memory_.data())
        return base::fail(base::ErrorCode::OutOfMemory,
                          "A context of " + std::to_string(context) + " tokens needs " +
                              std::to_string(bytes >> 20) +
                              " MiB of memory, which is not there. Choose a shorter context.");
    std::byte* memory = state->memory_.data();
    for (const Mixer* mixer : mixers) {
        state->layers_.push_back(mixer->newState(context, cache, memory));
        state->wantsCheckpoints_ |= !state->layers_.back()->snapshot().empty();
        memory += padded(mixer->stateBytes(context, cache));
    }
    return state;
}

void DecoderState::checkpoint(int position) {
    if (!wantsCheckpoints_) return;
    std::vector<std::vector<std::byte>> layers;
    for (const auto& layer : layers_) layers.push_back(layer->snapshot());
    checkpoints_.add(position, std::move(layers));
}

int DecoderState::rewind(int position) {
    const bool possible = std::all_of(layers_.begin(), layers_.end(),
                                      [&](const auto& layer) { return layer->canReturnTo(position); });
    if (!possible) {
        const Checkpoints::Checkpoint* point = checkpoints_.latest(position);
        position = point ? point->position : 0;
        for (std::size_t i = 0; point && i < layers_.size(); ++i) layers_[i]->restore(point->layers[i]);
    }
    for (const auto& layer : layers_) layer->returnTo(position);
    checkpoints_.dropAfter(position);
    return position;
}

}  // namespace hearth::engine
