// The Adapter that Adapter::open gives: a mapped file of pairs of matrices, each beside the bytes of the
// model's file that it is added to. Immutable; safe from any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "base/mapped_file.h"
#include "engine/adapter.h"
#include "kernels/low_rank.h"
#include "models/loaded_model.h"

namespace hearth::engine {

// The pairs of an adapter file, checked against a base.
class LoraPairs {
  public:
    // The bytes of both files must outlive it. Errors as Adapter::open's.
    static base::Result<LoraPairs> read(const gguf::File& adapter, const gguf::File& base,
                                        const Kernels& kernels, base::ThreadPool& pool);

    // Adds all pairs, `scale` being the user's.
    void addTo(LowRankSet& set, float scale) const;
    double alpha() const { return alpha_; }
    int rank() const;
    int tensors() const { return tensors_; }

  private:
    struct Pair {
        WeightMatrix a, b;
        std::span<const std::byte> weights;  // of the base: a matrix, or that of one expert
        bool lookup = false;                 // added to rows of an embedding, not to a product
        int rank = 0;
    };
    friend class LoraReader;
    std::vector<Pair> pairs_;
    double alpha_ = 0;
    int tensors_ = 0;
};

class LoraAdapter : public Adapter {
  public:
    LoraAdapter(base::MappedFile map, std::shared_ptr<const LoadedModel> model, LoraPairs pairs,
                AdapterInfo info)
        : map_(std::move(map)), model_(std::move(model)), pairs_(std::move(pairs)), info_(std::move(info)) {}

    const AdapterInfo& info() const override { return info_; }
    const LoadedModel& model() const { return *model_; }
    const LoraPairs& pairs() const { return pairs_; }

  private:
    base::MappedFile map_;
    std::shared_ptr<const LoadedModel> model_;
    LoraPairs pairs_;
    AdapterInfo info_;
};

}  // namespace hearth::engine
