#include "store/word_query.h"

#include <gtest/gtest.h>

namespace hearth::rag {
namespace {

TEST(WordQuery, CommonWordsInAnyCase) {
    for (const char* word : {"the", "The", "WHICH", "und", "you"}) EXPECT_TRUE(isCommonWord(word)) << word;
    for (const char* word : {"then1", "contract", ""}) EXPECT_FALSE(isCommonWord(word)) << word;
}

TEST(WordQuery, FramingWordsInAnyCase) {
    for (const char* word : {"Summarize", "discussion", "said", "zusammen"})
        EXPECT_TRUE(isFramingWord(word)) << word;
    for (const char* word : {"summer", "the", ""}) EXPECT_FALSE(isFramingWord(word)) << word;
}

}  // namespace
}  // namespace hearth::rag
