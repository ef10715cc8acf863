// Conversation with a model of random weights: what it says means nothing, what it is given is what counts.
#include "loop/chat_answer.h"

#include <gmock/gmock.h>

#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::agent::loop {
namespace {

using testing::HasSubstr;

class ChatAnswerTest : public testing::Test {
  protected:
    // Its tokens are bytes, so that `context` is about as many characters.
    std::unique_ptr<ChatAnswer> chat(int context) const {
        tests::TinyModel tiny;
        tiny.context = context;
        const std::string file = (folder_ / "tiny.gguf").string();
        tiny.write(file);
        auto model = engine::Model::open(file);
        EXPECT_TRUE(model) << model.error().text();
        auto made = ChatAnswer::create(*model);
        EXPECT_TRUE(made) << made.error().text();
        return std::move(*made);
    }
    static Request request(int turns, std::size_t length) {
        Request out;
        out.text = "and now";
        for (int i = 0; i < turns; ++i) {
            out.history.push_back({Message::Role::User, std::string(length, 'u') + std::to_string(i), {}});
            out.history.push_back(
                {Message::Role::Assistant, std::string(length, 'a') + std::to_string(i), {}});
        }
        return out;
    }
    static AnswerDone answer(ChatAnswer& chat, const Request& request) {
        const auto done = chat.answer(request, "It is noon.", [](const Event&) {}, {});
        EXPECT_TRUE(done) << done.error().text();
        return done.value_or(AnswerDone{});
    }
    tests::TemporaryFolder folder_;
};

TEST_F(ChatAnswerTest, TellsWhatItWasGiven) {
    const auto model = chat(2048);
    const auto done = answer(*model, request(2, 20));
    EXPECT_EQ(done.context.capacity, 2048);
    EXPECT_GT(done.context.tokens, 200);
    EXPECT_EQ(done.context.leftOut, 0);
    EXPECT_EQ(done.context.summary, "");
}

TEST_F(ChatAnswerTest, LeavesNothingOutWithoutSayingSo) {
    const auto model = chat(2048);
    const Request longer = request(12, 200);  // 24 messages, together more than the context
    const auto done = answer(*model, longer);
    EXPECT_GT(done.context.leftOut, 0);
    EXPECT_LE(done.context.leftOut, 24);
    EXPECT_LE(done.context.tokens, 2048 - 512);
    EXPECT_LE(done.context.summarized, done.context.leftOut);
    if (done.context.summarized > 0) {
        EXPECT_FALSE(done.context.summary.empty());
        // The next turn finds the summary again, and need not make another.
        Request next = longer;
        next.history.push_back({Message::Role::User, longer.text, {}});
        next.history.push_back({Message::Role::Assistant, "yes", {}});
        EXPECT_EQ(answer(*model, next).context.summary, done.context.summary);
    }
}

TEST_F(ChatAnswerTest, ARequestThatDoesNotFitIsAnErrorWithNumbers) {
    const auto model = chat(1024);
    Request huge;
    huge.text = std::string(5000, 'x');
    const auto done = model->answer(huge, "It is noon.", [](const Event&) {}, {});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, base::ErrorCode::InvalidInput);
    EXPECT_THAT(done.error().text(), HasSubstr("too long"));
    EXPECT_THAT(done.error().text(), HasSubstr("768 fit"));
}

TEST_F(ChatAnswerTest, StopsWhileItSummarizes) {
    const auto model = chat(2048);
    base::CancelSource stop;
    stop.cancel();
    const auto done = model->answer(
        request(12, 200), "It is noon.", [](const Event&) {}, stop.token());
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_TRUE(done->stopped);
}

TEST_F(ChatAnswerTest, ATitleIsOneShortLineOrNone) {
    const auto model = chat(2048);
    const auto title = model->title(request(1, 20).history, {});
    if (title) {
        EXPECT_LE(title->size(), 80u);
        EXPECT_EQ(title->find('\n'), std::string::npos);
    } else {
        EXPECT_EQ(title.error().code, base::ErrorCode::Unsupported);
    }
    base::CancelSource stop;
    stop.cancel();
    EXPECT_EQ(model->title(request(1, 20).history, stop.token()).error().code, base::ErrorCode::Cancelled);
}

}  // namespace
}  // namespace hearth::agent::loop
