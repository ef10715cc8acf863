#include "agent/remote_model.h"

#include <gmock/gmock.h>

#include "agent/hand_over.h"
#include "fakes/misbehaving_server.h"
#include "fakes/temporary_folder.h"
#include "routing/sse_reader.h"
#include "routing/uncertainty.h"
#include "routing/watched_sink.h"

namespace hearth::agent {
namespace {

using base::ErrorCode;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

TEST(SseReader, ReadsPiecesOfAnySize) {
    const std::string stream =
        ": hello\ndata: one\r\n\r\nevent: x\ndata: two\ndata:three\n\n\n\nid: 4\ndata: last";
    for (const std::size_t size : {1u, 2u, 7u, 1000u}) {
        std::vector<std::string> got;
        routing::SseReader reader([&](const std::string& data) -> base::Result<void> {
            got.push_back(data);
            return {};
        });
        for (std::size_t at = 0; at < stream.size(); at += size)
            ASSERT_TRUE(reader.push(std::string_view(stream).substr(at, size)));
        ASSERT_TRUE(reader.finish());
        EXPECT_THAT(got, ElementsAre("one", "two\nthree", "last"));
    }
    routing::SseReader bounded([](const std::string&) -> base::Result<void> { return {}; });
    EXPECT_FALSE(bounded.push(std::string(5u << 20, 'x')));
}

TEST(Uncertainty, SeesSpreadChoicesAndModestWords) {
    engine::TokenEvent sure;
    sure.top = {{1, -0.001f}};
    engine::TokenEvent spread;
    for (int i = 0; i < 10; ++i) spread.top.emplace_back(i, -3.0f);
    EXPECT_LT(routing::entropyOf(sure), 0.05);
    EXPECT_GT(routing::entropyOf(spread), 1.5);
    routing::Uncertainty calm;
    routing::Uncertainty lost(1.5);
    for (int i = 0; i < routing::kWatchedTokens; ++i) {
        calm.hear(sure);
        lost.hear(spread);
    }
    EXPECT_TRUE(calm.decided());
    EXPECT_FALSE(calm.unsure());
    EXPECT_TRUE(lost.unsure());
    for (const char* text :
         {"I don't know who that is.", "Sorry, I\xE2\x80\x99m not sure", "Das weiß ich nicht."})
        EXPECT_TRUE(routing::declaresInability(text)) << text;
    for (const char* text : {"", "Rome is the capital.", "You know it well."})
        EXPECT_FALSE(routing::declaresInability(text)) << text;
}

TEST(Uncertainty, ALongWaitOrAFormThatFailedCountsWhateverWasHeard) {
    routing::Uncertainty patient, hurried(routing::kUnsureEntropy, 20), broken;
    EXPECT_FALSE(patient.expect(1e6));
    EXPECT_FALSE(hurried.expect(20));
    EXPECT_FALSE(hurried.lost());
    EXPECT_TRUE(hurried.expect(21));
    EXPECT_TRUE(hurried.unsure());
    engine::TokenEvent sure;
    sure.top = {{1, -0.001f}};
    std::vector<std::string> told;
    const EventSink sink = [&](const Event& event) { told.push_back(std::get<TextDelta>(event).text); };
    routing::WatchedSink watched(&broken, sink, {});
    for (int i = 0; i < routing::kWatchedTokens; ++i) {
        watched.hear(sure);
        watched.tell(TextDelta{"a"});
    }
    EXPECT_FALSE(told.empty()) << "its author was sure";
    broken.failForm();
    EXPECT_TRUE(watched.finish()) << "and yet it is given up";
}

class RemoteModelTest : public testing::Test {
  protected:
    static void SetUpTestSuite() { server_ = std::make_unique<tests::MisbehavingServer>(); }
    static void TearDownTestSuite() { server_.reset(); }

    RemoteModelTest() {
        auto log = privacy::EgressLog::open(folder_ / "hearth.db");
        EXPECT_TRUE(log) << log.error().text();
        privacy::Egress::Options options;
        options.rules = {{kRemotePurpose, "127.0.0.1", true}};
        options.offline = [this] { return offline_; };
        egress_ = std::make_unique<privacy::Egress>(std::move(options), std::move(*log));
        limits_.stallMs = 300;
        limits_.mostBytes = 1u << 20;
    }
    RemoteModel model(const std::string& kind) {
        return RemoteModel(*egress_, {server_->at("/openai/" + kind), "large", "secret"}, limits_);
    }
    base::Result<std::string> ask(const std::string& kind) {
        told_.clear();
        return model(kind).ask({{"user", "what was said"}}, [&](std::string_view piece) { told_ += piece; },
                               {});
    }

    inline static std::unique_ptr<tests::MisbehavingServer> server_;
    tests::TemporaryFolder folder_;
    std::unique_ptr<privacy::Egress> egress_;
    RemoteLimits limits_;
    bool offline_ = false;
    std::string told_;
};

TEST_F(RemoteModelTest, ListsAndAnswers) {
    EXPECT_THAT(*model("good").models({}), ElementsAre("large", "larger"));
    const auto answer = ask("good");
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(*answer, "what was said");
    EXPECT_EQ(told_, "what was said");
    const auto log = egress_->sent(1);
    ASSERT_TRUE(log);
    EXPECT_EQ(log->front().sent, "user: what was said\n");
    EXPECT_EQ(log->front().purpose, kRemotePurpose);
    EXPECT_EQ(*ask("busy"), "what was said");  // after two refusals
}

TEST_F(RemoteModelTest, SaysWhatAServerDidWrong) {
    struct Case {
        std::string kind;
        ErrorCode code;
        std::string says;
        std::string told;  // before it went wrong
    };
    for (const Case& c :
         std::vector<Case>{{"key", ErrorCode::Refused, "does not accept the key: no, for key", ""},
                           {"late", ErrorCode::Io, "too much to do", ""},
                           {"failing", ErrorCode::Io, "failed (500)", ""},
                           {"reset", ErrorCode::Io, "", "wha"},
                           {"cut", ErrorCode::Io, "broke off", "wha"},
                           {"stall", ErrorCode::Io, "stopped answering", "wha"},
                           {"badevent", ErrorCode::InvalidInput, "interface", "wha"},
                           {"halferror", ErrorCode::Io, "out of memory", "wha"},
                           {"html", ErrorCode::Io, "broke off", ""}}) {
        const auto answer = ask(c.kind);
        ASSERT_FALSE(answer) << c.kind;
        EXPECT_EQ(answer.error().code, c.code) << c.kind << answer.error().text();
        EXPECT_THAT(answer.error().text(), HasSubstr(c.says)) << c.kind;
        EXPECT_THAT(answer.error().text(), Not(HasSubstr("secret")));
        EXPECT_EQ(told_, c.told) << c.kind;
    }
    EXPECT_EQ(ask("endless").error().code, ErrorCode::InvalidInput);
    EXPECT_LE(told_.size(), limits_.mostBytes);
    for (const char* kind : {"html", "badjson", "key", "failing"})
        EXPECT_FALSE(model(kind).models({})) << kind;
}

TEST_F(RemoteModelTest, AsksNobodyWithoutLeave) {
    offline_ = true;
    EXPECT_EQ(ask("good").error().code, ErrorCode::Refused);
    offline_ = false;
    EXPECT_EQ(RemoteModel(*egress_, {"https://other.example/v1", "m", ""}).models({}).error().code,
              ErrorCode::Refused);
    EXPECT_FALSE(RemoteModel(*egress_, {"no address", "m", ""}).models({}));
    base::CancelSource stop;
    stop.cancel();
    EXPECT_EQ(model("good").models(stop.token()).error().code, ErrorCode::Cancelled);
}

class HandOverTest : public RemoteModelTest {
  protected:
    static Request request(const std::string& text) {
        Request out;
        out.text = text;
        return out;
    }
};

TEST_F(HandOverTest, SendsStandInsAndTellsTheOriginals) {
    const privacy::Finder finder;
    RemoteModel remote = model("good");
    HandOver handOver(remote, finder, {});
    const Request asked = request("Write to ana.lima@example.org about the card 4111 1111 1111 1111");
    const auto offer = handOver.preview(asked);
    ASSERT_TRUE(offer) << offer.error().text();
    EXPECT_EQ(offer->host, "127.0.0.1");
    EXPECT_THAT(offer->text, Not(HasSubstr("ana.lima")));
    EXPECT_EQ(offer->replaced.size(), 2u);
    std::string heard;
    const auto answer = handOver.answer(asked, [&](const std::string& piece) { heard += piece; }, {});
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(*answer, asked.text);  // the server repeats it
    EXPECT_EQ(heard, asked.text);
    EXPECT_EQ(egress_->sent(1)->front().sent, offer->text + "\n");
    EXPECT_EQ(handOver.preview(asked)->text, offer->text);  // the same stand-ins again
}

TEST_F(HandOverTest, SendsNothingThatThePolicyForbids) {
    const privacy::Finder finder;
    RemoteModel remote = model("good");
    privacy::Policy policy;
    policy.set("EMAIL_ADDRESS", "127.0.0.1", privacy::Handling::Never);
    HandOver handOver(remote, finder, policy);
    Request asked = request("and now?");
    asked.history.push_back({Message::Role::User, "I am ana.lima@example.org", {}});
    const auto refused = handOver.answer(asked, [](const std::string&) {}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_THAT(refused.error().text(), HasSubstr("Mail address"));
    EXPECT_TRUE(egress_->sent(10)->empty());
    policy.set("EMAIL_ADDRESS", "127.0.0.1", privacy::Handling::Allow);
    handOver.setPolicy(policy);
    handOver.forget();
    EXPECT_THAT(handOver.preview(asked)->text, HasSubstr("ana.lima@example.org"));
}

}  // namespace
}  // namespace hearth::agent
