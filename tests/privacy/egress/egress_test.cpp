#include "privacy/egress.h"

#include <gmock/gmock.h>

#include <thread>

#include "privacy/egress/egress_fixture.h"

namespace hearth::privacy {
namespace {

using base::ErrorCode;
using testing::HasSubstr;
using testing::Not;

class EgressTest : public EgressFixture {};

TEST_F(EgressTest, GivesTheAnswerAndRecordsIt) {
    const auto egress = makeEgress();
    auto asked = request(server_->at("/ok/1000"));
    asked.sent = "three words only";
    const auto answer = egress->send(asked);
    ASSERT_TRUE(answer) << answer.error().text();
    EXPECT_EQ(answer->head.status, 200);
    EXPECT_EQ(answer->body, content(1000));
    const auto log = egress->sent(10);
    ASSERT_TRUE(log);
    ASSERT_EQ(log->size(), 1u);
    const EgressEntry& entry = log->front();
    EXPECT_EQ(entry.host, "127.0.0.1");
    EXPECT_EQ(entry.purpose, "test");
    EXPECT_EQ(entry.sent, "three words only");
    EXPECT_EQ(entry.status, 200);
    EXPECT_EQ(entry.outcome, "done");
    EXPECT_GT(entry.bytesReceived, 1000);
    EXPECT_GT(entry.bytesSent, 20);
    EXPECT_GT(entry.time, 1'600'000'000);
}

TEST_F(EgressTest, RefusesWhatNoRuleAllows) {
    const auto egress = makeEgress({{{"test", "127.0.0.1", true}, {"test", "*.example.org", true}}, {}, {}});
    struct Case {
        std::string purpose, url;
    };
    const std::vector<Case> cases{
        {"other", server_->at("/ok/1")},
        {"test", server_->at("/ok/1", "localhost")},
        {"test", "https://example.org/"},
        {"test", "http://a.example.org/"},  // would not be encrypted
        {"test", "https://a.example.org.evil.net/"},
    };
    for (const Case& c : cases) {
        auto asked = request(c.url);
        asked.purpose = c.purpose;
        const auto answer = egress->send(asked);
        ASSERT_FALSE(answer) << c.url;
        EXPECT_EQ(answer.error().code, ErrorCode::Refused) << c.url;
    }
    EXPECT_TRUE(egress->sent(10)->empty());
}

TEST_F(EgressTest, RefusesAddressesThatAreNone) {
    const auto egress = makeEgress();
    for (const char* url : {"", "file:///etc/passwd", "ftp://127.0.0.1/", "http://user:secret@127.0.0.1/",
                            "http://", "gopher://127.0.0.1", "not an address"}) {
        const auto answer = egress->send(request(url));
        ASSERT_FALSE(answer) << url;
        EXPECT_THAT(answer.error().text(), Not(HasSubstr("secret")));
    }
}

TEST_F(EgressTest, AConnectionOfAnotherLibraryNeedsLeaveAndIsRecorded) {
    bool offline = false;
    const auto egress = makeEgress({{{"library", "db.example.org", false}}, [&] { return offline; }, {}});
    EXPECT_EQ(egress->connect("library", "example.org", "PostgreSQL").error().code, ErrorCode::Refused);
    EXPECT_EQ(egress->connect("models", "db.example.org", "PostgreSQL").error().code, ErrorCode::Refused);
    EXPECT_TRUE(egress->sent(10)->empty());
    {
        auto first = egress->connect("library", "db.example.org", "PostgreSQL");
        ASSERT_TRUE(first) << first.error().text();
        EXPECT_EQ(egress->sent(10)->front().outcome, "") << "written before anything goes";
        EXPECT_TRUE((*first)->mayGoOn());
        (*first)->count(100, 7);
        (*first)->count(20, 3);
        offline = true;
        EXPECT_EQ((*first)->mayGoOn().error().code, ErrorCode::Refused);
        EXPECT_FALSE(egress->connect("library", "db.example.org", "PostgreSQL"));
        offline = false;
        auto second = egress->connect("library", "db.example.org", "PostgreSQL");
        (*second)->end("lost");
    }
    const auto log = egress->sent(10);
    ASSERT_EQ(log->size(), 2u);
    EXPECT_EQ((*log)[0].outcome, "lost");
    EXPECT_EQ((*log)[1].outcome, "done");
    EXPECT_EQ((*log)[1].host, "db.example.org");
    EXPECT_EQ((*log)[1].purpose, "library");
    EXPECT_EQ((*log)[1].method, "PostgreSQL");
    EXPECT_EQ((*log)[1].bytesSent, 120);
    EXPECT_EQ((*log)[1].bytesReceived, 10);
}

TEST_F(EgressTest, OfflineRefusesEverything) {
    bool offline = true;
    const auto egress = makeEgress({{{"test", "127.0.0.1", true}}, [&] { return offline; }, {}});
    const auto refused = egress->send(request(server_->at("/ok/1")));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Refused);
    EXPECT_THAT(refused.error().text(), HasSubstr("offline"));
    EXPECT_TRUE(egress->sent(10)->empty());
    offline = false;
    EXPECT_TRUE(egress->send(request(server_->at("/ok/1"))));
}

TEST_F(EgressTest, ChecksEveryRedirect) {
    const auto egress = makeEgress();
    auto asked = request(server_->at("/to?" + server_->at("/ok/10")));
    int seen = 0;
    asked.onRedirect = [&](const EgressHead& head) { seen += head.status; };
    const auto followed = egress->send(asked);
    ASSERT_TRUE(followed) << followed.error().text();
    EXPECT_EQ(followed->body, content(10));
    EXPECT_EQ(seen, 302);
    EXPECT_EQ(egress->sent(10)->size(), 2u);
    for (const std::string& target : {server_->at("/ok/10", "localhost"), std::string("https://example.org/"),
                                      std::string("file:///etc/x")})
        EXPECT_FALSE(egress->send(request(server_->at("/to?" + target)))) << target;
    const auto endless = egress->send(request(server_->at("/loop")));
    ASSERT_FALSE(endless);
    EXPECT_THAT(endless.error().text(), HasSubstr("without end"));
}

TEST_F(EgressTest, TakesSecretsToNoOtherHost) {
    const auto egress = makeEgress({{{"test", "127.0.0.1", true}, {"test", "localhost", true}}, {}, {}});
    auto asked = request(server_->at("/to?" + server_->at("/headers", "localhost")));
    asked.headers = {{"Authorization", "Bearer secret"}, {"X-Plain", "yes"}};
    const auto elsewhere = egress->send(asked);
    ASSERT_TRUE(elsewhere) << elsewhere.error().text();
    EXPECT_THAT(elsewhere->body, Not(HasSubstr("secret")));
    EXPECT_THAT(elsewhere->body, HasSubstr("X-Plain: yes"));
    asked.url = server_->at("/to?/headers");
    EXPECT_THAT(egress->send(asked)->body, HasSubstr("secret"));
    asked.headers = {{"X", "a\r\nInjected: b"}};
    EXPECT_EQ(egress->send(asked).error().code, ErrorCode::InvalidInput);
}

TEST_F(EgressTest, PostsOnceUnlessToldToKeepTheMethod) {
    const auto egress = makeEgress();
    auto asked = request(server_->at("/headers"));
    asked.method = "POST";
    asked.body = "the body";
    EXPECT_THAT(egress->send(asked)->body, testing::AllOf(HasSubstr("POST"), HasSubstr("the body")));
    asked.url = server_->at("/to?/headers");
    EXPECT_THAT(egress->send(asked)->body, testing::AllOf(HasSubstr("GET"), Not(HasSubstr("the body"))));
    asked.url = server_->at("/to307?/headers");
    EXPECT_THAT(egress->send(asked)->body, testing::AllOf(HasSubstr("POST"), HasSubstr("the body")));
}

TEST_F(EgressTest, EnvironmentAddsNoProxy) {
    for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"})
        ::setenv(name, "http://127.0.0.1:1", 1);
    const auto answer = makeEgress()->send(request(server_->at("/ok/10")));
    for (const char* name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"}) ::unsetenv(name);
    EXPECT_TRUE(answer) << answer.error().text();
}

TEST_F(EgressTest, BoundsSizeAndTime) {
    const auto egress = makeEgress();
    auto endless = request(server_->at("/endless"));
    endless.limits.mostBytes = 1u << 20;
    const auto large = egress->send(endless);
    ASSERT_FALSE(large);
    EXPECT_EQ(large.error().code, ErrorCode::InvalidInput);
    auto stalls = request(server_->at("/stall/1000"));
    stalls.limits.stallMs = 200;
    const auto stalled = egress->send(stalls);
    ASSERT_FALSE(stalled);
    EXPECT_THAT(stalled.error().text(), HasSubstr("stopped answering"));
    stalls.limits.stallMs = 60'000;
    stalls.limits.wholeMs = 200;
    EXPECT_EQ(egress->send(stalls).error().code, ErrorCode::Io);
    const auto cut = egress->send(request(server_->at("/short/1000")));
    ASSERT_FALSE(cut);
    EXPECT_THAT(cut.error().text(), HasSubstr("cut"));
    EXPECT_THAT(egress->sent(1)->front().outcome, HasSubstr("cut"));
}

TEST_F(EgressTest, StopsWhenCancelled) {
    const auto egress = makeEgress();
    base::CancelSource source;
    auto stalls = request(server_->at("/stall/1000"));
    stalls.cancel = source.token();
    stalls.onHead = [&](const EgressHead&) -> base::Result<void> {
        source.cancel();
        return {};
    };
    EXPECT_EQ(egress->send(stalls).error().code, ErrorCode::Cancelled);
}

TEST_F(EgressTest, NothingThereIsAnErrorAndRecorded) {
    const auto egress = makeEgress();
    const auto answer = egress->send(request("http://127.0.0.1:1/"));
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, ErrorCode::Io);
    EXPECT_EQ(egress->sent(1)->front().status, 0);
    EXPECT_THAT(egress->sent(1)->front().outcome, HasSubstr("no connection"));
}

TEST_F(EgressTest, VerifiesCertificates) {
    const tests::MisbehavingServer secure(true);
    const std::vector<EgressRule> rules{{"test", "localhost", false}, {"test", "127.0.0.1", false}};
    const auto strict = makeEgress({rules, {}, {}});
    const auto unknown = strict->send(request(secure.at("/ok/10", "localhost", "https")));
    ASSERT_FALSE(unknown);
    EXPECT_THAT(unknown.error().text(), HasSubstr("prove who it is"));
    const auto knowing = makeEgress({rules, {}, HEARTH_SOURCE "/tests/data/tls/localhost.pem"});
    const auto known = knowing->send(request(secure.at("/ok/10", "localhost", "https")));
    ASSERT_TRUE(known) << known.error().text();
    EXPECT_EQ(known->body, content(10));
    EXPECT_FALSE(knowing->send(request(secure.at("/ok/10", "127.0.0.1", "https"))));  // another name
    // From an encrypted connection to one that is not: never.
    const auto down =
        knowing->send(request(secure.at("/to?" + server_->at("/ok/10", "localhost"), "localhost", "https")));
    ASSERT_FALSE(down);
    EXPECT_THAT(down.error().text(), HasSubstr("not encrypted"));
}

}  // namespace
}  // namespace hearth::privacy
