// The models that are open, each once: who opens a file that somebody uses gets the same weights, so that
// they are in memory once however many answer with them. Keeps nothing alive. Any thread.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "engine/model.h"

namespace hearth::app {

class OpenModels {
  public:
    using Model = std::shared_ptr<const engine::Model>;

    // The one that is open already, as long as the file is the same; null: it is not open.
    Model find(const std::string& path) const;
    // Errors: those of engine::Model::open.
    base::Result<Model> open(const std::string& path, const engine::LoadOptions& options);

  private:
    // Path, size and time of the last change: a file that was replaced is another model.
    static std::string keyOf(const std::string& path);

    mutable std::mutex mutex_;
    std::map<std::string, std::weak_ptr<const engine::Model>> models_;
};

}  // namespace hearth::app
