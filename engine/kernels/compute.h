// What a computation runs on: the table of kernels, the threads, and scratch memory.
// One Compute is used by one thread at a time; any number may share a ThreadPool.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/thread_pool.h"
#include "kernels/kernels.h"

namespace hearth::engine {

class LowRankSet;

// Uninitialized memory that starts on a cache line. Owns it; moves, does not copy.
class AlignedBytes {
  public:
    AlignedBytes() = default;
    explicit AlignedBytes(std::uint64_t bytes);  // data() is null where there is not enough memory
    std::byte* data() const { return data_.get(); }
    std::uint64_t size() const { return size_; }

  private:
    struct Free {
        void operator()(std::byte* data) const;
    };
    std::unique_ptr<std::byte, Free> data_;
    std::uint64_t size_ = 0;
};

class WeightMatrix;

// Looks on at matrix products, for measuring what goes into each.
class ProductObserver {
  public:
    virtual ~ProductObserver() = default;
    // x: [n, columns of the weights]; on the thread that asked for the product, before it is made.
    virtual void onProduct(const WeightMatrix& weights, const float* x, int n) = 0;
};

class Compute {
  public:
    Compute(const Kernels& kernels, base::ThreadPool& pool) : kernels_(kernels), pool_(pool) {}
    Compute(const Compute&) = delete;
    Compute& operator=(const Compute&) = delete;

    const Kernels& kernels() const { return kernels_; }
    base::ThreadPool& pool() const { return pool_; }

    // What is added to weights while this computes; null: nothing. Not owned.
    void setAdditions(LowRankSet* additions) { additions_ = additions; }
    LowRankSet* additions() const { return additions_; }

    // Told of every product; null: nobody. Not owned.
    void setObserver(ProductObserver* observer) { observer_ = observer; }
    ProductObserver* observer() const { return observer_; }

    // At least `bytes`, good until the next call. Memory grows to the largest request and stays.
    std::byte* scratch(std::uint64_t bytes);

  private:
    const Kernels& kernels_;
    base::ThreadPool& pool_;
    AlignedBytes scratch_;
    LowRankSet* additions_ = nullptr;
    ProductObserver* observer_ = nullptr;
};

}  // namespace hearth::engine
