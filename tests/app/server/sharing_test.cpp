// Requests that compute at once: in turn, each in a session of its own.
#include <atomic>
#include <thread>

#include "app/server/server_fixture.h"
#include "server/session_pool.h"
#include "server/turns.h"

namespace hearth::app::server {
namespace {

TEST(Turns, GoRound) {
    Turns turns;
    std::string order;
    std::atomic<int> ready = 0;
    const auto work = [&](char name) {
        Turns::Turn turn(turns);
        ++ready;
        while (ready < 2) turn.giveWay();  // until both are in line
        for (int i = 0; i < 20; ++i) {
            order += name;
            turn.giveWay();
        }
    };
    std::thread a(work, 'a');
    std::thread b(work, 'b');
    a.join();
    b.join();
    ASSERT_EQ(order.size(), 40u);
    // Once both are at it, nobody has two turns in a row.
    for (std::size_t i = 2; i + 2 < order.size(); ++i) EXPECT_NE(order[i], order[i + 1]) << order;
}

class SharingTest : public ServerFixture {};

TEST_F(SharingTest, MoreRequestsThanSessionsAllGetTheirAnswer) {
    const Json body{{"prompt", "he said"}, {"max_tokens", 20}, {"temperature", 0}};
    const Json alone = ask("/v1/completions", body)["choices"];
    std::vector<std::thread> threads;
    std::atomic<int> same = 0;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] {
            if (Json::parse(send("/v1/completions", body.dump()).body)["choices"] == alone) ++same;
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(same, 6);
}

TEST_F(SharingTest, AShortRequestNeedNotWaitForALongOne) {
    std::atomic<bool> longDone = false;
    std::atomic<bool> longBegun = false;
    HttpReply reply =
        send("/v1/completions", R"({"prompt":"a","max_tokens":900,"stream":true,"temperature":1})");
    ASSERT_TRUE(reply.stream);
    std::atomic<bool> mayGoOn = false;
    std::thread slow([&] {
        reply.stream([&](std::string_view) {
            longBegun = true;
            while (!mayGoOn) std::this_thread::yield();  // a client that does not read
            return true;
        });
        longDone = true;
    });
    while (!longBegun) std::this_thread::yield();
    ask("/v1/completions", {{"prompt", "b"}, {"max_tokens", 3}});
    EXPECT_FALSE(longDone);
    mayGoOn = true;
    slow.join();
}

TEST_F(SharingTest, StopsForAClientThatIsGone) {
    HttpReply reply =
        send("/v1/completions", R"({"prompt":"a","max_tokens":900,"stream":true,"temperature":1})");
    int written = 0;
    reply.stream([&](std::string_view) { return ++written < 3; });
    EXPECT_LE(written, 6);
}

TEST_F(SharingTest, ThePoolKeepsConversationsApart) {
    SessionPool pool(std::shared_ptr<const engine::Model>(&host_->model(), [](const engine::Model*) {}), 2,
                     64);
    const std::vector<engine::TokenId> a{5, 6, 7, 8};
    const std::vector<engine::TokenId> b{9, 10, 11, 12};
    engine::Session* holdsA = nullptr;
    {
        auto first = pool.take(a, {});
        ASSERT_TRUE(first);
        holdsA = &first->session();
        first->remember(a);
    }
    auto second = pool.take(b, {});
    ASSERT_TRUE(second);
    EXPECT_NE(&second->session(), holdsA);
    auto third = pool.take(std::vector<engine::TokenId>{5, 6, 7}, {});
    ASSERT_TRUE(third);
    EXPECT_EQ(&third->session(), holdsA);
    base::CancelSource stop;
    stop.cancel();
    EXPECT_FALSE(pool.take(a, stop.token()));  // both are taken
}

}  // namespace
}  // namespace hearth::app::server
