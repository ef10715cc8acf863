// The model files that the user has: those in <data>/models, and those that were opened where they lie (noted
// in <data>/models/opened.json). Reads the folder at every call; one thread at a time, any number of
// programs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"

namespace hearth::app {

struct InstalledModel {
    std::string name;  // the file's name without ".gguf": what it is called here
    std::filesystem::path path;
    std::uint64_t bytes = 0;
    bool inPlace = false;  // not ours: removing it forgets it only
    bool there = true;     // false: an opened file that has been moved or deleted
};

class ModelLibrary {
  public:
    explicit ModelLibrary(const std::filesystem::path& dataDir) : folder_(dataDir / "models") {}

    const std::filesystem::path& folder() const { return folder_; }
    std::vector<InstalledModel> list() const;  // by name
    // By name, file name or path. NotFound names those that there are.
    base::Result<InstalledModel> find(const std::string& name) const;

    // Takes a GGUF file up where it lies, or copies it into the folder. The file is checked first. Errors:
    // those of engine::describeFile; Conflict where the name is taken; Io (also: no room); Cancelled.
    using Progress = std::function<void(double share)>;
    base::Result<InstalledModel> open(const std::filesystem::path& file);
    base::Result<InstalledModel> copyIn(const std::filesystem::path& file, const Progress& progress,
                                        base::CancelToken cancel);
    // Deletes the file if it lies in the folder, forgets it otherwise.
    base::Result<InstalledModel> remove(const std::string& name);

    // As remove(), but a file of the folder is only set aside, under another name: bringBack() undoes it
    // until dropAside() deletes what was set aside. Errors: NotFound, Io; Conflict where the name is taken
    // again.
    base::Result<InstalledModel> setAside(const std::filesystem::path& file);
    base::Result<void> bringBack(const InstalledModel& model);
    void dropAside();

  private:
    std::vector<std::string> opened() const;
    base::Result<void> setOpened(const std::vector<std::string>& paths) const;

    std::filesystem::path folder_;
};

// Whether the file is a model that this version can run: what a download or a copy is checked with.
base::Result<void> checkModelFile(const std::filesystem::path& file);

}  // namespace hearth::app
