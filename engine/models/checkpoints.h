// Points of a conversation to which a session can come back although its state cannot be wound back: copies
// of that state. Owned by one state; used by one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hearth::engine {

class Checkpoints {
  public:
    struct Checkpoint {
        int position = 0;
        std::vector<std::vector<std::byte>> layers;
        std::uint64_t bytes = 0;
    };

    static constexpr std::uint64_t kBudget = std::uint64_t{256} << 20;
    explicit Checkpoints(std::uint64_t budget = kBudget) : budget_(budget) {}

    // Positions are added in rising order; one that is there already is replaced. Where the budget is spent,
    // those go that lie closest to their neighbours; the newest always stays.
    void add(int position, std::vector<std::vector<std::byte>> layers);
    // The latest at or before `position`; null if there is none.
    const Checkpoint* latest(int position) const;
    // Forgets those behind `position`: the tokens there will be others.
    void dropAfter(int position);

    std::uint64_t bytes() const { return bytes_; }

  private:
    void erase(std::size_t index);

    std::uint64_t budget_;
    std::uint64_t bytes_ = 0;
    std::vector<Checkpoint> points_;  // by rising position
};

}  // namespace hearth::engine
