#include "lists/list_file.h"

#include <gtest/gtest.h>

namespace hearth::agent {
namespace {

TEST(ListFile, KeepsWhatIsNotACheckBox) {
    const ListFile list{"x.md", "Shopping",
                        "# Shopping\r\n\nFor Sunday:\n- [ ] milk\r\n  * [x] bread\n- eggs\n- [y] no"};
    const auto items = list.items();
    ASSERT_EQ(items.size(), 2u);
    EXPECT_EQ(items[0].text, "milk");
    EXPECT_FALSE(items[0].done);
    EXPECT_EQ(items[1].text, "bread");
    EXPECT_TRUE(items[1].done);
    EXPECT_EQ(list.withoutLines({items[0].line}),
              "# Shopping\r\n\nFor Sunday:\n  * [x] bread\n- eggs\n- [y] no");
    EXPECT_EQ(list.withTicked({items[0].line}),
              "# Shopping\r\n\nFor Sunday:\n- [x] milk\r\n  * [x] bread\n- eggs\n- [y] no");
    EXPECT_EQ(list.withAdded({"tea\nand more"}), list.bytes + "\n- [ ] tea and more\n");
}

TEST(ListFile, NamesListsAsPeopleDo) {
    const struct {
        const char* words;
        const char* name;
    } cases[] = {
        {"", "To-do"},
        {"my to do list", "To-do"},
        {"todo", "To-do"},
        {"to-do", "To-do"},
        {"grocery list", "Shopping"},
        {"the shopping list", "Shopping"},
        {"groceries", "Shopping"},
        {"packing list", "Packing"},
        {"my Christmas gifts", "Christmas gifts"},
    };
    for (const auto& c : cases) EXPECT_EQ(canonicalListName(c.words), c.name) << c.words;
}

TEST(ListFile, FindsTheListThatIsMeant) {
    const std::vector<ListFile> lists = {
        {"a", "Groceries", ""}, {"b", "To-do", ""}, {"c", "Packing for Rome", ""}};
    EXPECT_EQ(findList(lists, "shopping list")->name, "Groceries");
    EXPECT_EQ(findList(lists, "")->name, "To-do");
    EXPECT_EQ(findList(lists, "packing list")->name, "Packing for Rome");
    EXPECT_FALSE(findList(lists, "books"));
}

}  // namespace
}  // namespace hearth::agent
