#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

class SearchNotes : public ToolFixture {
  protected:
    void putNotes() {
        write(context_.notesDir / "key.md", "# The key\n\nIt is under the mat.\n");
        write(context_.notesDir / "house" / "boiler.md", "Boiler\n\nServiced in May by Mr. Köhler.\n");
        write(context_.notesDir / "plain.txt", "gift ideas: a kettle\n");
        write(context_.notesDir / ".hidden.md", "# The key of the safe\n");
        write(context_.notesDir / "picture.png", "the key");
    }
    std::string search(const std::string& query) { return perform("search_notes", {{"query", query}}).text; }
};

TEST_F(SearchNotes, FindsByTitleAndText) {
    putNotes();
    EXPECT_EQ(search("the key"), "1 note fits “the key”:\n• The key: It is under the mat");
    EXPECT_EQ(search("koehler boiler").find("Boiler"),
              std::string("1 note fits “koehler boiler”:\n• ").size());
    EXPECT_NE(search("kohler").find("Serviced in May by Mr. Köhler"), std::string::npos);
    EXPECT_NE(search("gifts").find("gift ideas"), std::string::npos);
    EXPECT_NE(perform("search_notes", {{"query", "key"}}).link.find("key.md"), std::string::npos);
}

TEST_F(SearchNotes, SaysWhenNothingFits) {
    EXPECT_EQ(search("key"), "There are no notes yet. Say “make a note that …” to write one.");
    putNotes();
    EXPECT_EQ(search("dentist"), "None of your 3 notes mentions “dentist”.");
}

TEST_F(SearchNotes, ListsAllWithoutAQuery) {
    putNotes();
    const auto outcome = perform("search_notes", {});
    EXPECT_EQ(outcome.text.rfind("You have 3 notes:", 0), 0u);
    EXPECT_EQ(outcome.text.find("safe"), std::string::npos);
}

}  // namespace
}  // namespace hearth::tests
