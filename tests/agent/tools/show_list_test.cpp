#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

class ShowList : public ToolFixture {
  protected:
    std::string show(const std::string& name) { return perform("show_list", {{"list", name}}).text; }
};

TEST_F(ShowList, ReadsWhatIsOpen) {
    write(context_.listsDir / "Shopping.md", "- [ ] milk\n- [x] eggs\n- [ ] bread\n");
    EXPECT_EQ(show("my grocery list"), "On “Shopping”:\n• milk\n• bread\n1 item ticked off.");
    EXPECT_EQ(perform("show_list", {}).items, R"([{"title":"milk"},{"title":"bread"}])");
    write(context_.listsDir / "To-do.md", "# To-do\n");
    EXPECT_EQ(show("to do"), "“To-do” is empty.");
    EXPECT_EQ(perform("show_list", {}).text, "You have 2 lists:\n• Shopping: 2 items\n• To-do: 0 items");
}

TEST_F(ShowList, SaysWhatIsMissing) {
    EXPECT_EQ(show("shopping"), "There are no lists yet. Say “put milk on the shopping list” to start one.");
    write(context_.listsDir / "Shopping.md", "- [ ] milk\n");
    EXPECT_EQ(show("books"), "There is no list “Books”. You have “Shopping”.");
}

}  // namespace
}  // namespace hearth::tests
