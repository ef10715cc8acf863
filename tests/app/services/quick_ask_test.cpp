#include "services/quick_ask.h"

#include "app/services/service_fixture.h"

namespace hearth::app {
namespace {

class QuickAskTest : public ServiceTest {
  protected:
    void SetUp() override { quick = std::make_unique<QuickAsk>(*chat); }
    void TearDown() override { quick.reset(); }
    bool waitDone() {
        return QTest::qWaitFor([this] { return !quick->busy(); }, kPatienceMs);
    }
    std::unique_ptr<QuickAsk> quick;
};

TEST_F(QuickAskTest, AnswersBesideTheConversationOnShowAndGoesOnThere) {
    chat->send("first");
    ASSERT_TRUE(waitIdle());
    const auto shown = chat->conversationId();
    EXPECT_FALSE(quick->continueInWindow());
    quick->ask("what can you do");
    ASSERT_TRUE(waitDone());
    EXPECT_TRUE(quick->answer().startsWith("I am small"));
    EXPECT_EQ(chat->conversationId(), shown);
    EXPECT_TRUE(quick->continueInWindow());
    EXPECT_NE(chat->conversationId(), shown);
    EXPECT_EQ(chat->ownMessage(1), "what can you do");
}

TEST_F(QuickAskTest, ACardIsShownAndCarriedOut) {
    quick->ask("lunch with my sister");
    ASSERT_TRUE(waitDone());
    ASSERT_NE(quick->card(), nullptr);
    EXPECT_EQ(quick->card()->state(), ActionCard::State::Waiting);
    chat->confirmAction(quick->card()->actionId());
    ASSERT_TRUE(
        QTest::qWaitFor([this] { return quick->card()->state() == ActionCard::State::Done; }, kPatienceMs));
    quick->startOver();
    EXPECT_EQ(quick->card(), nullptr);
    EXPECT_EQ(quick->question(), "");
}

TEST_F(QuickAskTest, AFailureIsTold) {
    quick->ask("when does the museum open");
    ASSERT_TRUE(waitDone());
    EXPECT_TRUE(quick->error().contains("demo.gguf"));
}

}  // namespace
}  // namespace hearth::app
