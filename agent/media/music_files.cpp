#include "media/music_files.h"

#include "files/file_search.h"

namespace hearth::agent {

std::optional<std::filesystem::path> findMedia(const std::filesystem::path& home, const std::string& words,
                                               bool video, const base::CancelToken& cancel) {
    FileQuery query;
    query.words = words;
    query.kind = video ? "video" : "music";
    const auto found = findFiles(home, query, cancel).found;
    constexpr double kGoodFit = 0.75;
    if (found.empty() || found.front().fit < kGoodFit) return std::nullopt;
    return found.front().path;
}

}  // namespace hearth::agent
