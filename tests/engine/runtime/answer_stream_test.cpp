#include "runtime/answer_stream.h"

#include <gtest/gtest.h>

#include "fakes/tiny_model.h"
#include "gguf/reader.h"
#include "text/tokenizers/load.h"

namespace hearth::engine {
namespace {

class AnswerStreamTest : public testing::Test {
  protected:
    void SetUp() override {
        const auto bytes = tests::TinyModel().bytes();
        const auto file = gguf::File::parse(bytes, "m.gguf");
        ASSERT_TRUE(file);
        auto made = loadTokenizer(*file);
        ASSERT_TRUE(made);
        tokenizer_ = std::move(*made);
    }
    // Pushes `text` token by token; gives the texts of the events that came out, and those of the end.
    std::vector<std::string> run(const std::string& text, std::vector<std::string> stops) {
        std::vector<std::string> out;
        AnswerStream answer(*tokenizer_, std::move(stops),
                            [&](const TokenEvent& event) { out.push_back(event.text); });
        for (const TokenId id : tokenizer_->encode(text, {false, true})) {
            pushed_.push_back(id);
            if (answer.push({id, {}, 0, {}})) break;
        }
        answer.finish();
        text_ = answer.text();
        return out;
    }
    std::unique_ptr<Tokenizer> tokenizer_;
    std::vector<TokenId> pushed_;
    std::string text_;
};

using Texts = std::vector<std::string>;

TEST_F(AnswerStreamTest, GivesEachTokenItsText) {
    EXPECT_EQ(run("he a<fn:wave>!", {}), (Texts{"he", " ", "a", "", "!"}));
    EXPECT_EQ(text_, "he a!");
}

TEST_F(AnswerStreamTest, CharactersComeOutWhole) {
    EXPECT_EQ(run("\xC3\xA9x", {}), (Texts{"", "\xC3\xA9", "x"}));
    EXPECT_EQ(run("a\xF0\x9F", {}), (Texts{"a", "", "\xEF\xBF\xBD\xEF\xBF\xBD"}));
    EXPECT_EQ(text_, "a\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_F(AnswerStreamTest, AStopTextIsNeverShown) {
    EXPECT_EQ(run("abXYZcd", {"XYZ"}), (Texts{"a", "b", "", "", ""}));
    EXPECT_EQ(text_, "ab");
    EXPECT_EQ(pushed_.size(), 5u);
}

TEST_F(AnswerStreamTest, WhatOnlyBeganLikeAStopTextIsShown) {
    EXPECT_EQ(run("aXYb", {"XYZ"}), (Texts{"a", "X", "Y", "b"}));
    EXPECT_EQ(run("aXY", {"XYZ"}), (Texts{"a", "X", "Y"}));
    EXPECT_EQ(text_, "aXY");
}

TEST_F(AnswerStreamTest, AStopTextInsideATokenCutsIt) {
    EXPECT_EQ(run("a he", {"e"}), (Texts{"a", " h"}));
    EXPECT_EQ(text_, "a h");
}

}  // namespace
}  // namespace hearth::engine
