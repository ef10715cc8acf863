// A chat with its services over a temporary store and an agent that the test scripts.
#pragma once

#include <gtest/gtest.h>

#include <QTest>
#include <functional>
#include <memory>

#include "demo/fake_agent.h"
#include "fakes/temporary_folder.h"
#include "services/chat_service.h"

namespace hearth::app {

constexpr int kPatienceMs = 10000;

// Answers with what the test sets; the rest is the made-up agent's.
class ScriptedAgent : public agent::Agent {
  public:
    using Ask =
        std::function<base::Result<void>(const agent::Request&, const agent::EventSink&, base::CancelToken)>;
    Ask onAsk;
    bool refuseToResume = false;
    std::unique_ptr<agent::Agent> rest = makeFakeAgent(0);

    base::Result<void> ask(const agent::Request& request, const agent::EventSink& sink,
                           base::CancelToken cancel) override {
        return onAsk ? onAsk(request, sink, cancel) : rest->ask(request, sink, cancel);
    }
    base::Result<agent::ProposedAction> edit(const std::string& id,
                                             const std::vector<agent::Field>& fields) override {
        return rest->edit(id, fields);
    }
    base::Result<agent::ActionDone> confirm(const std::string& id, const std::vector<agent::Field>& fields,
                                            base::CancelToken cancel) override {
        return rest->confirm(id, fields, cancel);
    }
    void decline(const std::string& id) override { rest->decline(id); }
    base::Result<agent::Resumed> resume(const agent::ProposedAction& action) override {
        if (refuseToResume) return base::fail(base::ErrorCode::NotFound, "It is gone.");
        return rest->resume(action);
    }
    base::Result<std::string> undo(std::int64_t auditId) override { return rest->undo(auditId); }
};

class ServiceTest : public testing::Test {
  protected:
    ServiceTest() { open(); }
    ~ServiceTest() override { close(); }

    void open(ScriptedAgent::Ask ask = {}) {
        auto opened = ConversationStore::open((folder / "c.db").string());
        ASSERT_TRUE(opened) << opened.error().text();
        store = std::make_unique<StoreThread>(std::move(*opened));
        book = std::make_unique<ConversationBook>(*store);
        chat = std::make_unique<ChatService>(*book);
        worker = std::make_unique<AgentWorker>(
            [ask, refuse = refuseToResume](const AgentNews&) -> base::Result<MadeAgent> {
                auto agent = std::make_unique<ScriptedAgent>();
                agent->onAsk = ask;
                agent->refuseToResume = refuse;
                return MadeAgent{std::move(agent), "scripted"};
            },
            [](const ModelState&) {});
        chat->setWorker(worker.get());
        ASSERT_TRUE(QTest::qWaitFor([this] { return !book->list()->loading(); }, kPatienceMs));
    }
    // As at the end of the program, or before it is opened again.
    void close() {
        if (chat) chat->setWorker(nullptr);
        worker.reset();
        chat.reset();
        book.reset();
        store.reset();
    }
    void reopen(ScriptedAgent::Ask ask = {}) {
        close();
        open(std::move(ask));
    }
    bool waitIdle() {
        return QTest::qWaitFor([this] { return !chat->busy(); }, kPatienceMs);
    }
    bool waitState(ActionCard::State state) {
        return QTest::qWaitFor([&] { return lastCard() != nullptr && lastCard()->state() == state; },
                               kPatienceMs);
    }
    QVariant at(int row, int role) { return chat->messages()->data(chat->messages()->index(row), role); }
    QVariant last(int role) { return at(chat->messages()->count() - 1, role); }
    ActionCard* lastCard() { return last(MessageListModel::CardRole).value<ActionCard*>(); }

    bool refuseToResume = false;  // of the agent that open() makes
    tests::TemporaryFolder folder;
    std::unique_ptr<StoreThread> store;
    std::unique_ptr<ConversationBook> book;
    std::unique_ptr<ChatService> chat;
    std::unique_ptr<AgentWorker> worker;
};

}  // namespace hearth::app
