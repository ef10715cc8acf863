// Conversation with a model of random weights: what it says means nothing, what it is given is what counts.
#include "conversation/chat_answer.h"

#include <gmock/gmock.h>

#include "fakes/temporary_folder.h"
#include "fakes/tiny_model.h"

namespace hearth::agent::loop {
namespace {

using testing::HasSubstr;

const ChatTurn kTurn{"It is noon.", {}, {}, true};

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
        const auto reply = chat.answer(request, kTurn, [](const Event&) {}, {});
        EXPECT_TRUE(reply) << reply.error().text();
        return reply.value_or(ChatReply{}).done;
    }
    // With a template that has begun a call already.
    std::unique_ptr<ChatAnswer> begunCall(unsigned seed) const {
        tests::TinyModel tiny;
        tiny.context = 4096;
        tiny.seed = seed;
        const std::string source =
            "{% for t in tools %}{{ t | tojson }}{% endfor %}{% for m in messages %}<|{{ m.role }}|>"
            "{{ m.content }}{% for c in m.tool_calls %}{{ c.function.name }}{{ c.function.arguments | tojson "
            "}}"
            "{% endfor %}{% endfor %}[TOOL_CALLS][ARGS]";
        tiny.tokens = {"[TOOL_CALLS]", "[ARGS]"};
        tiny.adjust = [&](engine::gguf::Writer& writer) {
            writer.set("tokenizer.chat_template", std::string_view(source));
        };
        const std::string file = (folder_ / ("tools" + std::to_string(seed) + ".gguf")).string();
        tiny.write(file);
        auto made = ChatAnswer::create(*engine::Model::open(file));
        EXPECT_TRUE(made) << made.error().text();
        return std::move(*made);
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

TEST_F(ChatAnswerTest, ARequestThatDoesNotFitIsAnErrorThatSaysWhatToDo) {
    const auto model = chat(1024);
    Request huge;
    huge.text = std::string(5000, 'x');
    const auto done = model->answer(huge, kTurn, [](const Event&) {}, {});
    ASSERT_FALSE(done);
    EXPECT_EQ(done.error().code, base::ErrorCode::InvalidInput);
    EXPECT_THAT(done.error().text(), HasSubstr("too long"));
    EXPECT_THAT(done.error().text(), HasSubstr("Send it in parts"));
}

TEST_F(ChatAnswerTest, AnswersInWordsWhereToolsLeaveNoRoom) {
    const auto model = chat(1024);
    const std::string tools = R"([{"type":"function","function":{"name":"now","description":")" +
                              std::string(3000, 'd') + R"("}}])";
    EXPECT_FALSE(model->affords(tools));
    EXPECT_TRUE(model->affords("[]"));
    const ChatTurn turn{"It is noon.", {tools, false}, {}, true};
    const auto reply = model->answer(request(0, 0), turn, [](const Event&) {}, {});
    ASSERT_TRUE(reply) << reply.error().text();
    EXPECT_LT(reply->done.context.tokens, 768);
    EXPECT_TRUE(reply->calls.empty());
}

TEST_F(ChatAnswerTest, StopsWhileItSummarizes) {
    const auto model = chat(2048);
    base::CancelSource stop;
    stop.cancel();
    const auto done = model->answer(
        request(12, 200), kTurn, [](const Event&) {}, stop.token());
    ASSERT_TRUE(done) << done.error().text();
    EXPECT_TRUE(done->done.stopped);
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

// Random weights write garbage around and inside of calls; what is shown and what is called must be sound.
TEST_F(ChatAnswerTest, ARandomModelWithToolsCallsOnlyWhatItWasOffered) {
    constexpr const char* kTools =
        R"([{"type":"function","function":{"name":"now","parameters":{"type":"object","properties":)"
        R"({"zone":{"type":"string","enum":["utc","local"]}}}}}])";
    int called = 0;
    // About one answer in three calls; what is drawn differs from run to run.
    for (unsigned seed = 1; seed <= 12 || (called == 0 && seed <= 60); ++seed) {
        const auto model = begunCall(seed);
        std::string shown;
        const ChatTurn turn{"It is noon.", {kTools, false}, {}, true};
        const auto reply = model->answer(request(1, 10), turn,
                                         [&](const Event& event) {
                                             if (const auto* delta = std::get_if<TextDelta>(&event))
                                                 shown += delta->text;
                                         },
                                         {});
        ASSERT_TRUE(reply) << reply.error().text();
        EXPECT_EQ(reply->done.text, shown);
        EXPECT_EQ(shown.find("[ARGS]"), std::string::npos) << shown;
        for (const engine::ToolCall& call : reply->calls) {
            EXPECT_EQ(call.name, "now");
            EXPECT_THAT(call.arguments, testing::AnyOf("{}", R"({"zone":"utc"})", R"({"zone":"local"})"));
            ++called;
        }
    }
    EXPECT_GT(called, 0) << "no answer had a call at all";
}

// Arguments that are longer than an answer may be: whoever begins that call cannot end it.
TEST_F(ChatAnswerTest, ACallThatIsCutShortIsGivenUp) {
    const std::string tools =
        R"([{"type":"function","function":{"name":"now","parameters":{"type":"object","required":["zone"],)"
        R"("properties":{"zone":{"enum":[")" +
        std::string(1500, 'z') + R"("]}}}}}])";
    int givenUp = 0;
    for (unsigned seed = 1; seed <= 60 && givenUp == 0; ++seed) {
        routing::Uncertainty watch(1e9);
        const ChatTurn turn{"It is noon.", {tools, false}, {}, true, &watch};
        const auto reply = begunCall(seed)->answer(request(0, 0), turn, [](const Event&) {}, {});
        ASSERT_TRUE(reply) << reply.error().text();
        EXPECT_TRUE(reply->calls.empty());
        EXPECT_EQ(reply->givenUp, watch.unsure());
        if (reply->givenUp) ++givenUp;
    }
    EXPECT_EQ(givenUp, 1);
}

TEST_F(ChatAnswerTest, WhatWouldTakeTooLongIsGivenUpBeforeItBegins) {
    const auto model = chat(2048);
    answer(*model, request(2, 60));  // from which it learns how fast it is
    routing::Uncertainty patient(1e9, 1e9), hurried(1e9, 1e-9);
    ChatTurn turn = kTurn;
    turn.watch = &hurried;
    int events = 0;
    const auto given = model->answer(request(1, 30), turn, [&](const Event&) { ++events; }, {});
    ASSERT_TRUE(given) << given.error().text();
    EXPECT_TRUE(given->givenUp);
    EXPECT_EQ(events, 0);
    turn.watch = &patient;
    const auto taken = model->answer(request(1, 30), turn, [](const Event&) {}, {});
    ASSERT_TRUE(taken) << taken.error().text();
    EXPECT_EQ(taken->givenUp, patient.unsure()) << "but not for the time it takes";
    EXPECT_FALSE(patient.lost());
}

}  // namespace
}  // namespace hearth::agent::loop
