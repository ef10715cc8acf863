#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

class AddListItem : public ToolFixture {
  protected:
    std::filesystem::path shopping_ = context_.listsDir / "Shopping.md";
};

TEST_F(AddListItem, MakesTheListAndUndoRemovesItAgain) {
    const auto first = perform("add_list_item", {{"item", "some milk and bread"}, {"list", "grocery list"}});
    EXPECT_EQ(first.text, "Added “Milk” and “Bread” to the new list “Shopping”.");
    EXPECT_EQ(read(shopping_), "# Shopping\n\n- [ ] Milk\n- [ ] Bread\n");
    const auto second = perform("add_list_item", {{"item", "eggs"}, {"list", "shopping"}});
    EXPECT_EQ(second.text, "Added “Eggs” to “Shopping”.");
    EXPECT_EQ(read(shopping_), "# Shopping\n\n- [ ] Milk\n- [ ] Bread\n- [ ] Eggs\n");
    ASSERT_TRUE(tool("add_list_item").undo(second.undo));
    EXPECT_EQ(read(shopping_), "# Shopping\n\n- [ ] Milk\n- [ ] Bread\n");
    ASSERT_TRUE(tool("add_list_item").undo(first.undo));
    EXPECT_FALSE(std::filesystem::exists(shopping_));
}

TEST_F(AddListItem, TakesSeveralArguments) {
    const auto prepared = prepare("add_list_item", {{"item", "milk"}, {"item", "bread"}});
    EXPECT_EQ(value(prepared, "item"), "Milk, Bread");
    EXPECT_EQ(value(prepared, "list"), "To-do");
    EXPECT_EQ(prepared.summary, "“Milk” and “Bread” onto the new list “To-do”");
}

TEST_F(AddListItem, PointsOutWhatIsThereAlready) {
    write(shopping_, "- [ ] milk\n- [x] eggs\n");
    EXPECT_EQ(prepare("add_list_item", {{"item", "Milk"}, {"list", "shopping"}}).warnings.size(), 1u);
    EXPECT_TRUE(prepare("add_list_item", {{"item", "eggs"}, {"list", "shopping"}}).warnings.empty());
}

TEST_F(AddListItem, AsksForTheItemAndStaysInItsFolder) {
    EXPECT_EQ(prepare("add_list_item", {{"list", "shopping"}}).question, "What should I put on the list?");
    perform("add_list_item", {{"item", "x"}, {"list", "../../evil"}});
    EXPECT_EQ(filesIn(context_.listsDir).size(), 1u);
}

}  // namespace
}  // namespace hearth::tests
