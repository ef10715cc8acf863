#include <algorithm>

#include "dictionary/wordnet.h"
#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

class DefineWord : public ToolFixture {
  protected:
    DefineWord() { context_.systemRoot = dir_ / "root"; }
    // A database of a few words in the form of wndb(5WN), with enough others for the search to bisect.
    void installDictionary() {
        const auto folder = context_.systemRoot / "usr/share/wordnet";
        std::string data = "  1 licence\n";
        std::string index;
        auto offset = [&](const std::string& line) {
            const std::size_t at = data.size();
            data += line + "\n";
            return std::to_string(at);
        };
        for (int i = 0; i < 500; ++i) index += "aaa" + std::to_string(1000 + i) + " n 1 0 1 0 00000012\n";
        const std::string first = offset("x 03 n 01 dog 0 000 | a domesticated mammal; \"the dog barked\"");
        const std::string second = offset("x 03 n 01 dog 0 000 | an unpleasant person");
        index += "dog n 2 2 @ ~ 2 1 " + first + " " + second + "  \n";
        index += "guinea_pig n 1 0 1 0 " + offset("x 03 n 01 g 0 000 | a small pet") + "  \n";
        index += "mouse n 1 0 1 0 " + offset("x 03 n 01 m 0 000 | a small rodent") + "  \n";
        for (int i = 0; i < 500; ++i) index += "zzz" + std::to_string(1000 + i) + " n 1 0 1 0 00000012\n";
        write(folder / "index.noun", index);
        write(folder / "data.noun", data);
        write(folder / "noun.exc", "mice mouse\n");
    }
};

TEST_F(DefineWord, ReadsTheDictionaryOfThisComputer) {
    installDictionary();
    const auto prepared = prepare("define_word", {{"word", "dog"}});
    EXPECT_FALSE(prepared.waits.has_value());
    EXPECT_EQ(perform("define_word", {{"word", "dogs"}}).text,
              "Dogs\nnoun:\n• a domesticated mammal (“the dog barked”)\n• an unpleasant person");
    EXPECT_EQ(perform("define_word", {{"word", "Guinea pig"}}).text, "Guinea pig\nnoun:\n• a small pet");
    EXPECT_EQ(perform("define_word", {{"word", "mice"}}).text, "Mice\nnoun:\n• a small rodent");
    EXPECT_TRUE(desktop_.opened.empty());
}

TEST_F(DefineWord, AsksBeforeItSearches) {
    const auto none = prepare("define_word", {{"word", "hearth"}});
    EXPECT_EQ(none.waits, true);
    EXPECT_EQ(value(none, "search_words"), "meaning of hearth");
    EXPECT_NE(none.warnings.at(0).find("No dictionary"), std::string::npos);
    installDictionary();
    EXPECT_NE(prepare("define_word", {{"word", "hearth"}}).warnings.at(0).find("does not have"),
              std::string::npos);
    EXPECT_EQ(prepare("define_word", {}).question, "Which word?");
}

TEST_F(DefineWord, SurvivesADamagedDictionary) {
    const auto folder = context_.systemRoot / "usr/share/wordnet";
    for (const char* index :
         {"", "dog", "dog n 999999999 0 1 0 5\n", "dog n 1 0 1 0 99999999999\n", "dog n x\n"}) {
        write(folder / "index.noun", index);
        write(folder / "data.noun", "no bar\n");
        EXPECT_TRUE(agent::meaningsOf(folder, "dog", 3).empty()) << index;
    }
}

}  // namespace
}  // namespace hearth::tests
