// Whether a larger model elsewhere may answer, and what waits for the user's word before it is sent.
#include <gmock/gmock.h>

#include <QSignalSpy>
#include <mutex>

#include "app/services/service_fixture.h"

namespace hearth::app {
namespace {

using Model = MessageListModel;
using agent::RemoteUse;

class ChatHandOver : public ServiceTest {
  protected:
    ChatHandOver() { reopen(answer()); }

    // As the agent behaves: it offers first, sends once that was agreed to, else answers here.
    ScriptedAgent::Ask answer() {
        return [this](const agent::Request& request, const agent::EventSink& sink, base::CancelToken) {
            const std::lock_guard lock(mutex_);
            asked_.push_back(request);
            agent::AnswerDone done;
            if (request.remote != RemoteUse::Never && !request.remoteAgreed) {
                sink(agent::HandOverOffer{"far.example.org",
                                          "large",
                                          "user: Kim?",
                                          {{"Ana", "Kim"}},
                                          {{true, "Ana <3?", "Kim <3?"}}});
            } else if (request.remote != RemoteUse::Never && !broken_) {
                done.text = "from afar";
                done.host = "far.example.org";
                done.remoteModel = "large";
            } else {
                if (broken_) sink(agent::AnswerNote{"The server failed. The model on this device answers."});
                done.text = "from here";
            }
            if (!done.text.empty()) sink(agent::TextDelta{done.text});
            sink(done);
            return base::Result<void>();
        };
    }
    agent::Request asked(std::size_t index) {
        const std::lock_guard lock(mutex_);
        return index < asked_.size() ? asked_[index] : agent::Request{};
    }

    std::mutex mutex_;
    std::vector<agent::Request> asked_;
    bool broken_ = false;
};

TEST_F(ChatHandOver, NeverIsTheRuleUnlessTheUserSaysOtherwise) {
    chat->send("hello");
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(asked(0).remote, RemoteUse::Never);
    EXPECT_FALSE(chat->offer()->waits());
    chat->setStandardRemoteUse(RemoteUse::Ask);
    EXPECT_EQ(chat->remoteUse(), ChatService::RemoteUse::Never) << "this conversation has begun";
    chat->startNew();
    EXPECT_EQ(chat->remoteUse(), ChatService::RemoteUse::Ask);
}

TEST_F(ChatHandOver, WhatIsOfferedIsShownAndSentOnce) {
    chat->setRemoteUse(ChatService::RemoteUse::Ask);
    chat->send("Ana <3?");
    ASSERT_TRUE(waitIdle());
    ASSERT_TRUE(chat->offer()->waits());
    EXPECT_EQ(chat->offer()->host(), "far.example.org");
    const auto line = chat->offer()->lines().at(0).toMap();
    EXPECT_EQ(line.value("original").toString(), "<b><u>Ana</u></b> &lt;3?");
    EXPECT_EQ(line.value("maskedWords").toString(), "Kim <3?");
    EXPECT_EQ(chat->messages()->count(), 1);
    EXPECT_EQ(asked(0).conversation, chat->conversationId());

    chat->sendOffer();
    EXPECT_FALSE(chat->offer()->waits());
    ASSERT_TRUE(waitIdle());
    EXPECT_TRUE(asked(1).remoteAgreed);
    EXPECT_EQ(last(Model::TextRole).toString(), "from afar");
    EXPECT_EQ(last(Model::HostRole).toString(), "far.example.org");
    EXPECT_EQ(last(Model::ModelRole).toString(), "large");
    chat->sendOffer();  // nothing waits any more
    EXPECT_FALSE(chat->busy());
    chat->send("again");
    ASSERT_TRUE(waitIdle());
    EXPECT_FALSE(asked(2).remoteAgreed) << "each time anew";
}

TEST_F(ChatHandOver, NotNowIsAnsweredHere) {
    chat->setRemoteUse(ChatService::RemoteUse::Ask);
    chat->send("Ana?");
    ASSERT_TRUE(waitIdle());
    chat->declineOffer();
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(asked(1).remote, RemoteUse::Never);
    EXPECT_EQ(last(Model::TextRole).toString(), "from here");
    EXPECT_EQ(last(Model::HostRole).toString(), "");
    EXPECT_EQ(chat->messages()->count(), 2);
}

TEST_F(ChatHandOver, AutomaticIsShownOnceInAConversationAndKept) {
    chat->setRemoteUse(ChatService::RemoteUse::Automatic);
    chat->send("Ana?");
    ASSERT_TRUE(waitIdle());
    chat->sendOffer();
    ASSERT_TRUE(waitIdle());
    chat->send("and Ben?");
    ASSERT_TRUE(waitIdle());
    EXPECT_TRUE(asked(2).remoteAgreed);
    EXPECT_FALSE(chat->offer()->waits());
    const auto id = chat->conversationId();
    reopen(answer());
    chat->open(id);
    ASSERT_TRUE(QTest::qWaitFor([&] { return chat->messages()->count() == 4; }, kPatienceMs));
    EXPECT_EQ(chat->remoteUse(), ChatService::RemoteUse::Automatic);
    EXPECT_EQ(last(Model::HostRole).toString(), "far.example.org");
    chat->setRemoteUse(ChatService::RemoteUse::Never);
    chat->setRemoteUse(ChatService::RemoteUse::Automatic);
    chat->send("and Cleo?");
    ASSERT_TRUE(waitIdle());
    EXPECT_TRUE(chat->offer()->waits()) << "it was switched off between";
}

TEST_F(ChatHandOver, AnOfferStaysWithItsConversation) {
    chat->setRemoteUse(ChatService::RemoteUse::Ask);
    chat->send("Ana?");
    ASSERT_TRUE(waitIdle());
    const auto id = chat->conversationId();
    chat->startNew();
    EXPECT_FALSE(chat->offer()->waits());
    chat->open(id);
    EXPECT_TRUE(chat->offer()->waits());
    chat->send("something else");  // another word about it
    ASSERT_TRUE(waitIdle());
    EXPECT_TRUE(chat->offer()->waits());
    book->remove(id);
    EXPECT_FALSE(chat->offer()->waits());
}

TEST_F(ChatHandOver, ClosingTheWindowOverACardSendsNothingAndLosesNothing) {
    chat->setRemoteUse(ChatService::RemoteUse::Ask);
    chat->send("Ana <3?");
    EXPECT_FALSE(chat->unanswered()) << "it is on its way";
    ASSERT_TRUE(waitIdle());
    EXPECT_FALSE(chat->unanswered()) << "the card is there";
    const auto id = chat->conversationId();
    reopen(answer());
    chat->open(id);
    ASSERT_TRUE(QTest::qWaitFor([&] { return chat->messages()->count() == 1; }, kPatienceMs));
    EXPECT_TRUE(chat->unanswered());
    EXPECT_FALSE(chat->busy());
    EXPECT_EQ(asked(1).id, 0u) << "nothing was asked by itself";
    chat->regenerate(chat->newestMessage());
    ASSERT_TRUE(waitIdle());
    EXPECT_TRUE(chat->offer()->waits()) << "the card is shown again";
    EXPECT_FALSE(chat->unanswered());
    chat->sendOffer();
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(last(Model::TextRole).toString(), "from afar");
    EXPECT_FALSE(chat->unanswered());
}

TEST_F(ChatHandOver, SaysWhyTheModelHereAnswers) {
    broken_ = true;
    chat->setRemoteUse(ChatService::RemoteUse::Ask);
    chat->send("Ana?");
    ASSERT_TRUE(waitIdle());
    chat->sendOffer();
    ASSERT_TRUE(waitIdle());
    EXPECT_THAT(last(Model::NoteRole).toString().toStdString(), testing::HasSubstr("this device answers"));
    EXPECT_EQ(last(Model::TextRole).toString(), "from here");
    EXPECT_EQ(last(Model::HostRole).toString(), "");
}

TEST_F(ChatHandOver, ATemporaryConversationKeepsNoStandIns) {
    chat->startTemporary();
    chat->setRemoteUse(ChatService::RemoteUse::Ask);
    chat->send("Ana?");
    ASSERT_TRUE(waitIdle());
    EXPECT_EQ(asked(0).conversation, 0);
}

}  // namespace
}  // namespace hearth::app
