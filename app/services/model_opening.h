// The opening of a model file on a thread of its own, with progress, and in words what goes wrong with it.
// Made and destroyed on one thread; the callbacks come on its own.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "base/cancel.h"
#include "base/result.h"
#include "engine/model.h"
#include "services/open_models.h"

namespace hearth::app {

class ModelOpening {
  public:
    using Model = OpenModels::Model;

    // `progress`: 0 … 1. `done` is called once, last, unless it was cancelled before.
    struct Place {
        std::shared_ptr<OpenModels> models;
        std::function<std::uint64_t()> freeMemory;  // bytes, 0: not known; empty: as the machine says
    };
    ModelOpening(std::string path, Place place, std::function<void(double)> progress,
                 std::function<void(base::Result<Model>)> done);
    ~ModelOpening();  // cancels and joins
    ModelOpening(const ModelOpening&) = delete;
    ModelOpening& operator=(const ModelOpening&) = delete;

  private:
    base::CancelSource cancel_;
    std::thread thread_;
};

// Memory that a conversation with the model takes: its weights, the cache, and what is computed with.
std::uint64_t memoryNeeded(const engine::ModelInfo& info);
// OutOfMemory where `needed` is more than `available`, in bytes.
base::Result<void> checkMemory(std::uint64_t needed, std::uint64_t available);

// What a person is told: which file, what is wrong with it, what to do.
std::string openingProblem(const std::string& fileName, const base::Error& error);

}  // namespace hearth::app
