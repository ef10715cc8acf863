#include "catalogue/model_library.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "catalogue/catalogue.h"
#include "engine/model.h"

namespace hearth::app {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;
using nlohmann::json;

namespace {

constexpr const char* kAside = ".removed";
constexpr std::uint64_t kSpareBytes = std::uint64_t{64} << 20;

InstalledModel describe(const fs::path& path, bool inPlace) {
    std::error_code missing;
    InstalledModel model;
    model.name = path.stem().string();
    model.path = path;
    model.inPlace = inPlace;
    model.bytes = fs::file_size(path, missing);
    model.there = !missing;
    if (missing) model.bytes = 0;
    return model;
}

Result<void> copyBytes(const fs::path& from, const fs::path& to, std::uint64_t bytes,
                       const ModelLibrary::Progress& progress, const base::CancelToken& cancel) {
    std::ifstream in(from, std::ios::binary);
    std::ofstream out(to, std::ios::binary | std::ios::trunc);
    std::vector<char> block(4u << 20);
    std::uint64_t done = 0;
    while (in && out) {
        if (cancel.cancelled()) return fail(ErrorCode::Cancelled, "Stopped.", from.string());
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        out.write(block.data(), in.gcount());
        done += static_cast<std::uint64_t>(in.gcount());
        if (progress && bytes > 0) progress(static_cast<double>(done) / static_cast<double>(bytes));
    }
    out.close();
    if (!out || done != bytes)
        return fail(ErrorCode::Io, "The file could not be copied. Is there room on the disk?", to.string());
    return {};
}

}  // namespace

Result<void> checkModelFile(const fs::path& file) {
    const auto summary = engine::describeFile(file.string());
    if (!summary) return tl::unexpected(summary.error());
    if (engine::runsArchitecture(summary->info.architecture)) return {};
    return fail(ErrorCode::Unsupported,
                "This is a model of the architecture “" + summary->info.architecture +
                    "”, which this version of Hearth cannot run.",
                file.string());
}

std::vector<std::string> ModelLibrary::opened() const {
    std::ifstream in(folder_ / "opened.json");
    const json list = json::parse(in, nullptr, false);
    std::vector<std::string> paths;
    if (list.is_array())
        for (const json& item : list)
            if (item.is_string()) paths.push_back(item.get<std::string>());
    return paths;
}

Result<void> ModelLibrary::setOpened(const std::vector<std::string>& paths) const {
    std::error_code failed;
    fs::create_directories(folder_, failed);
    const fs::path written = folder_ / "opened.json.new";
    std::ofstream out(written);
    out << json(paths).dump(2, ' ', false, json::error_handler_t::replace) << '\n';
    out.close();
    if (out) fs::rename(written, folder_ / "opened.json", failed);
    if (!out || failed)
        return fail(ErrorCode::Io, "The list of models cannot be saved.", (folder_ / "opened.json").string());
    return {};
}

std::vector<InstalledModel> ModelLibrary::list() const {
    std::vector<InstalledModel> models;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder_, none))
        if (entry.path().extension() == ".gguf") models.push_back(describe(entry.path(), false));
    for (const std::string& path : opened()) models.push_back(describe(path, true));
    std::sort(models.begin(), models.end(),
              [](const InstalledModel& a, const InstalledModel& b) { return a.name < b.name; });
    return models;
}

Result<InstalledModel> ModelLibrary::find(const std::string& name) const {
    std::string known;
    for (const InstalledModel& model : list()) {
        if (model.name == name || model.path.filename() == name || model.path == name) return model;
        known += (known.empty() ? "" : ", ") + model.name;
    }
    return fail(ErrorCode::NotFound,
                known.empty() ? "No models are installed."
                              : "There is no model of this name. There are: " + known + ".",
                name);
}

Result<InstalledModel> ModelLibrary::open(const fs::path& file) {
    std::error_code failed;
    const fs::path path = fs::weakly_canonical(file, failed);
    if (auto fine = checkModelFile(path); !fine) return tl::unexpected(fine.error());
    if (path.parent_path() == fs::weakly_canonical(folder_, failed)) return describe(path, false);
    std::vector<std::string> paths = opened();
    if (std::find(paths.begin(), paths.end(), path.string()) == paths.end()) {
        for (const InstalledModel& model : list())
            if (model.name == path.stem())
                return fail(ErrorCode::Conflict,
                            "There is a model of this name already: " + model.path.string() +
                                ". Rename the file, or remove the other one.",
                            path.string());
        paths.push_back(path.string());
        if (auto saved = setOpened(paths); !saved) return tl::unexpected(saved.error());
    }
    return describe(path, true);
}

Result<InstalledModel> ModelLibrary::copyIn(const fs::path& file, const Progress& progress,
                                            base::CancelToken cancel) {
    if (auto fine = checkModelFile(file); !fine) return tl::unexpected(fine.error());
    std::error_code failed;
    fs::create_directories(folder_, failed);
    const fs::path target = folder_ / file.filename();
    if (fs::exists(target, failed))
        return fail(ErrorCode::Conflict, "There is a model of this name already.", target.string());
    const auto bytes = fs::file_size(file, failed);
    const auto space = fs::space(folder_, failed);
    if (!failed && bytes + kSpareBytes > space.available)
        return fail(ErrorCode::Io,
                    "The disk has not enough room: " + sizeText(bytes + kSpareBytes) + " are needed and " +
                        sizeText(space.available) + " are free.",
                    folder_.string());
    const fs::path partial = target.string() + ".copying";
    auto copied = copyBytes(file, partial, bytes, progress, cancel);
    if (copied) {
        fs::rename(partial, target, failed);
        if (failed) copied = fail(ErrorCode::Io, "The copy cannot get its name.", target.string());
    }
    if (copied) return describe(target, false);
    std::error_code ignored;
    fs::remove(partial, ignored);
    return tl::unexpected(copied.error());
}

Result<InstalledModel> ModelLibrary::remove(const std::string& name) {
    auto model = find(name);
    if (!model) return model;
    if (model->inPlace) {
        std::vector<std::string> paths = opened();
        std::erase(paths, model->path.string());
        if (auto saved = setOpened(paths); !saved) return tl::unexpected(saved.error());
        return model;
    }
    std::error_code failed;
    fs::remove(model->path, failed);
    if (failed)
        return fail(ErrorCode::Io, "The model cannot be deleted: " + failed.message() + ".",
                    model->path.string());
    return model;
}

Result<InstalledModel> ModelLibrary::setAside(const fs::path& file) {
    auto model = find(file.string());
    if (!model || model->inPlace) return model ? remove(file.string()) : model;
    std::error_code failed;
    fs::rename(model->path, model->path.string() + kAside, failed);
    if (failed)
        return fail(ErrorCode::Io, "The model cannot be removed: " + failed.message() + ".",
                    model->path.string());
    return model;
}

Result<void> ModelLibrary::bringBack(const InstalledModel& model) {
    if (model.inPlace) {
        const auto again = open(model.path);
        return again ? Result<void>() : tl::unexpected<base::Error>(again.error());
    }
    std::error_code failed;
    if (fs::exists(model.path, failed))
        return fail(ErrorCode::Conflict, "There is a model of this name again.", model.path.string());
    fs::rename(model.path.string() + kAside, model.path, failed);
    if (failed)
        return fail(ErrorCode::Io, "The model cannot be brought back: " + failed.message() + ".",
                    model.path.string());
    return {};
}

void ModelLibrary::dropAside() {
    std::error_code ignored;
    std::vector<fs::path> aside;
    for (const auto& entry : fs::directory_iterator(folder_, ignored))
        if (entry.path().extension() == kAside) aside.push_back(entry.path());
    for (const fs::path& file : aside) fs::remove(file, ignored);
}

}  // namespace hearth::app
