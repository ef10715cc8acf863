#include "gguf/model_file.h"

#include <cstdio>

namespace hearth::engine::gguf {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t kMaxParts = 10000;
constexpr std::size_t kEndLength = 20;  // "-00001-of-00003.gguf"

std::string endOfPart(std::size_t index, std::size_t count) {
    char text[64];
    (void)std::snprintf(text, sizeof text, "-%05zu-of-%05zu.gguf", index + 1, count);
    return text;
}

std::string ordinal(std::size_t index, std::size_t count) {
    return "part " + std::to_string(index + 1) + " of " + std::to_string(count);
}

// Parts that the file says the model has; 1 for a whole one.
Result<std::size_t> partsOf(const File& file) {
    const auto count = file.integer("split.count");
    if (!count) return tl::unexpected(count.error());
    const std::int64_t parts = count->value_or(1);
    if (parts < 0 || static_cast<std::size_t>(parts) > kMaxParts)
        return file.wrong("split.count", "is " + std::to_string(parts) + ", which no model has.");
    return parts == 0 ? 1 : static_cast<std::size_t>(parts);
}

// The path without its end, where the end is that of one of `count` parts.
Result<std::string> stemOf(const std::string& path, const File& file, std::size_t count) {
    const auto number = file.integer("split.no");
    if (!number) return tl::unexpected(number.error());
    const std::int64_t index = number->value_or(0);
    if (index >= 0 && path.size() > kEndLength) {
        const std::string end = endOfPart(static_cast<std::size_t>(index), count);
        if (path.size() > end.size() && path.compare(path.size() - end.size(), end.size(), end) == 0)
            return path.substr(0, path.size() - end.size());
    }
    return fail(
        ErrorCode::InvalidInput,
        "This is " + ordinal(static_cast<std::size_t>(index < 0 ? 0 : index), count) +
            " of a model, and the others are found by its name, which has been changed. It must end in "
            "\"" +
            endOfPart(static_cast<std::size_t>(index < 0 ? 0 : index), count) + "\".",
        path);
}

}  // namespace

Result<ModelFile> ModelFile::open(const std::string& path) {
    auto map = base::MappedFile::open(path);
    if (!map) return tl::unexpected(map.error());
    auto file = File::parse(map->bytes(), path);
    if (!file) return tl::unexpected(file.error());
    const auto count = partsOf(*file);
    if (!count) return tl::unexpected(count.error());
    ModelFile out;
    if (*count == 1) {
        out.maps_.push_back(std::move(*map));
        out.file_ = std::move(*file);
        return out;
    }
    const auto stem = stemOf(path, *file, *count);
    if (!stem) return tl::unexpected(stem.error());
    for (std::size_t i = 0; i < *count; ++i) {
        if (auto added = out.addPart(*stem + endOfPart(i, *count), i, *count); !added)
            return tl::unexpected(added.error());
    }
    const auto tensors = out.file_.integer("split.tensors.count");
    if (!tensors) return tl::unexpected(tensors.error());
    if (*tensors && **tensors != static_cast<std::int64_t>(out.file_.tensors().size()))
        return out.file_.wrong("split.tensors.count",
                               "promises " + std::to_string(**tensors) + " tensors, but the parts hold " +
                                   std::to_string(out.file_.tensors().size()) +
                                   ": they belong to different models. Download all of them again.");
    return out;
}

Result<void> ModelFile::addPart(const std::string& path, std::size_t index, std::size_t count) {
    auto map = base::MappedFile::open(path);
    if (!map && map.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound,
                    "The model is split, and " + ordinal(index, count) +
                        " is missing. Put all parts into one folder.",
                    path);
    if (!map) return tl::unexpected(map.error());
    auto part = File::parse(map->bytes(), path);
    if (!part) return tl::unexpected(part.error());
    const auto parts = partsOf(*part);
    if (!parts) return tl::unexpected(parts.error());
    const auto number = part->integer("split.no");
    if (!number) return tl::unexpected(number.error());
    if (*parts != count || number->value_or(-1) != static_cast<std::int64_t>(index))
        return fail(
            ErrorCode::InvalidInput,
            "By its name this is " + ordinal(index, count) +
                ", but the file says otherwise: it belongs to another model, or was renamed. Download "
                "it again.",
            path);
    maps_.push_back(std::move(*map));
    if (index == 0) {
        file_ = std::move(*part);
        return {};
    }
    return file_.addTensors(*part);
}

std::uint64_t ModelFile::bytes() const {
    std::uint64_t sum = 0;
    for (const base::MappedFile& map : maps_) sum += map.bytes().size();
    return sum;
}

std::vector<std::string> ModelFile::parts() const {
    std::vector<std::string> out;
    for (const base::MappedFile& map : maps_) out.push_back(map.path());
    return out;
}

void ModelFile::willNeed() const {
    for (const base::MappedFile& map : maps_) map.willNeed(0, map.bytes().size());
}

void ModelFile::release(std::span<const std::byte> part) const {
    for (const base::MappedFile& map : maps_) {
        const std::byte* begin = map.bytes().data();
        if (part.data() >= begin && part.data() < begin + map.bytes().size()) map.release(part);
    }
}

}  // namespace hearth::engine::gguf
