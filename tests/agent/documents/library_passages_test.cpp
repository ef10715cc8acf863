// A library that is opened by the first question.
#include <gtest/gtest.h>

#include "agent/passage_finder.h"

namespace hearth::agent {
namespace {

TEST(LibraryPassages, AreOpenedOnceAndOnlyWhenAsked) {
    int opened = 0;
    const auto finder = makePassageFinder([&]() -> std::unique_ptr<rag::Library> {
        ++opened;
        return nullptr;  // it cannot be read
    });
    EXPECT_EQ(opened, 0);
    EXPECT_FALSE(finder->available());
    EXPECT_FALSE(finder->available());
    EXPECT_EQ(opened, 1) << "what could not be opened is not tried, nor told, again and again";
}

}  // namespace
}  // namespace hearth::agent
