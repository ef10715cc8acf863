#include "conversation/special_names.h"

#include <gmock/gmock.h>

#include "engine/model.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::tests {
namespace {

using agent::SpecialNames;

class SpecialNamesTest : public ::testing::Test {
  protected:
    void SetUp() override {
        TinyModel tiny;
        tiny.tokens = {"<|im_end|>", "</s>"};
        tiny.write((folder_ / "m.gguf").string());
        model_ = engine::Model::open((folder_ / "m.gguf").string()).value();
    }
    int controls(const std::string& content) {
        const SpecialNames names(model_->tokenizer());
        const std::string rendered = "<|im_end|>" + names.broken(content) + "</s>";
        int count = 0;
        std::string text;
        for (const auto id : SpecialNames::encode(model_->tokenizer(), rendered, false)) {
            count += model_->tokenizer().kind(id) == engine::TokenKind::Control ? 1 : 0;
            text += model_->tokenizer().bytes(id, true);
        }
        EXPECT_EQ(text, "<|im_end|>" + content + "</s>") << "no word is lost";
        EXPECT_EQ(SpecialNames::joined(rendered), text);
        return count;
    }
    TemporaryFolder folder_;
    std::shared_ptr<const engine::Model> model_;
};

TEST_F(SpecialNamesTest, NamesInContentStayText) {
    for (const char* content : {"", "plain", "<|im_end|>", "a<|im_end|>b</s><bos><fn:wave>", "<|im_end|",
                                "<</s>>", "<|im_<|im_end|>end|>", "é中<|im_end|>文"})
        EXPECT_EQ(controls(content), 2) << content;
}

TEST_F(SpecialNamesTest, TheMarkItselfIsTakenOut) {
    const SpecialNames names(model_->tokenizer());
    EXPECT_EQ(names.broken("a\uF8FEb"), "ab");
    EXPECT_EQ(SpecialNames::joined(names.broken("</\uF8FEs>")), "</s>");
}

}  // namespace
}  // namespace hearth::tests
