#include "documents/support.h"

#include <gmock/gmock.h>

#include "fakes/scripted_passages.h"

namespace hearth::agent::documents {
namespace {

using testing::ElementsAre;

class SupportTest : public ::testing::Test {
  protected:
    void SetUp() override {
        add("The monthly rent for the flat is 800 euros, payable to Ana Silva on the first day.");
        add("Either side may end the lease with a notice of three months in writing.");
        add("The garden belongs to all tenants of the house in equal parts.");
    }
    void add(const std::string& text) {
        Passage passage;
        passage.found.chunk = finder_.add("/lease.txt", text);
        passages_.push_back(passage);
    }
    CitedSentence checked(const std::string& written) {
        auto sentences = citedSentences(written, static_cast<int>(passages_.size()));
        EXPECT_TRUE(checkSupport(finder_, sentences, passages_, {}));
        return sentences.empty() ? CitedSentence{} : sentences.front();
    }
    tests::ScriptedPassages finder_;
    std::vector<Passage> passages_;
};

TEST_F(SupportTest, HoldsSentencesAgainstWhatTheyCite) {
    EXPECT_TRUE(checked("The rent is 800 euros [1].").supported);
    EXPECT_FALSE(checked("The rent is 900 euros [1].").supported) << "another number";
    EXPECT_FALSE(checked("The rent of 800 euros goes to Ben Berg [1].").supported) << "another name";
    EXPECT_FALSE(checked("The rent is 800 euros [3].").supported) << "another passage";
    EXPECT_FALSE(checked("Cats usually sleep all day long [1].").supported) << "another subject";
}

TEST_F(SupportTest, FindsThePassageOfASentenceThatCitesNone) {
    const auto sentence = checked("The lease may be ended with a notice of three months.");
    EXPECT_TRUE(sentence.supported);
    EXPECT_THAT(sentence.passages, ElementsAre(2));
    EXPECT_FALSE(checked("Paris is the capital of France and very large.").supported);
}

TEST_F(SupportTest, ConfirmsOverSeveralPassages) {
    EXPECT_TRUE(checked("The rent is 800 euros, and the notice is three months [1][2].").supported);
}

}  // namespace
}  // namespace hearth::agent::documents
