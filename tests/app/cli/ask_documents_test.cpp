// Asking documents by the command line.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "app/cli/command_line.h"

namespace hearth::app {
namespace {

using Json = nlohmann::json;
namespace fs = std::filesystem;
using testing::HasSubstr;

class AskDocuments : public testing::Test {
  protected:
    void SetUp() override {
        fs::create_directories(folder());
        std::ofstream(folder() + "/lease.md") << "# Lease\n\nThe flat lies on the second floor of the "
                                                 "house.\n\n## Rent\n\nThe monthly rent is 800 "
                                                 "euros. It is due on the first working day.\n";
        std::ofstream(folder() + "/garden.txt")
            << "Tomatoes want sun, water and patience until late summer.\n";
        for (const char* name : {"/lease.md", "/garden.txt"})  // what was just written is left to rest first
            fs::last_write_time(folder() + name, fs::file_time_type::clock::now() - std::chrono::hours(24));
        ASSERT_EQ(hearth_.run("index '" + folder() + "'").code, 0);
    }
    std::string folder() const { return hearth_.file("papers"); }
    Json ask(const std::string& question, const std::string& options = "") {
        const Ran ran = hearth_.run("ask --docs \"" + question + "\" --json " + options);
        EXPECT_EQ(ran.code, 0) << ran.err;
        return Json::parse(ran.out, nullptr, false);
    }
    CommandLine hearth_;
};

TEST_F(AskDocuments, GivesTheSentenceWithItsPlace) {
    const Json answer = ask("How much is the monthly rent?");
    EXPECT_THAT(answer["text"].get<std::string>(), HasSubstr("**The monthly rent is 800 euros.**"));
    const Json& documents = answer["documents"];
    EXPECT_EQ(documents["documents_searched"], 2);
    EXPECT_EQ(documents["used"], 1);
    ASSERT_EQ(documents["sources"].size(), 1u);
    EXPECT_EQ(documents["sources"][0]["path"], folder() + "/lease.md");
    EXPECT_EQ(documents["sources"][0]["answer"], "The monthly rent is 800 euros.");
    EXPECT_EQ(documents["statements"][0]["sources"], Json::array({1}));
    const Ran shown = hearth_.run("ask --docs how much is the monthly rent");
    EXPECT_THAT(shown.out, HasSubstr("The monthly rent is 800 euros. It is due"));
    EXPECT_THAT(shown.out, HasSubstr("[1] " + folder() + "/lease.md:"));
    EXPECT_THAT(shown.out, HasSubstr("Searched 2 documents"));
}

TEST_F(AskDocuments, SaysWhereNothingIsFound) {
    const Json answer = ask("Who won the chess tournament in Reykjavik?");
    EXPECT_THAT(answer["text"].get<std::string>(), HasSubstr("found nothing"));
    EXPECT_EQ(answer["documents"]["used"], 0);
    const Json elsewhere = ask("How much is the monthly rent?", "--in '" + hearth_.file("other") + "'");
    EXPECT_THAT(elsewhere["text"].get<std::string>(), HasSubstr("no documents"));
}

TEST_F(AskDocuments, TellsWhatAFolderIsAbout) {
    const Json answer = ask("What is this folder about?");
    EXPECT_THAT(answer["text"].get<std::string>(), HasSubstr("2 documents: 2 × text."));
    EXPECT_THAT(answer["text"].get<std::string>(), HasSubstr("Tomatoes want sun"));
}

}  // namespace
}  // namespace hearth::app
