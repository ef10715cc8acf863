#include "engine/session.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "engine/endless.h"
#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::engine {
namespace {

using testing::HasSubstr;

// Allows the given ids, one after the other, then the end token.
class Sequence : public TokenConstraint {
  public:
    explicit Sequence(std::vector<TokenId> ids) : ids_(std::move(ids)) {}
    void allowed(TokenMask& mask) override { mask.set(complete() ? 1 : ids_[at_]); }
    bool accept(TokenId token) override { return !complete() && ids_[at_++] == token; }
    bool complete() const override { return at_ == ids_.size(); }
    std::unique_ptr<TokenConstraint> clone() const override { return std::make_unique<Sequence>(*this); }

  private:
    std::vector<TokenId> ids_;
    std::size_t at_ = 0;
};

using tests::Endless;

class Nothing : public Endless {
  public:
    void allowed(TokenMask&) override {}
};

class SessionTest : public testing::Test {
  protected:
    void SetUp() override {
        tests::TinyModel().write((folder_ / "m.gguf").string());
        LoadOptions options;
        options.threads = 2;
        auto model = Model::open((folder_ / "m.gguf").string(), options);
        ASSERT_TRUE(model) << model.error().text();
        model_ = *model;
        for (TokenId id = 0; id < 60; ++id) prompt_.push_back(3 + id * 7 % 250);
    }
    std::unique_ptr<Session> session(int context = 0, CacheType cache = CacheType::F32, bool exact = false) {
        auto made = Session::create(model_, {context, cache, exact});
        EXPECT_TRUE(made);
        return std::move(*made);
    }
    // Greedy, without an end: what it gives depends on the numbers only.
    GenerateRequest request(int maxTokens = 20) {
        GenerateRequest out;
        out.prompt = prompt_;
        out.maxTokens = maxTokens;
        out.sampling.temperature = 0;
        out.constraint = &endless_;
        return out;
    }
    tests::TemporaryFolder folder_;
    std::shared_ptr<const Model> model_;
    std::vector<TokenId> prompt_;
    Endless endless_;
};

TEST_F(SessionTest, PiecesAndTheWholeGiveTheSameLogits) {
    const auto whole = session()->forward(prompt_);
    ASSERT_TRUE(whole);
    auto pieces = session();
    std::vector<float> joined;
    for (std::size_t at = 0; at < prompt_.size();) {
        const std::size_t count = std::min<std::size_t>(at % 3 + 1, prompt_.size() - at);
        const auto part = pieces->forward(std::span(prompt_).subspan(at, count));
        ASSERT_TRUE(part);
        joined.insert(joined.end(), part->begin(), part->end());
        at += count;
    }
    ASSERT_EQ(joined.size(), whole->size());
    for (std::size_t i = 0; i < joined.size(); ++i) ASSERT_NEAR(joined[i], (*whole)[i], 1e-4);
    EXPECT_EQ(pieces->position(), 60);
    pieces->reset();
    EXPECT_EQ(pieces->position(), 0);
}

TEST_F(SessionTest, HalfPrecisionCacheIsClose) {
    const auto full = session(0, CacheType::F32)->forward(prompt_);
    const auto half = session(0, CacheType::F16)->forward(prompt_);
    double difference = 0;
    double size = 0;
    for (std::size_t i = 0; i < full->size(); ++i) {
        difference += std::pow((*full)[i] - (*half)[i], 2);
        size += std::pow((*full)[i], 2);
    }
    EXPECT_LT(difference / size, 1e-5);
    EXPECT_EQ(session(64, CacheType::F32)->cacheBytes(), 2 * session(64, CacheType::F16)->cacheBytes());
}

TEST_F(SessionTest, TheCommonBeginningIsNotComputedAgain) {
    auto used = session();
    auto first = used->generate(request());
    ASSERT_TRUE(first);
    EXPECT_EQ(first->reusedTokens, 0);
    EXPECT_EQ(first->promptTokens, 60);

    // The same again: all but the last prompt token is there, and the answer is the same.
    const auto again = used->generate(request());
    EXPECT_EQ(again->reusedTokens, 59);
    EXPECT_EQ(again->tokens, first->tokens);

    // The next turn: conversation so far, and more.
    GenerateRequest next = request();
    next.prompt.insert(next.prompt.end(), first->tokens.begin(), first->tokens.end());
    next.prompt.push_back(42);
    const auto second = used->generate(next);
    EXPECT_EQ(second->reusedTokens, 79);  // the last sampled token never went through the network
    EXPECT_EQ(second->tokens, session()->generate(next)->tokens);

    // An edit in the middle.
    GenerateRequest edited = request();
    edited.prompt[30] = 77;
    const auto third = used->generate(edited);
    EXPECT_EQ(third->reusedTokens, 30);
    EXPECT_EQ(third->tokens, session()->generate(edited)->tokens);
}

TEST_F(SessionTest, ASeedDecidesTheAnswer) {
    GenerateRequest with = request();
    with.sampling = {};
    with.sampling.seed = 5;
    const auto first = session()->generate(with);
    EXPECT_EQ(session()->generate(with)->tokens, first->tokens);
    with.sampling.seed = 6;
    EXPECT_NE(session()->generate(with)->tokens, first->tokens);
}

TEST_F(SessionTest, EventsAndResultAgree) {
    GenerateRequest with = request();
    with.topLogprobs = 3;
    std::vector<TokenEvent> events;
    with.onToken = [&](const TokenEvent& event) { events.push_back(event); };
    std::vector<int> done;
    with.onPrefill = [&](int tokens, int total) {
        done.push_back(tokens);
        EXPECT_EQ(total, 60);
    };
    const auto answer = session()->generate(with);
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->stop, StopReason::MaxTokens);
    ASSERT_EQ(events.size(), answer->tokens.size());
    EXPECT_EQ(done.back(), 60);
    std::string text;
    for (std::size_t i = 0; i < events.size(); ++i) {
        EXPECT_EQ(events[i].id, answer->tokens[i]);
        EXPECT_EQ(events[i].logprob, answer->logprobs[i]);
        ASSERT_EQ(events[i].top.size(), 3u);
        EXPECT_EQ(events[i].top[0].first, events[i].id);  // greedy
        EXPECT_EQ(events[i].top[0].second, events[i].logprob);
        EXPECT_GE(events[i].top[0].second, events[i].top[1].second);
        EXPECT_LE(events[i].logprob, 0);
        text += events[i].text;
    }
    EXPECT_EQ(text, answer->text);
}

TEST_F(SessionTest, StopTextsEndTheAnswerAndAreNotPartOfIt) {
    Sequence spells({model_->tokenizer().encode("he said STOP now", {false, false})});
    GenerateRequest with = request(100);
    with.constraint = &spells;
    with.stop = {"never", " STOP"};
    std::string shown;
    with.onToken = [&](const TokenEvent& event) { shown += event.text; };
    const auto answer = session()->generate(with);
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->stop, StopReason::StopString);
    EXPECT_EQ(answer->text, "he said");
    EXPECT_EQ(shown, "he said");
}

TEST_F(SessionTest, AConstraintIsFollowedToItsEnd) {
    auto ids = model_->tokenizer().encode("<fn:wave>hé!", {false, true});
    Sequence spells(ids);
    GenerateRequest with = request(100);
    with.constraint = &spells;
    with.sampling = {};
    const auto answer = session()->generate(with);
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->stop, StopReason::ConstraintComplete);
    EXPECT_EQ(answer->tokens, ids);
    EXPECT_EQ(answer->text, "hé!");
    for (const float logprob : answer->logprobs) EXPECT_NEAR(logprob, 0, 1e-6);  // there was no choice
}

TEST_F(SessionTest, AConstraintThatAllowsNothingIsAnError) {
    Nothing nothing;
    GenerateRequest with = request();
    with.constraint = &nothing;
    EXPECT_EQ(session()->generate(with).error().code, base::ErrorCode::Internal);
}

TEST_F(SessionTest, AFullContextIsReported) {
    const auto answer = session(64)->generate(request(100));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->stop, StopReason::ContextFull);
    EXPECT_EQ(answer->tokens.size(), 5u);  // 4 positions are free, and the fifth token needs none
}

TEST_F(SessionTest, WrongRequestsAreRefused) {
    auto tight = session(50);
    const auto tooLong = tight->generate(request());
    ASSERT_FALSE(tooLong);
    EXPECT_THAT(tooLong.error().message, HasSubstr("10 more than"));
    EXPECT_FALSE(tight->forward(prompt_));
    GenerateRequest wrong = request();
    wrong.prompt = {};
    EXPECT_FALSE(tight->generate(wrong));
    for (const TokenId id : {-1, 261, 1 << 30}) {
        wrong.prompt = {id};
        EXPECT_FALSE(tight->generate(wrong));
        EXPECT_FALSE(tight->forward(std::vector<TokenId>{id}));
    }
    EXPECT_FALSE(Session::create(model_, {-1}));
}

TEST_F(SessionTest, StoppingInThePromptLeavesAUsableSession) {
    auto used = session();
    base::CancelSource source;
    GenerateRequest with = request();
    with.cancel = source.token();
    source.cancel();
    const auto stopped = used->generate(with);
    ASSERT_TRUE(stopped);
    EXPECT_EQ(stopped->stop, StopReason::Cancelled);
    EXPECT_TRUE(stopped->tokens.empty());
    EXPECT_EQ(used->generate(request())->tokens, session()->generate(request())->tokens);
}

TEST_F(SessionTest, StoppingInTheAnswerKeepsWhatThereIs) {
    auto used = session();
    base::CancelSource source;
    GenerateRequest with = request(1000);
    with.cancel = source.token();
    int seen = 0;
    with.onToken = [&](const TokenEvent&) {
        if (++seen == 4) source.cancel();
    };
    const auto stopped = used->generate(with);
    EXPECT_EQ(stopped->stop, StopReason::Cancelled);
    EXPECT_GE(stopped->tokens.size(), 4u);
    EXPECT_LE(stopped->tokens.size(), 5u);
    EXPECT_EQ(used->generate(request())->tokens, session()->generate(request())->tokens);
}

TEST_F(SessionTest, NoTokensWantedMeansNone) {
    const auto answer = session()->generate(request(0));
    EXPECT_TRUE(answer->tokens.empty());
    EXPECT_EQ(answer->stop, StopReason::MaxTokens);
}

TEST_F(SessionTest, SessionsShareAModel) {
    const auto expected = session()->generate(request())->tokens;
    auto a = session();
    auto b = session(100, CacheType::F16, true);
    model_.reset();
    EXPECT_EQ(a->generate(request())->tokens, expected);
    EXPECT_TRUE(b->generate(request()));
}

}  // namespace
}  // namespace hearth::engine
