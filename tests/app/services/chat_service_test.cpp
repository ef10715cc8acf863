#include "services/chat_service.h"

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <atomic>

#include "app/services/service_fixture.h"

namespace hearth::app {
namespace {

using Model = MessageListModel;

class ChatServiceTest : public ServiceTest {};

int kind(MessageKind k) {
    return static_cast<int>(k);
}
int state(MessageState s) {
    return static_cast<int>(s);
}

TEST_F(ChatServiceTest, AnswersAndKeepsTheConversation) {
    chat->send("what can you do");
    EXPECT_TRUE(chat->busy());
    EXPECT_TRUE(chat->thinking());
    ASSERT_TRUE(waitIdle());
    ASSERT_EQ(chat->messages()->count(), 2);
    const QString answer = at(1, Model::TextRole).toString();
    EXPECT_TRUE(answer.startsWith("I am small")) << answer.toStdString();
    EXPECT_EQ(at(1, Model::StateRole).toInt(), state(MessageState::Complete));
    const auto id = chat->conversationId();

    reopen();
    ASSERT_NE(book->list()->find(id), nullptr);
    EXPECT_EQ(book->list()->find(id)->title, "What can you do");
    chat->open(id);
    ASSERT_TRUE(QTest::qWaitFor([&] { return chat->messages()->count() == 2; }, kPatienceMs));
    EXPECT_EQ(at(1, Model::TextRole).toString(), answer);
}

TEST_F(ChatServiceTest, IgnoresEmptyRequests) {
    chat->send("   \n");
    EXPECT_EQ(chat->conversationId(), 0);
    EXPECT_FALSE(chat->busy());
}

TEST_F(ChatServiceTest, AnActionIsConfirmedAndUndone) {
    chat->send("set up lunch with my sister");
    ASSERT_TRUE(waitIdle());
    ASSERT_EQ(chat->messages()->count(), 2);
    EXPECT_EQ(last(Model::KindRole).toInt(), kind(MessageKind::Action));
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    EXPECT_EQ(chat->waitingAction(), lastCard()->actionId());
    const QString action = chat->waitingAction();
    chat->confirmAction(action);
    EXPECT_EQ(lastCard()->state(), ActionCard::State::Running);
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    EXPECT_EQ(lastCard()->result(), "Added “Lunch with my sister” for tomorrow, 12:00–13:30.");
    EXPECT_TRUE(chat->waitingAction().isEmpty());
    EXPECT_EQ(chat->undoableAction(), action);
    chat->undoAction(action);
    ASSERT_TRUE(waitState(ActionCard::State::Undone));
    EXPECT_TRUE(chat->undoableAction().isEmpty());
}

TEST_F(ChatServiceTest, EditsReachTheAgentAndTheCard) {
    chat->send("lunch");
    ASSERT_TRUE(waitIdle());
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    EXPECT_FALSE(lastCard()->warnings().isEmpty());
    chat->editAction(chat->waitingAction(), "time", "14:00");
    ASSERT_TRUE(QTest::qWaitFor([this] { return lastCard()->warnings().isEmpty(); }, kPatienceMs));
    chat->editAction(chat->waitingAction(), "title", "Brunch");
    chat->confirmAction(chat->waitingAction());  // before the edit was sent by itself
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    EXPECT_TRUE(lastCard()->result().contains("Brunch"));
}

TEST_F(ChatServiceTest, AFailedActionKeepsItsFormAndCanBeMended) {
    chat->send("lunch");
    ASSERT_TRUE(waitIdle());
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    chat->editAction(chat->waitingAction(), "title", "");
    chat->confirmAction(chat->waitingAction());
    ASSERT_TRUE(waitState(ActionCard::State::Failed));
    EXPECT_EQ(lastCard()->result(), "“What” is empty. Please fill it in.");
    chat->editAction(chat->waitingAction(), "title", "Dinner");
    chat->confirmAction(chat->waitingAction());
    ASSERT_TRUE(waitState(ActionCard::State::Done));
}

TEST_F(ChatServiceTest, ADeclinedActionSaysSo) {
    chat->send("lunch");
    ASSERT_TRUE(waitIdle());
    chat->declineAction(chat->waitingAction());
    EXPECT_EQ(lastCard()->state(), ActionCard::State::Declined);
    EXPECT_TRUE(chat->waitingAction().isEmpty());
}

TEST_F(ChatServiceTest, AnActionThatWaitedStillWaitsAfterARestart) {
    chat->send("lunch");
    ASSERT_TRUE(waitIdle());
    const auto id = chat->conversationId();
    reopen();
    chat->open(id);
    ASSERT_TRUE(waitState(ActionCard::State::Waiting));
    chat->confirmAction(chat->waitingAction());
    ASSERT_TRUE(waitState(ActionCard::State::Done));
}

TEST_F(ChatServiceTest, AnActionThatTheAgentNoLongerKnowsIsExpired) {
    chat->send("lunch");
    ASSERT_TRUE(waitIdle());
    const auto id = chat->conversationId();
    refuseToResume = true;
    reopen();
    chat->open(id);
    ASSERT_TRUE(waitState(ActionCard::State::Expired));
    EXPECT_TRUE(chat->waitingAction().isEmpty());
    EXPECT_EQ(lastCard()->summary(), "Lunch with my sister, tomorrow 12:00–13:30") << "its text is kept";
}

TEST_F(ChatServiceTest, RequestsOfOthersWaitForTheirTurnInConversationsOfTheirOwn) {
    chat->send("first");
    QStringList heard;
    const auto listener = [&heard](const QString& name) {
        RequestListener l;
        l.onEvent = [&heard, name](const agent::Event& e) {
            if (std::holds_alternative<agent::AnswerDone>(e)) heard.append(name + " answered");
        };
        l.onFinished = [&heard, name](const base::Result<void>& r) {
            heard.append(name + (r ? " finished" : " failed"));
        };
        return l;
    };
    const auto one = chat->askFor(0, "one", listener("one"));
    const auto two = chat->askFor(0, "two", listener("two"));
    const auto three = chat->askFor(0, "three", listener("three"));
    chat->stopFor(two);
    ASSERT_TRUE(QTest::qWaitFor([&] { return heard.size() == 5; }, kPatienceMs));
    EXPECT_EQ(heard, (QStringList{"two failed", "one answered", "one finished", "three answered",
                                  "three finished"}));
    EXPECT_EQ(chat->ownMessage(1), "first") << "what is on show stays";
    chat->open(one);
    EXPECT_EQ(chat->messages()->count(), 2);
    EXPECT_NE(three, one);
}

TEST_F(ChatServiceTest, AReadIsShownWithItsResultOnly) {
    reopen([](const agent::Request&, const agent::EventSink& sink,
              const base::CancelToken&) -> base::Result<void> {
        agent::ProposedAction read;
        read.id = "r1";
        read.verb = "Look in the calendar";
        sink(read);
        agent::ActionDone done;
        done.id = "r1";
        done.ok = true;
        done.text = "Nothing tomorrow.";
        sink(done);
        agent::AnswerDone answer;
        answer.calls = {agent::Call{"list_events", {}}};
        sink(answer);
        return {};
    });
    QStringList states;
    QObject::connect(chat->messages(), &QAbstractItemModel::rowsInserted, chat->messages(), [&] {
        if (lastCard() != nullptr) states.append(QString::number(static_cast<int>(lastCard()->state())));
    });
    chat->send("what is on tomorrow");
    ASSERT_TRUE(waitIdle());
    ASSERT_TRUE(waitState(ActionCard::State::Done));
    EXPECT_EQ(lastCard()->result(), "Nothing tomorrow.");
    EXPECT_FALSE(states.contains(QString::number(static_cast<int>(ActionCard::State::Waiting))));
}

TEST_F(ChatServiceTest, TextAroundAnActionStaysInOrder) {
    reopen([](const agent::Request&, const agent::EventSink& sink,
              const base::CancelToken&) -> base::Result<void> {
        sink(agent::TextDelta{"before"});
        agent::ProposedAction write;
        write.id = "w1";
        sink(write);
        sink(agent::TextDelta{"after"});
        agent::AnswerDone answer;
        answer.text = "after";
        sink(answer);
        return {};
    });
    chat->send("go");
    ASSERT_TRUE(waitIdle());
    ASSERT_EQ(chat->messages()->count(), 4);
    EXPECT_EQ(at(1, Model::TextRole).toString(), "before");
    EXPECT_EQ(at(1, Model::StateRole).toInt(), state(MessageState::Complete));
    EXPECT_EQ(at(2, Model::KindRole).toInt(), kind(MessageKind::Action));
    EXPECT_EQ(at(3, Model::TextRole).toString(), "after");
}

TEST_F(ChatServiceTest, StopKeepsWhatWasWritten) {
    reopen([](const agent::Request&, const agent::EventSink& sink,
              const base::CancelToken& cancel) -> base::Result<void> {
        sink(agent::TextDelta{"half an answer"});
        while (!cancel.cancelled()) QThread::msleep(1);
        return base::fail(base::ErrorCode::Cancelled, "Stopped.");
    });
    chat->send("tell me");
    ASSERT_TRUE(QTest::qWaitFor([this] { return chat->messages()->count() == 2; }, kPatienceMs));
    chat->stop();
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(at(1, Model::TextRole).toString(), "half an answer");
    EXPECT_EQ(at(1, Model::StateRole).toInt(), state(MessageState::Stopped));
}

TEST_F(ChatServiceTest, AFailureIsShownAndCanBeTriedAgain) {
    chat->send("when does the museum open on Sunday");
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(last(Model::StateRole).toInt(), state(MessageState::Failed));
    EXPECT_TRUE(last(Model::ErrorRole).toString().contains("demo.gguf"));
    chat->regenerate(last(Model::IdRole).toLongLong());
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(chat->messages()->count(), 2);
    EXPECT_EQ(last(Model::VersionsRole).toInt(), 2);
}

TEST_F(ChatServiceTest, EditingMakesABranchAndBothRemain) {
    chat->send("first question");
    ASSERT_TRUE(waitIdle());
    const auto first = at(0, Model::IdRole).toLongLong();
    chat->editMessage(first, "better question");
    ASSERT_TRUE(waitIdle());
    ASSERT_EQ(chat->messages()->count(), 2);
    EXPECT_EQ(at(0, Model::TextRole).toString(), "better question");
    EXPECT_EQ(at(0, Model::VersionsRole).toInt(), 2);
    chat->showVersion(at(0, Model::IdRole).toLongLong(), -1);
    EXPECT_EQ(at(0, Model::TextRole).toString(), "first question");
    EXPECT_EQ(chat->messages()->count(), 2);
}

TEST_F(ChatServiceTest, TheAgentIsGivenTheBranchWithoutTheRequest) {
    auto seen = std::make_shared<std::vector<agent::Request>>();
    reopen([seen](const agent::Request& request, const agent::EventSink& sink,
                  const base::CancelToken&) -> base::Result<void> {
        seen->push_back(request);
        agent::AnswerDone done;
        done.text = "answer";
        sink(done);
        return {};
    });
    chat->send("one");
    ASSERT_TRUE(waitIdle());
    chat->send("two");
    ASSERT_TRUE(waitIdle());
    ASSERT_EQ(seen->size(), 2u);
    EXPECT_TRUE((*seen)[0].history.empty());
    EXPECT_EQ((*seen)[1].text, "two");
    ASSERT_EQ((*seen)[1].history.size(), 2u);
    EXPECT_EQ((*seen)[1].history[1].text, "answer");
}

TEST_F(ChatServiceTest, AnswersOfARemovedConversationAreDropped) {
    auto go = std::make_shared<std::atomic<bool>>(false);
    reopen([go](const agent::Request& request, const agent::EventSink& sink,
                const base::CancelToken&) -> base::Result<void> {
        while (request.text == "slow" && !*go) QThread::msleep(1);
        agent::AnswerDone done;
        done.text = "answer to " + request.text;
        sink(done);
        return {};
    });
    chat->send("slow");
    book->remove(chat->conversationId());
    EXPECT_FALSE(chat->busy());
    chat->send("quick");
    *go = true;
    ASSERT_TRUE(waitIdle());
    ASSERT_EQ(chat->messages()->count(), 2);
    EXPECT_EQ(at(1, Model::TextRole).toString(), "answer to quick");
}

TEST_F(ChatServiceTest, AnswersArriveAtMostThirtyTimesASecond) {
    reopen([](const agent::Request&, const agent::EventSink& sink,
              const base::CancelToken&) -> base::Result<void> {
        for (int i = 0; i < 20000; ++i) sink(agent::TextDelta{"a"});
        return {};
    });
    QSignalSpy changes(chat->messages(), &QAbstractItemModel::dataChanged);
    chat->send("many");
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(at(1, Model::TextRole).toString().size(), 20000);
    EXPECT_LT(changes.count(), 500);  // far fewer than tokens; how many depends on the machine's speed
}

}  // namespace
}  // namespace hearth::app
