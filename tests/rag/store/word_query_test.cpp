#include "store/word_query.h"

#include <gtest/gtest.h>

namespace hearth::rag {
namespace {

TEST(WordQuery, AsksForAnyWordThatSaysSomething) {
    struct Case {
        const char *query, *words, *pairs;
    };
    const Case cases[] = {
        {"What is the climate change?", "\"climate\" OR \"change\"",
         "\"climate\" OR \"change\" OR \"climate change\""},
        {"the who", "\"the\" OR \"who\"", "\"the\" OR \"who\" OR \"the who\""},
        {"cost of steel", "\"cost\" OR \"steel\"", "\"cost\" OR \"steel\""},
        {"Äpfel äpfel", "\"Äpfel\" OR \"äpfel\"", "\"Äpfel\" OR \"äpfel\" OR \"Äpfel äpfel\""},
        {"a\"b* OR NEAR(", "\"b\" OR \"NEAR\"", "\"b\" OR \"NEAR\""},
        {"data data", "\"data\"", "\"data\" OR \"data data\""},
        {" .,; ", "", ""},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(anyWordQuery(c.query), c.words) << c.query;
        EXPECT_EQ(anyWordQuery(c.query, true), c.pairs) << c.query;
    }
}

TEST(WordQuery, CommonWordsInAnyCase) {
    for (const char* word : {"the", "The", "WHICH", "und", "you"}) EXPECT_TRUE(isCommonWord(word)) << word;
    for (const char* word : {"then1", "contract", ""}) EXPECT_FALSE(isCommonWord(word)) << word;
}

}  // namespace
}  // namespace hearth::rag
