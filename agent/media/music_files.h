// Music and films among the user's files, found by the words of a request. Any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/cancel.h"

namespace hearth::agent {

// The file or folder that fits `words` best; nothing where none fits well. `video`: films rather than music.
std::optional<std::filesystem::path> findMedia(const std::filesystem::path& home, const std::string& words,
                                               bool video, const base::CancelToken& cancel);

}  // namespace hearth::agent
