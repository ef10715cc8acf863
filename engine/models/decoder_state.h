// What a session keeps of a decoder: the states of its layers in one piece of memory, points to come back to,
// and working memory. Used by one thread.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/result.h"
#include "models/checkpoints.h"
#include "models/pass.h"

namespace hearth::engine {

class DecoderState : public NetworkState {
  public:
    // OutOfMemory, naming the size, where the machine does not have it. Memory is taken up as it is written.
    static base::Result<std::unique_ptr<NetworkState>> create(std::span<const Mixer* const> mixers,
                                                              int context, CacheType cache);

    int rewind(int position) override;
    void checkpoint(int position) override;
    bool wantsCheckpoints() const override { return wantsCheckpoints_; }
    std::uint64_t bytes() const override { return memory_.size() + checkpoints_.bytes(); }

    int context() const { return context_; }
    std::span<const std::unique_ptr<LayerState>> layers() const { return layers_; }
    Workspace work;
    std::vector<RopeTable> ropes;

  private:
    DecoderState(int context, std::uint64_t bytes) : context_(context), memory_(bytes) {}

    int context_;
    AlignedBytes memory_;
    std::vector<std::unique_ptr<LayerState>> layers_;
    bool wantsCheckpoints_ = false;
    Checkpoints checkpoints_;
};

}  // namespace hearth::engine
