#include "names/tagger.h"

#include <gtest/gtest.h>

#include <fstream>

#include "fakes/temporary_folder.h"

namespace hearth::privacy {
namespace {

const char* modelFile = HEARTH_SOURCE "/assets/models/names.tagger";

TEST(Tagger, FindsNamesOfTheirKinds) {
    const auto tagger = Tagger::open(modelFile);
    ASSERT_TRUE(tagger) << tagger.error().text();
    const struct {
        const char* text;
        const char* kind;
        const char* name;
    } cases[] = {{"Remind me to call Sarah Miller tomorrow", "PERSON", "Sarah Miller"},
                 {"What is the weather in Germany today?", "GPE", "Germany"},
                 {"I live at 12 Maple Street, please write it down", "STREET_ADDRESS", "12 Maple Street"}};
    for (const auto& [text, kind, name] : cases) {
        bool found = false;
        for (const Finding& finding : tagger->tag(text))
            found = found || (finding.kind == kind &&
                              std::string(text).substr(finding.start, finding.end - finding.start) == name);
        EXPECT_TRUE(found) << text;
    }
    EXPECT_TRUE(tagger->tag("the cat sat on the mat and slept").empty());
    EXPECT_TRUE(tagger->tag("").empty());
}

TEST(Tagger, SaysWhatIsWrongWithAModel) {
    EXPECT_EQ(Tagger::open("/nowhere/names.tagger").error().code, base::ErrorCode::NotFound);
    std::ifstream in(modelFile, std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(in)), {});
    const tests::TemporaryFolder folder;
    for (const std::size_t size : {std::size_t{0}, std::size_t{7}, std::size_t{30}, whole.size() - 1}) {
        std::ofstream(folder.path() / "cut", std::ios::binary) << whole.substr(0, size);
        EXPECT_EQ(Tagger::open(folder.path() / "cut").error().code, base::ErrorCode::InvalidInput) << size;
    }
}

}  // namespace
}  // namespace hearth::privacy
