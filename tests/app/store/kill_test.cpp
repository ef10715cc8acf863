// A process that writes conversations is killed at random moments. What it said was saved must be there.
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <random>

#include "app/records.h"
#include "fakes/temporary_folder.h"
#include "store/conversation_store.h"

namespace hearth::app {
using tests::TemporaryFolder;
namespace {

constexpr int kKills = 50;

// Streams answers for ever; after each complete message writes its id to `report`.
[[noreturn]] void writeForEver(const std::string& path, std::int64_t firstId, int report) {
    auto store = ConversationStore::open(path);
    if (!store) _exit(3);
    for (std::int64_t id = firstId;; id += 2) {
        if (!(*store)->putConversation({1, "Talk", 1, id, false, id})) _exit(4);
        auto answer = message(id, 0, MessageKind::Assistant, "");
        answer.state = MessageState::Streaming;
        for (int i = 0; i < 3; ++i) {
            answer.text += "word " + std::to_string(id) + ' ';
            if (!(*store)->putMessage(answer)) _exit(4);
        }
        answer.state = MessageState::Complete;
        if (!(*store)->putMessage(answer)) _exit(4);
        if (write(report, &id, sizeof id) != sizeof id) _exit(5);
        auto action = actionMessage(id + 1, id, "a" + std::to_string(id));
        if (!(*store)->putMessage(action)) _exit(4);
    }
}

TEST(Killed, AnyMomentLosesNoCompleteMessage) {
    const TemporaryFolder folder;
    const auto path = (folder / "c.db").string();
    std::mt19937 random(20261122);
    std::vector<std::int64_t> saved;
    std::int64_t next = 1;
    for (int round = 0; round < kKills; ++round) {
        int pipeEnds[2];
        ASSERT_EQ(pipe(pipeEnds), 0);
        const pid_t child = fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            close(pipeEnds[0]);
            writeForEver(path, next, pipeEnds[1]);
        }
        close(pipeEnds[1]);
        // At least one message, then a random part of the next ones.
        const int wanted = 1 + static_cast<int>(random() % 4);
        std::int64_t id = 0;
        int seen = 0;
        while (seen < wanted && read(pipeEnds[0], &id, sizeof id) == sizeof id) {
            saved.push_back(id);
            ++seen;
        }
        usleep(static_cast<useconds_t>(random() % 3000));
        kill(child, SIGKILL);
        while (read(pipeEnds[0], &id, sizeof id) == sizeof id) saved.push_back(id);
        close(pipeEnds[0]);
        int status = 0;
        waitpid(child, &status, 0);
        ASSERT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself with " << WEXITSTATUS(status);
        next = saved.back() + 1000;

        auto store = ConversationStore::open(path);
        ASSERT_TRUE(store) << "round " << round << ": " << store.error().text();
        const auto messages = (*store)->messages(1);
        ASSERT_TRUE(messages) << messages.error().text();
        std::map<std::int64_t, const MessageRecord*> byId;
        for (const auto& m : *messages) {
            byId[m.id] = &m;
            EXPECT_NE(m.state, MessageState::Streaming) << "left open: " << m.id;
        }
        for (std::int64_t one : saved) {
            ASSERT_TRUE(byId.contains(one)) << "lost: " << one;
            const std::string word = "word " + std::to_string(one) + ' ';
            EXPECT_EQ(byId[one]->text, word + word + word);
            EXPECT_EQ(byId[one]->state, MessageState::Complete);
        }
    }
    EXPECT_GE(saved.size(), static_cast<std::size_t>(kKills));
}

}  // namespace
}  // namespace hearth::app
