#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using testing::ElementsAre;

class RemoveListItem : public ToolFixture {
  protected:
    RemoveListItem() {
        write(shopping_, kBefore);
        write(context_.listsDir / "To-do.md", "- [ ] buy milk\n");
    }
    static constexpr const char* kBefore = "# Shopping\n\n- [ ] Milk\n- [ ] Salt and pepper\n- [ ] Bread\n";
    std::filesystem::path shopping_ = context_.listsDir / "Shopping.md";
};

TEST_F(RemoveListItem, TakesOffAndUndoPutsBack) {
    const auto outcome = perform("remove_list_item", {{"item", "bread and milk"}, {"list", "shopping"}});
    EXPECT_EQ(outcome.text, "Took “Bread” and “Milk” off “Shopping”.");
    EXPECT_EQ(read(shopping_), "# Shopping\n\n- [ ] Salt and pepper\n");
    ASSERT_TRUE(tool("remove_list_item").undo(outcome.undo));
    EXPECT_EQ(read(shopping_), kBefore);
}

TEST_F(RemoveListItem, KnowsItemsWithAnd) {
    EXPECT_EQ(prepare("remove_list_item", {{"item", "salt and pepper"}, {"list", "shopping"}}).summary,
              "Take “Salt and pepper” off “Shopping”");
}

TEST_F(RemoveListItem, FindsTheListByTheItemOrAsks) {
    EXPECT_EQ(value(prepare("remove_list_item", {{"item", "the bread"}}), "list"), "Shopping");
    const auto prepared = prepare("remove_list_item", {{"item", "milk"}});
    EXPECT_EQ(prepared.question, "“milk” is on several lists. Off which one?");
    EXPECT_THAT(prepared.fields.at(1).choices, ElementsAre("Shopping", "To-do"));
}

TEST_F(RemoveListItem, ClearsAWholeList) {
    const auto prepared = prepare("remove_list_item", {{"item", "everything"}, {"list", "shopping list"}});
    EXPECT_EQ(prepared.summary, "Take all 3 items off “Shopping”");
    ASSERT_TRUE(tool("remove_list_item").run(prepared.fields, {}));
    EXPECT_EQ(read(shopping_), "# Shopping\n\n");
}

TEST_F(RemoveListItem, SaysWhatIsNotThere) {
    const auto unknown = tool("remove_list_item").prepare({"x", {{"item", "tea"}, {"list", "shopping"}}});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().message, "“tea” is not on “Shopping”.");
    const auto noList = tool("remove_list_item").prepare({"x", {{"item", "tea"}, {"list", "books"}}});
    ASSERT_FALSE(noList);
    EXPECT_EQ(noList.error().message, "There is no list “Books”.");
    EXPECT_EQ(prepare("remove_list_item", {{"list", "shopping"}}).question,
              "What should I take off the list?");
}

}  // namespace
}  // namespace hearth::tests
