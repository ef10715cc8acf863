// The command line's end and the window's end of a handed-over request, in one process on two threads.
#include "services/request_server.h"

#include <gmock/gmock.h>

#include <QTest>
#include <future>

#include "app/services/service_fixture.h"
#include "handover/remote_agent.h"
#include "platform/single_instance.h"

namespace hearth::app {
namespace {

class RequestServerTest : public ServiceTest {
  protected:
    RequestServerTest() {
        setenv("XDG_RUNTIME_DIR", folder.path().c_str(), 1);
        server = std::make_unique<RequestServer>(*chat, *book);
        instance = std::make_unique<SingleInstance>(QString::fromStdString(folder.path().string()));
        QObject::connect(instance.get(), &SingleInstance::guestCame, server.get(), &RequestServer::serve);
        EXPECT_EQ(instance->start(""), SingleInstance::Role::First);
    }
    ~RequestServerTest() override { server.reset(); }

    // Runs `act` with the agent beyond the socket on a thread, while this one plays the window.
    template <typename Act>
    void beside(Act act) {
        auto done = std::async(std::launch::async, [&] {
            auto remote = RemoteAgent::reach(folder.path());
            ASSERT_TRUE(remote) << remote.error().text();
            ASSERT_NE(*remote, nullptr);
            act(**remote);
        });
        EXPECT_TRUE(QTest::qWaitFor(
            [&] { return done.wait_for(std::chrono::seconds(0)) == std::future_status::ready; },
            kPatienceMs));
        done.get();
    }
    static agent::Request request(const std::string& text) {
        agent::Request out;
        out.text = text;
        return out;
    }

    std::unique_ptr<RequestServer> server;
    std::unique_ptr<SingleInstance> instance;
};

TEST_F(RequestServerTest, AnswersStreamAndBecomeAConversation) {
    std::string text;
    beside([&](RemoteAgent& remote) {
        std::string streamed;
        const auto asked = remote.ask(request("what can you do"),
                                      [&](const agent::Event& event) {
                                          if (const auto* delta = std::get_if<agent::TextDelta>(&event))
                                              streamed += delta->text;
                                          if (const auto* answer = std::get_if<agent::AnswerDone>(&event))
                                              text = answer->text;
                                      },
                                      {});
        EXPECT_TRUE(asked) << asked.error().text();
        EXPECT_EQ(streamed, text);
    });
    EXPECT_THAT(text, testing::StartsWith("I am small"));
    ASSERT_EQ(book->list()->count(), 1);
    EXPECT_EQ(chat->conversationId(), 0) << "what is on show stays";
}

TEST_F(RequestServerTest, ACardIsEditedConfirmedAndUndone) {
    beside([&](RemoteAgent& remote) {
        agent::ProposedAction card;
        const auto sink = [&](const agent::Event& event) {
            if (const auto* proposed = std::get_if<agent::ProposedAction>(&event)) card = *proposed;
        };
        ASSERT_TRUE(remote.ask(request("lunch with my sister"), sink, {}));
        ASSERT_EQ(card.prepared.warnings.size(), 1u);
        auto fields = card.prepared.fields;
        for (auto& field : fields)
            if (field.name == "time") field.value = "14:00";
        const auto edited = remote.edit(card.id, fields);
        ASSERT_TRUE(edited) << edited.error().text();
        EXPECT_TRUE(edited->prepared.warnings.empty());
        const auto done = remote.confirm(card.id, {}, {});
        ASSERT_TRUE(done) << done.error().text();
        EXPECT_TRUE(done->ok && done->undoable);
        EXPECT_FALSE(remote.confirm(card.id, {}, {})) << "once is enough";
        const auto undone = remote.undo(done->auditId);
        ASSERT_TRUE(undone) << undone.error().text();
        EXPECT_EQ(*undone, "Taken out of the calendar.");
    });
}

TEST_F(RequestServerTest, ErrorsAndDeclinesComeThrough) {
    beside([&](RemoteAgent& remote) {
        const auto failed = remote.ask(request("when does the museum open"), [](const agent::Event&) {}, {});
        ASSERT_FALSE(failed);
        EXPECT_EQ(failed.error().where, "demo.gguf");
        agent::ProposedAction card;
        ASSERT_TRUE(remote.ask(request("lunch"),
                               [&](const agent::Event& event) {
                                   if (const auto* proposed = std::get_if<agent::ProposedAction>(&event))
                                       card = *proposed;
                               },
                               {}));
        remote.decline(card.id);
        EXPECT_FALSE(remote.confirm(card.id, {}, {}));
        EXPECT_FALSE(remote.resume(card));
    });
}

TEST_F(RequestServerTest, StopReachesTheAnswerThatRuns) {
    server.reset();
    close();
    open([](const agent::Request&, const agent::EventSink& sink,
            const base::CancelToken& cancel) -> base::Result<void> {
        sink(agent::TextDelta{"on and on"});
        while (!cancel.cancelled()) QThread::msleep(1);
        return base::fail(base::ErrorCode::Cancelled, "Stopped.");
    });
    server = std::make_unique<RequestServer>(*chat, *book);
    QObject::connect(instance.get(), &SingleInstance::guestCame, server.get(), &RequestServer::serve);
    beside([&](RemoteAgent& remote) {
        base::CancelSource source;
        const auto asked = remote.ask(
            request("talk"), [&](const agent::Event&) { source.cancel(); }, source.token());
        ASSERT_FALSE(asked);
        EXPECT_EQ(asked.error().code, base::ErrorCode::Cancelled);
    });
}

}  // namespace
}  // namespace hearth::app
