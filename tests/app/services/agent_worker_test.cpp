#include "services/agent_worker.h"

#include <gmock/gmock.h>

#include <future>

#include "demo/fake_agent.h"

namespace hearth::app {
namespace {

AgentFactory fakes() {
    return [](const AgentNews&) -> base::Result<MadeAgent> { return MadeAgent{makeFakeAgent(0), "fake"}; };
}

TEST(AgentWorker, MakesTheAgentOnItsOwnThreadAndRunsJobsInOrder) {
    std::promise<std::vector<int>> done;
    std::vector<int> order;
    const auto here = std::this_thread::get_id();
    AgentWorker worker(fakes(), [](const ModelState&) {});
    for (int i = 0; i < 3; ++i)
        worker.post([&order, i, here](agent::Agent* agent, const base::CancelToken&) {
            EXPECT_NE(agent, nullptr);
            EXPECT_NE(std::this_thread::get_id(), here);
            order.push_back(i);
        });
    worker.post([&](agent::Agent*, const base::CancelToken&) { done.set_value(order); });
    EXPECT_THAT(done.get_future().get(), testing::ElementsAre(0, 1, 2));
}

TEST(AgentWorker, SaysWhyThereIsNoAgent) {
    std::promise<ModelState> failed;
    AgentWorker worker(
        [](const AgentNews&) -> base::Result<MadeAgent> {
            return base::fail(base::ErrorCode::NotFound, "No model file.", "builtin.gguf");
        },
        [&](const ModelState& state) {
            if (state.kind == ModelState::Kind::Failed) failed.set_value(state);
        });
    EXPECT_EQ(failed.get_future().get().error, "No model file. (builtin.gguf)");
    std::promise<bool> hasAgent;
    worker.post([&](agent::Agent* agent, const base::CancelToken&) { hasAgent.set_value(agent != nullptr); });
    EXPECT_FALSE(hasAgent.get_future().get());
}

TEST(AgentWorker, StopCancelsTheRunningJobOnly) {
    AgentWorker worker(fakes(), [](const ModelState&) {});
    std::promise<void> running;
    std::promise<void> stopped;
    worker.post([&](agent::Agent*, const base::CancelToken& cancel) {
        running.set_value();
        while (!cancel.cancelled()) std::this_thread::yield();
        stopped.set_value();
    });
    running.get_future().wait();
    worker.stop();
    stopped.get_future().wait();
    std::promise<bool> next;
    worker.post([&](agent::Agent*, const base::CancelToken& cancel) { next.set_value(cancel.cancelled()); });
    EXPECT_FALSE(next.get_future().get());
}

TEST(AgentWorker, ClosingCancelsAndDropsWhatWaits) {
    std::promise<void> running;
    bool waitedRan = false;
    {
        AgentWorker worker(fakes(), [](const ModelState&) {});
        worker.post([&](agent::Agent*, const base::CancelToken& cancel) {
            running.set_value();
            while (!cancel.cancelled()) std::this_thread::yield();
        });
        worker.post([&](agent::Agent*, const base::CancelToken&) { waitedRan = true; });
        running.get_future().wait();
    }
    EXPECT_FALSE(waitedRan);
}

TEST(AgentWorker, WhileHeldOnlyAModelGetsThrough) {
    std::vector<std::string> order;
    const auto factory = [&order](const AgentNews&) -> base::Result<MadeAgent> {
        return MadeAgent{makeFakeAgent(0), "fake",
                         [&order](const std::shared_ptr<const engine::Model>&) -> base::Result<void> {
                             order.emplace_back("model");
                             return {};
                         }};
    };
    AgentWorker worker(factory, [](const ModelState&) {});
    std::promise<void> given;
    std::promise<void> asked;
    worker.hold();
    worker.post([&](agent::Agent*, const base::CancelToken&) {
        order.emplace_back("asked");
        asked.set_value();
    });
    worker.useChatModel(nullptr, [&](const base::Result<void>&) { given.set_value(); });
    given.get_future().wait();
    worker.release();
    asked.get_future().wait();
    EXPECT_THAT(order, testing::ElementsAre("model", "asked"));

    // Who stops does not want to wait for a model.
    std::promise<void> after;
    worker.hold();
    worker.post([&](agent::Agent*, const base::CancelToken&) { after.set_value(); });
    worker.stop();
    after.get_future().wait();
}

}  // namespace
}  // namespace hearth::app
