#include "rag/marked_words.h"

#include <gmock/gmock.h>

#include <string>

namespace hearth::rag {
namespace {

// The marked words of a text, with a bar between them.
std::string marked(const std::string& text, const std::string& question) {
    std::string out;
    for (const auto& [begin, end] : markedWords(text, question))
        out += (out.empty() ? "" : "|") + text.substr(begin, end - begin);
    return out;
}

struct MarkedCase {
    const char* text;
    const char* question;
    const char* words;
};

TEST(MarkedWords, AreThoseOfTheQuestionInAnyEnding) {
    const MarkedCase cases[] = {
        {"The deep well was dug in 1911.", "when was the well dug?", "well|dug"},
        {"Prices rose; the price of steel too.", "steel prices", "Prices|price|steel"},
        {"Wellington is no well.", "well", "well"},
        {"To be or not to be", "to be", "To|be|to|be"},  // common words where there are no others
        {"Die Brücke über den Fluss", "brücke", "Brücke"},
        {"Die Brücke über den Fluss", "Brücke", "Brücke"},
        {"水井在市场上", "市场", "市场"},
        {"nothing here", "well", ""},
        {"", "well", ""},
        {"well", "", ""}};
    for (const MarkedCase& one : cases) EXPECT_EQ(marked(one.text, one.question), one.words) << one.text;
}

}  // namespace
}  // namespace hearth::rag
