#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using CreateNote = ToolFixture;

TEST_F(CreateNote, WritesAFileAndUndoRemovesIt) {
    const auto outcome = perform("create_note", {{"text", "the key is under the mat"}});
    EXPECT_EQ(outcome.text, "Saved the note “The key is under the mat”.");
    EXPECT_EQ(read(outcome.link), "# The key is under the mat\n\nthe key is under the mat\n");
    ASSERT_TRUE(tool("create_note").undo(outcome.undo));
    EXPECT_TRUE(filesIn(context_.notesDir).empty());
}

TEST_F(CreateNote, AsksForTheText) {
    const auto prepared = prepare("create_note", {{"title", "Plans"}});
    EXPECT_EQ(prepared.question, "What should the note say?");
    EXPECT_EQ(prepared.questionField, "text");
}

TEST_F(CreateNote, NeverOverwrites) {
    perform("create_note", {{"text", "one"}, {"title", "Plan"}});
    perform("create_note", {{"text", "two"}, {"title", "Plan"}});
    EXPECT_EQ(read(context_.notesDir / "Plan.md"), "# Plan\n\none\n");
    EXPECT_EQ(read(context_.notesDir / "Plan 2.md"), "# Plan\n\ntwo\n");
}

TEST_F(CreateNote, UndoLeavesANoteThatWasChangedSince) {
    const auto outcome = perform("create_note", {{"text", "one"}});
    write(outcome.link, "mine");
    const auto undone = tool("create_note").undo(outcome.undo);
    ASSERT_FALSE(undone);
    EXPECT_EQ(undone.error().code, base::ErrorCode::Conflict);
    EXPECT_EQ(read(outcome.link), "mine");
}

TEST_F(CreateNote, TitlesCannotLeaveTheFolder) {
    perform("create_note", {{"text", "x"}, {"title", "../../etc/passwd"}});
    ASSERT_EQ(filesIn(context_.notesDir).size(), 1u);
}

TEST_F(CreateNote, RecoversAfterAPowerCut) {
    auto fields = prepare("create_note", {{"text", "one"}}).fields;
    fields.push_back({"action_id", "", agent::ArgumentType::Text, "a-1", "", false, {}, {}});
    EXPECT_FALSE(tool("create_note").recover(fields));
    ASSERT_TRUE(tool("create_note").run(fields, {}));
    const auto outcome = tool("create_note").recover(fields);
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->undo, "a-1");
}

}  // namespace
}  // namespace hearth::tests
