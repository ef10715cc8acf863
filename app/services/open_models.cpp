#include "services/open_models.h"

#include <filesystem>

namespace hearth::app {

namespace fs = std::filesystem;

std::string OpenModels::keyOf(const std::string& path) {
    std::error_code missing;
    const fs::path whole = fs::weakly_canonical(path, missing);
    const auto size = fs::file_size(whole, missing);
    const auto time = fs::last_write_time(whole, missing);
    return whole.string() + '\n' + std::to_string(size) + '\n' +
           std::to_string(time.time_since_epoch().count());
}

OpenModels::Model OpenModels::find(const std::string& path) const {
    const std::lock_guard lock(mutex_);
    const auto found = models_.find(keyOf(path));
    return found == models_.end() ? nullptr : found->second.lock();
}

base::Result<OpenModels::Model> OpenModels::open(const std::string& path,
                                                 const engine::LoadOptions& options) {
    if (Model known = find(path)) return known;
    auto made = engine::Model::open(path, options);
    if (!made) return made;
    const std::lock_guard lock(mutex_);
    std::erase_if(models_, [](const auto& one) { return one.second.expired(); });
    auto& slot = models_[keyOf(path)];
    if (Model other = slot.lock()) return other;  // somebody was quicker
    slot = *made;
    return made;
}

}  // namespace hearth::app
