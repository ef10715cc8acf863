// Handing a request over to a larger model, from what is offered to what is answered.
#include <gmock/gmock.h>

#include "agent/hand_over.h"
#include "fakes/agent_fixture.h"
#include "fakes/misbehaving_server.h"

namespace hearth::tests {
namespace {

using testing::HasSubstr;

class AgentConversation : public AgentFixture {
  protected:
    static void SetUpTestSuite() { server_ = std::make_unique<MisbehavingServer>(); }
    static void TearDownTestSuite() { server_.reset(); }

    struct Told {
        std::string text;
        std::string note;
        std::string host;
        std::vector<agent::HandOverOffer> offers;
        int answers = 0;
        std::string answer;
    };
    Told ask(const std::string& kind, agent::RemoteUse use, bool agreed,
             const std::string& text = "who is bob@example.org?") {
        privacy::Egress::Options options;
        options.rules = {{agent::kRemotePurpose, "127.0.0.1", true}};
        privacy::Egress egress(std::move(options), privacy::EgressLog::open(dir_ / "sent.db").value());
        agent::RemoteModel remote(egress, {server_->at("/openai/" + kind), "large", ""});
        agent::HandOver handOver(remote, finder_, {});
        handOver.setOffline([this] { return offline_; });
        loop_.setHandOver(&handOver);
        Told told;
        agent::Request request{1, text, {}};
        request.remote = use;
        request.remoteAgreed = agreed;
        const auto asked = loop_.ask(request,
                                     [&](const agent::Event& event) {
                                         if (const auto* delta = std::get_if<agent::TextDelta>(&event))
                                             told.text += delta->text;
                                         if (const auto* note = std::get_if<agent::AnswerNote>(&event))
                                             told.note += note->text;
                                         if (const auto* offer = std::get_if<agent::HandOverOffer>(&event))
                                             told.offers.push_back(*offer);
                                         if (const auto* done = std::get_if<agent::AnswerDone>(&event)) {
                                             ++told.answers;
                                             told.host = done->host;
                                             told.answer = done->text;
                                         }
                                     },
                                     {});
        EXPECT_TRUE(asked) << asked.error().text();
        loop_.setHandOver(nullptr);
        sent_ = egress.sent(100)->size();
        return told;
    }

    inline static std::unique_ptr<MisbehavingServer> server_;
    privacy::Finder finder_;
    std::size_t sent_ = 0;
    bool offline_ = false;
};

TEST_F(AgentConversation, ShowsWhatWouldBeSentBeforeItIsSent) {
    for (const auto use : {agent::RemoteUse::Ask, agent::RemoteUse::Automatic}) {
        const Told told = ask("good", use, false);
        ASSERT_EQ(told.offers.size(), 1u);
        EXPECT_THAT(told.offers[0].text, testing::Not(HasSubstr("bob@example.org")));
        EXPECT_EQ(told.offers[0].replaced[0].first, "bob@example.org");
        ASSERT_EQ(told.offers[0].lines.size(), 1u);
        EXPECT_EQ(told.offers[0].lines[0].original, "who is bob@example.org?");
        EXPECT_THAT(told.offers[0].text, HasSubstr(told.offers[0].lines[0].masked));
        EXPECT_EQ(told.answers, 1);
        EXPECT_EQ(told.answer, "");
        EXPECT_EQ(sent_, 0u);
    }
    const Told answered = ask("good", agent::RemoteUse::Ask, true);
    EXPECT_TRUE(answered.offers.empty());
    EXPECT_EQ(answered.text, "who is bob@example.org?");  // the server repeats it
    EXPECT_EQ(answered.answer, answered.text);
    EXPECT_EQ(answered.host, "127.0.0.1");
    EXPECT_EQ(sent_, 1u);
}

TEST_F(AgentConversation, StaysHereUnlessAllowed) {
    EXPECT_EQ(ask("good", agent::RemoteUse::Never, true).answers, 1);
    EXPECT_EQ(sent_, 0u);
    // A key must not leave this device: it is not even offered.
    const std::string withKey = "what is ghp_abcdefghijklmnopqrstuvwxyz0123456789 for? AKIAIOSFODNN7EXAMPLE";
    for (const auto use : {agent::RemoteUse::Ask, agent::RemoteUse::Automatic}) {
        const Told told = ask("good", use, use == agent::RemoteUse::Automatic, withKey);
        EXPECT_TRUE(told.offers.empty());
        EXPECT_EQ(told.answers, 1);
        EXPECT_EQ(told.note.empty(), use == agent::RemoteUse::Automatic) << told.note;
        EXPECT_EQ(sent_, 0u);
    }
    offline_ = true;
    for (const bool agreed : {false, true}) {
        const Told told = ask("good", agent::RemoteUse::Ask, agreed);
        EXPECT_TRUE(told.offers.empty());
        EXPECT_EQ(told.answers, 1);
        EXPECT_EQ(sent_, 0u);
    }
}

TEST_F(AgentConversation, AnswersHereWhenTheServerFailsAndSaysSo) {
    for (const char* kind : {"failing", "cut", "reset", "badevent", "key"}) {
        const Told told = ask(kind, agent::RemoteUse::Ask, true);
        EXPECT_THAT(told.note, HasSubstr("The model on this device answers.")) << kind;
        EXPECT_EQ(told.host, "") << kind;
        EXPECT_EQ(told.answers, 1) << kind;
        EXPECT_FALSE(told.answer.empty()) << kind;
    }
}

}  // namespace
}  // namespace hearth::tests
