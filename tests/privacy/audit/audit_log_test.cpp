#include "privacy/audit_log.h"

#include <gtest/gtest.h>

#include "fakes/temporary_folder.h"

namespace hearth::tests {
namespace {

using privacy::AuditEntry;
using privacy::AuditLog;
using State = AuditEntry::State;

AuditEntry entry(const std::string& tool, std::int64_t time) {
    AuditEntry made;
    made.time = time;
    made.actionId = "id-" + tool;
    made.tool = tool;
    made.arguments = R"({"title":"“x”"})";
    made.summary = "a " + tool;
    return made;
}

TEST(AuditLog, KeepsAnActionFromIntentToUndo) {
    TemporaryFolder folder;
    std::int64_t id = 0;
    {
        auto log = AuditLog::open(folder / "x.db").value();
        id = log.begin(entry("create_event", 100)).value();
        ASSERT_EQ(log.unfinished().value().size(), 1u);
        ASSERT_TRUE(log.complete(id, State::Done, "Added.", "/x.ics", "token"));
        ASSERT_TRUE(log.markUndone(id, 120));
    }
    auto log = AuditLog::open(folder / "x.db").value();
    EXPECT_TRUE(log.unfinished().value().empty());
    const auto kept = log.find(id).value();
    EXPECT_EQ(kept.tool, "create_event");
    EXPECT_EQ(kept.actionId, "id-create_event");
    EXPECT_EQ(kept.arguments, R"({"title":"“x”"})");
    EXPECT_EQ(kept.state, State::Done);
    EXPECT_EQ(kept.outcome, "Added.");
    EXPECT_EQ(kept.link, "/x.ics");
    EXPECT_EQ(kept.undoToken, "token");
    EXPECT_TRUE(kept.undone);
    EXPECT_EQ(kept.undoneTime, 120);
}

TEST(AuditLog, ListsNewestFirst) {
    TemporaryFolder folder;
    auto log = AuditLog::open(folder / "x.db").value();
    for (int i = 0; i < 5; ++i) ASSERT_TRUE(log.begin(entry(i % 2 ? "a" : "b", i)));
    const auto page = log.list(2, 1).value();
    ASSERT_EQ(page.size(), 2u);
    EXPECT_EQ(page[0].time, 3);
    EXPECT_EQ(page[1].time, 2);
    EXPECT_EQ(log.list(10, 0, "a").value().size(), 2u);
}

TEST(AuditLog, AFinishedRowIsNotRewritten) {
    TemporaryFolder folder;
    auto log = AuditLog::open(folder / "x.db").value();
    const auto id = log.begin(entry("a", 1)).value();
    ASSERT_TRUE(log.complete(id, State::Failed, "no"));
    ASSERT_TRUE(log.complete(id, State::Done, "yes"));
    EXPECT_EQ(log.find(id).value().outcome, "no");
}

TEST(AuditLog, UnknownRowsAreNotFound) {
    TemporaryFolder folder;
    auto log = AuditLog::open(folder / "x.db").value();
    const auto found = log.find(7);
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().code, base::ErrorCode::NotFound);
}

TEST(AuditLog, ForgetsOldRowsButNeverUnfinishedOnes) {
    TemporaryFolder folder;
    auto log = AuditLog::open(folder / "x.db").value();
    const auto done = log.begin(entry("a", 1)).value();
    ASSERT_TRUE(log.complete(done, State::Done, "yes"));
    ASSERT_TRUE(log.begin(entry("b", 1)));
    ASSERT_TRUE(log.forgetBefore(10));
    const auto left = log.list(10).value();
    ASSERT_EQ(left.size(), 1u);
    EXPECT_EQ(left[0].tool, "b");
}

}  // namespace
}  // namespace hearth::tests
