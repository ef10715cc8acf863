// Models with layers that remember all tokens in one state: the same numbers however the tokens come, and
// nothing computed again that a snapshot still knows.
#include <gtest/gtest.h>

#include "engine/conformance.h"
#include "engine/logits.h"
#include "engine/session.h"

namespace hearth::engine {
namespace {

namespace fs = std::filesystem;

const fs::path kOwn = fs::path(HEARTH_SOURCE) / "tests/golden";

struct Recurrent {
    const char* name;
    fs::path folder;
    std::string path() const { return (folder / (std::string(name) + ".gguf")).string(); }
};

class RecurrentModel : public testing::TestWithParam<Recurrent> {
  protected:
    void SetUp() override {
        if (!fs::exists(GetParam().path())) GTEST_SKIP() << "no fixture at " << GetParam().path();
        auto model = Model::open(GetParam().path());
        ASSERT_TRUE(model) << model.error().text();
        model_ = *model;
        session_ = session();
    }
    std::unique_ptr<Session> session() {
        auto made = Session::create(model_, {256, CacheType::F32, true});
        EXPECT_TRUE(made);
        return std::move(*made);
    }
    static std::vector<TokenId> tokens(int count, int seed = 1) {
        std::vector<TokenId> out;
        for (int i = 0; i < count; ++i) out.push_back(3 + (i * 37 + seed * 11 + i * i) % 250);
        return out;
    }
    static GenerateResult ask(Session& session, const std::vector<TokenId>& prompt, int maxTokens = 4) {
        GenerateRequest request;
        request.prompt = prompt;
        request.maxTokens = maxTokens;
        request.sampling.temperature = 0;
        request.topLogprobs = 5;
        auto answer = session.generate(request);
        EXPECT_TRUE(answer) << answer.error().text();
        return *answer;
    }
    // The same tokens, and logprobs but for rounding, as a session that knows nothing gives.
    void expectAsFresh(const GenerateResult& got, const std::vector<TokenId>& prompt) {
        const auto fresh = ask(*session(), prompt);
        EXPECT_EQ(got.tokens, fresh.tokens);
        ASSERT_EQ(got.logprobs.size(), fresh.logprobs.size());
        for (std::size_t i = 0; i < got.logprobs.size(); ++i)
            EXPECT_NEAR(got.logprobs[i], fresh.logprobs[i], 1e-4);
    }
    std::shared_ptr<const Model> model_;
    std::unique_ptr<Session> session_;
};

TEST_P(RecurrentModel, PiecesOfAnySizeGiveTheSameLogits) {
    const auto all = tokens(40);
    const auto whole = session_->forward(all);
    ASSERT_TRUE(whole);
    for (const std::size_t size : {1u, 2u, 3u, 7u, 39u}) {
        auto other = session();
        std::vector<float> pieces;
        for (std::size_t at = 0; at < all.size(); at += size) {
            const auto part = other->forward(std::span(all).subspan(at, std::min(size, all.size() - at)));
            ASSERT_TRUE(part);
            pieces.insert(pieces.end(), part->begin(), part->end());
        }
        EXPECT_LE(tests::nmse(pieces, *whole), 1e-10) << "pieces of " << size;
    }
}

TEST_P(RecurrentModel, GoesOnWhereAnAnswerEnded) {
    auto prompt = tokens(60);
    const auto first = ask(*session_, prompt);
    prompt.insert(prompt.end(), first.tokens.begin(), first.tokens.end());
    const auto more = tokens(10, 5);
    prompt.insert(prompt.end(), more.begin(), more.end());
    const auto second = ask(*session_, prompt);
    EXPECT_GE(second.reusedTokens, 60);
    expectAsFresh(second, prompt);
}

// The answer is given again, or another one after the same question.
TEST_P(RecurrentModel, ComesBackToTheEndOfAPrompt) {
    const auto prompt = tokens(60);
    ask(*session_, prompt, 12);
    const auto again = ask(*session_, prompt);
    EXPECT_EQ(again.reusedTokens, 59);
    expectAsFresh(again, prompt);
}

// Three turns, then the second question is edited: the first turn is not computed again.
TEST_P(RecurrentModel, ComputesOnlyWhatAnEditChanges) {
    auto talk = tokens(40);
    const auto add = [&](const std::vector<TokenId>& part) {
        talk.insert(talk.end(), part.begin(), part.end());
    };
    add(ask(*session_, talk).tokens);
    const std::size_t firstTurn = talk.size();
    add(tokens(30, 2));
    add(ask(*session_, talk).tokens);
    add(tokens(30, 3));
    ask(*session_, talk);
    auto edited = std::vector<TokenId>(talk.begin(), talk.begin() + static_cast<std::ptrdiff_t>(firstTurn));
    const auto other = tokens(25, 4);
    edited.insert(edited.end(), other.begin(), other.end());
    const auto answer = ask(*session_, edited);
    EXPECT_GE(answer.reusedTokens, static_cast<int>(firstTurn) - 1);
    expectAsFresh(answer, edited);
}

TEST_P(RecurrentModel, AStoppedPromptLeavesNoTrace) {
    const auto prompt = tokens(80);
    base::CancelSource source;
    GenerateRequest request;
    request.prompt = prompt;
    request.cancel = source.token();
    request.onPrefill = [&](int, int) { source.cancel(); };
    ASSERT_EQ(session_->generate(request)->stop, StopReason::Cancelled);
    const auto answer = ask(*session_, prompt);
    expectAsFresh(answer, prompt);
    session_->reset();
    const auto another = tokens(20, 9);
    expectAsFresh(ask(*session_, another), another);
}

INSTANTIATE_TEST_SUITE_P(Models, RecurrentModel,
                         testing::Values(Recurrent{"arch-qwen35", tests::conformanceFolder()},
                                         Recurrent{"granitehybrid", kOwn}, Recurrent{"lfm2", kOwn},
                                         Recurrent{"qwen35moe", kOwn}),
                         [](const auto& test) {
                             std::string name = test.param.name;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

// Expected logits that tests/golden/make_recurrent.py computed in double precision.
TEST(RecurrentGolden, MatchesTheReference) {
    for (const std::string name : {"granitehybrid", "lfm2", "qwen35moe"}) {
        const auto logits = modelLogits((kOwn / (name + ".gguf")).string(), tests::kConformancePrompt);
        ASSERT_TRUE(logits) << logits.error().text();
        const auto expected = tests::readFloats(kOwn / (name + ".f32"), logits->size());
        ASSERT_EQ(expected.size(), logits->size());
        EXPECT_LE(tests::nmse(*logits, expected), 1e-8) << name;
    }
}

}  // namespace
}  // namespace hearth::engine
