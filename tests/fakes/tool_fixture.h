// A test of one tool: a data folder of its own, a fake clock in Berlin on Sunday 22 November 2026 at 15:30
// UTC, and a fake desktop.
#pragma once

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "agent/file_changes.h"
#include "agent/tool_registry.h"
#include "fakes/fake_clock.h"
#include "fakes/fake_desktop.h"

namespace hearth::tests {

class ToolFixture : public ::testing::Test {
  protected:
    ToolFixture()
        : dir_(makeDir()), changes_(dir_ / "undo"), context_(agent::ToolContext::below(dir_ / "data")) {
        context_.homeDir = dir_ / "home";
        context_.zone = "Europe/Berlin";
        context_.clock = &clock_;
        context_.desktop = &desktop_;
        context_.changes = &changes_;
        registry_ = agent::ToolRegistry::withAllTools(context_);
    }
    ~ToolFixture() override { std::filesystem::remove_all(dir_); }

    agent::Tool& tool(const std::string& name) {
        agent::Tool* found = registry_.find(name);
        if (found == nullptr) throw std::runtime_error("no tool " + name);
        return *found;
    }
    using Arguments = std::vector<std::pair<std::string, std::string>>;
    agent::Prepared prepare(const std::string& name, const Arguments& arguments) {
        auto prepared = tool(name).prepare({name, arguments});
        EXPECT_TRUE(prepared) << prepared.error().text();
        return prepared ? *prepared : agent::Prepared{};
    }
    // prepare() and run() in one go; fails the test where either fails.
    agent::Outcome perform(const std::string& name, const Arguments& arguments) {
        const agent::Prepared prepared = prepare(name, arguments);
        EXPECT_EQ(prepared.question, "");
        auto outcome = tool(name).run(prepared.fields, {});
        EXPECT_TRUE(outcome) << outcome.error().text();
        return outcome ? *outcome : agent::Outcome{};
    }
    static std::string value(const agent::Prepared& prepared, const std::string& field) {
        for (const agent::Field& f : prepared.fields)
            if (f.name == field) return f.value;
        return "(no field " + field + ")";
    }
    static std::string read(const std::filesystem::path& path) {
        std::ifstream in(path, std::ios::binary);
        std::ostringstream out;
        out << in.rdbuf();
        return out.str();
    }
    static void write(const std::filesystem::path& path, const std::string& bytes) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }
    static std::vector<std::filesystem::path> filesIn(const std::filesystem::path& dir) {
        std::vector<std::filesystem::path> files;
        if (std::filesystem::exists(dir))
            for (const auto& entry : std::filesystem::directory_iterator(dir)) files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        return files;
    }

    std::filesystem::path dir_;
    FakeClock clock_;
    FakeDesktop desktop_;
    agent::FileChanges changes_;
    agent::ToolContext context_;
    agent::ToolRegistry registry_;

  private:
    static std::filesystem::path makeDir() {
        std::string name = (std::filesystem::temp_directory_path() / "hearth-test-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
        return name;
    }
};

}  // namespace hearth::tests
