#include "documents/terms.h"

#include <gmock/gmock.h>

namespace hearth::agent::documents {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> stems(const std::string& text) {
    std::vector<std::string> out;
    for (const Term& term : termsOf(text)) out.push_back(term.stem);
    return out;
}

TEST(TermsTest, LeavesOutFunctionWordsCaseAccentsAndEndings) {
    EXPECT_EQ(stems("The Contracts were signed"), stems("contract signs"));
    EXPECT_EQ(stems("Kündigungsfristen"), stems("kundigungsfrist"));
    EXPECT_THAT(stems("What is the of and?"), IsEmpty());
    EXPECT_THAT(stems("Wer ist der?"), IsEmpty());
    EXPECT_THAT(stems(""), IsEmpty());
}

TEST(TermsTest, FindsWordsOfChinese) {
    EXPECT_THAT(stems("租金是多少"), ElementsAre("租金"));
    EXPECT_THAT(stems("每月租金八百欧元"), Contains("租金"));
}

TEST(TermsTest, ComparesNumbersByTheirDigits) {
    EXPECT_THAT(numbersOf("1,200.50 and 1.200,5"), ElementsAre("12005", "12005"));
    EXPECT_THAT(numbersOf("in 2021, 3 of 10."), ElementsAre("2021", "3", "10"));
    EXPECT_EQ(numbersOf("1,200"), numbersOf("1200"));
    EXPECT_EQ(numbersOf("5.50"), numbersOf("5.5"));
    EXPECT_THAT(numbersOf("none"), IsEmpty());
}

TEST(TermsTest, TakesCapitalsInsideSentencesForNames) {
    EXPECT_THAT(namesOf("Yesterday Ana Silva met the NATO staff. Then they left for Oslo."),
                ElementsAre("ana", "silva", "nato", "oslo"));
    EXPECT_THAT(namesOf("the rent is due"), IsEmpty());
}

}  // namespace
}  // namespace hearth::agent::documents
