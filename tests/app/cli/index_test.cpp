// Folders into the library by the command line.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "app/cli/command_line.h"

namespace hearth::app {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;
using testing::HasSubstr;

class IndexCommand : public testing::Test {
  protected:
    void SetUp() override { fs::create_directories(folder()); }
    std::string folder() const { return hearth_.file("papers"); }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream(folder() + "/" + name) << text;
        // Of another day: what was just written is left to rest first.
        fs::last_write_time(folder() + "/" + name, fs::file_time_type::clock::now() - std::chrono::hours(24));
    }
    Json index(const std::string& options = "") const {
        const Ran ran = hearth_.run("index '" + folder() + "' --json " + options);
        EXPECT_EQ(ran.code, 0) << ran.err;
        return Json::parse(ran.out, nullptr, false);
    }
    CommandLine hearth_;
};

TEST_F(IndexCommand, ReadsSkipsAndGoesOnFromThere) {
    write("wells.md", "# Wells\n\nThe deep well of Rome was dug in 1911.\n");
    write("prices.csv", "Part,Price\npump,20\nmotor,30\n");
    write("broken.docx", "PK\x03\x04 no archive");
    const Json first = index();
    EXPECT_EQ(first["found"], 3);
    EXPECT_EQ(first["indexed"], 2);
    ASSERT_EQ(first["skipped"].size(), 1u);
    EXPECT_EQ(first["skipped"][0]["reason"], "damaged");
    EXPECT_THAT(first["skipped"][0]["path"].get<std::string>(), HasSubstr("broken.docx"));
    EXPECT_EQ(index()["unchanged"], 3);

    const Ran found = hearth_.run("search 'when was the well dug?' --json");
    ASSERT_EQ(found.code, 0) << found.err;
    EXPECT_THAT(found.out, HasSubstr("wells.md"));
    EXPECT_THAT(found.out, HasSubstr("1911"));

    fs::rename(folder() + "/wells.md", folder() + "/deep.md");
    EXPECT_EQ(index("--exclude '*.csv'")["moved"], 1);
    EXPECT_THAT(hearth_.run("search 'price of the pump' --json").out, testing::Not(HasSubstr("prices.csv")));
}

TEST_F(IndexCommand, SealsWhatItKnowsAndWipesIt) {
    write("wells.md", "The deep well of Rome was dug in 1911.\n");
    index();
    EXPECT_TRUE(fs::exists(hearth_.data() / "library.graph"));
    EXPECT_THAT(hearth_.run("stored").out, HasSubstr("1 indexed documents"));
    std::ofstream(hearth_.file("pass")) << "correct horse\n";
    ::setenv("HEARTH_NEW_PASSPHRASE_FILE", hearth_.file("pass").c_str(), 1);
    ASSERT_EQ(hearth_.run("vault on").code, 0);
    ::unsetenv("HEARTH_NEW_PASSPHRASE_FILE");
    EXPECT_FALSE(fs::exists(hearth_.data() / "library.graph"));
    EXPECT_EQ(hearth_.run("search well").code, 3);

    ::setenv("HEARTH_PASSPHRASE_FILE", hearth_.file("pass").c_str(), 1);
    EXPECT_THAT(hearth_.run("search 'when was the well dug?'").out, HasSubstr("1911"));
    write("pumps.md", "The pump was bought in 1920.\n");
    EXPECT_EQ(index()["indexed"], 1);
    EXPECT_FALSE(fs::exists(hearth_.data() / "library.graph"));
    EXPECT_EQ(hearth_.read("data/library.db").find("1911"), std::string::npos);
    ::unsetenv("HEARTH_PASSPHRASE_FILE");
    EXPECT_EQ(hearth_.run("wipe --yes").code, 0);
    EXPECT_FALSE(fs::exists(hearth_.data() / "library.db"));
}

TEST_F(IndexCommand, PeopleAreToldWhatWasSkipped) {
    write("a.bin", std::string("\0\1\2", 3));
    const Ran ran = hearth_.run("index '" + folder() + "'");
    EXPECT_EQ(ran.code, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("1 files: 0 read, 0 unchanged, 0 moved, 0 gone, 1 skipped"));
    EXPECT_THAT(ran.out, HasSubstr("a.bin: It is neither text"));
    const Ran none = hearth_.run("index '" + folder() + "/none'");
    EXPECT_EQ(none.code, 2);
    EXPECT_THAT(none.err, HasSubstr("There is no such folder"));
}

}  // namespace
}  // namespace hearth::app
