#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using Changes = ToolFixture;

TEST_F(Changes, ApplyAndUndoSeveralFiles) {
    write(dir_ / "a", "old a");
    write(dir_ / "b", "old b");
    ASSERT_TRUE(changes_.apply("1", {{dir_ / "a", "new a"}, {dir_ / "b", std::nullopt}, {dir_ / "c", "c"}}));
    EXPECT_EQ(read(dir_ / "a"), "new a");
    EXPECT_FALSE(std::filesystem::exists(dir_ / "b"));
    EXPECT_TRUE(changes_.stands("1"));
    ASSERT_TRUE(changes_.undo("1"));
    EXPECT_EQ(read(dir_ / "a"), "old a");
    EXPECT_EQ(read(dir_ / "b"), "old b");
    EXPECT_FALSE(std::filesystem::exists(dir_ / "c"));
    EXPECT_FALSE(changes_.stands("1"));
}

TEST_F(Changes, AnIdServesOnce) {
    ASSERT_TRUE(changes_.apply("1", {{dir_ / "a", "x"}}));
    const auto again = changes_.apply("1", {{dir_ / "a", "y"}});
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, base::ErrorCode::Conflict);
    EXPECT_EQ(read(dir_ / "a"), "x");
}

TEST_F(Changes, AFailureInTheMiddleChangesNothing) {
    write(dir_ / "a", "old");
    write(dir_ / "file", "x");
    EXPECT_FALSE(changes_.apply("1", {{dir_ / "a", "new"}, {dir_ / "file" / "below", "y"}}));
    EXPECT_EQ(read(dir_ / "a"), "old");
    EXPECT_FALSE(changes_.undo("1"));
}

TEST_F(Changes, FinishCompletesWhatAPowerCutLeft) {
    write(dir_ / "a", "old a");
    write(dir_ / "b", "old b");
    ASSERT_TRUE(changes_.apply("1", {{dir_ / "a", "new a"}, {dir_ / "b", "new b"}}));
    write(dir_ / "b", "old b");  // as if the cut had come between the two files
    EXPECT_EQ(changes_.finish("1").value(), true);
    EXPECT_EQ(read(dir_ / "b"), "new b");
    EXPECT_EQ(changes_.finish("2").value(), false);
}

TEST_F(Changes, DamagedJournalIsAnError) {
    for (const std::string text : {"", "{", "{\"edits\":1}", "{\"edits\":[{\"path\":\"/x\"}]}",
                                   "{\"edits\":[{\"path\":\"/x\",\"before\":\"?\",\"after\":null}]}"}) {
        write(dir_ / "undo" / "1.json", text);
        EXPECT_FALSE(changes_.undo("1")) << text;
    }
    EXPECT_FALSE(changes_.undo("../1"));
}

TEST_F(Changes, RedoPutsBackWhatUndoTook) {
    write(dir_ / "a", "old");
    ASSERT_TRUE(changes_.apply("1", {{dir_ / "a", "new"}, {dir_ / "b", "b"}}));
    ASSERT_TRUE(changes_.undo("1"));
    ASSERT_TRUE(changes_.redo("1"));
    EXPECT_EQ(read(dir_ / "a"), "new");
    EXPECT_EQ(read(dir_ / "b"), "b");
    ASSERT_TRUE(changes_.undo("1"));
    write(dir_ / "a", "by another hand");
    const auto refused = changes_.redo("1");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::Conflict);
    EXPECT_FALSE(std::filesystem::exists(dir_ / "b"));
    EXPECT_FALSE(changes_.redo("2"));
}

TEST(FileNameFor, MakesSafeNames) {
    const std::pair<std::string, std::string> cases[] = {
        {"Plan", "Plan"}, {"a/b\\c", "a b c"},   {"..", "untitled"},          {"  x  y. ", "x y"},
        {"", "untitled"}, {".hidden", "hidden"}, {"Café: 5 > 3", "Café 5 3"}, {"a\nb", "a b"},
    };
    for (const auto& [text, name] : cases) EXPECT_EQ(agent::fileNameFor(text), name) << text;
    EXPECT_EQ(agent::fileNameFor(std::string(79, 'x') + "ü"), std::string(79, 'x'));
}

}  // namespace
}  // namespace hearth::tests
