#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using testing::UnorderedElementsAre;

class DeleteNote : public ToolFixture {
  protected:
    DeleteNote() {
        write(key_, "# Bike key\n\nIt is under the mat.\n");
        write(context_.notesDir / "car.md", "# Car key\n\nIn the blue bowl.\n");
    }
    std::filesystem::path key_ = context_.notesDir / "key.md";
};

TEST_F(DeleteNote, DeletesTheOneThatFitsAndUndoBringsItBack) {
    const auto prepared = prepare("delete_note", {{"query", "the note about the mat"}});
    EXPECT_EQ(prepared.summary, "Delete the note “Bike key”");
    EXPECT_TRUE(std::filesystem::exists(key_));
    const auto outcome = tool("delete_note").run(prepared.fields, {});
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->text, "Deleted the note “Bike key”.");
    EXPECT_FALSE(std::filesystem::exists(key_));
    ASSERT_TRUE(tool("delete_note").undo(outcome->undo));
    EXPECT_EQ(read(key_), "# Bike key\n\nIt is under the mat.\n");
}

TEST_F(DeleteNote, AsksWhereSeveralFit) {
    const auto prepared = prepare("delete_note", {{"query", "key"}});
    EXPECT_EQ(prepared.question, "Which of these notes should I delete?");
    EXPECT_EQ(prepared.questionField, "query");
    EXPECT_THAT(prepared.fields.at(0).choices, UnorderedElementsAre("Bike key", "Car key"));
    // The answer names one exactly.
    EXPECT_EQ(prepare("delete_note", {{"query", "Bike key"}}).question, "");
    EXPECT_EQ(prepare("delete_note", {}).question, "Which note should I delete?");
}

TEST_F(DeleteNote, SaysWhenNothingFits) {
    const auto prepared = tool("delete_note").prepare({"delete_note", {{"query", "dentist"}}});
    ASSERT_FALSE(prepared);
    EXPECT_EQ(prepared.error().message, "No note fits “dentist”.");
}

}  // namespace
}  // namespace hearth::tests
