#include "base/base64.h"

#include <gtest/gtest.h>

#include <utility>

#include "base/json_depth.h"

namespace hearth::base {
namespace {

TEST(Base64, RoundTripsAndRejects) {
    const std::pair<std::string, std::string> cases[] = {
        {"", ""},        {"f", "Zg=="},          {"fo", "Zm8="},
        {"foo", "Zm9v"}, {"foobar", "Zm9vYmFy"}, {std::string("\0\xff\x10", 3), "AP8Q"}};
    for (const auto& [bytes, text] : cases) {
        EXPECT_EQ(base64Encode(bytes), text);
        EXPECT_EQ(base64Decode(text), bytes);
    }
    for (const std::string bad : {"Zg=", "Z===", "Zg==Zg==", "Z?==", "=AAA"})
        EXPECT_FALSE(base64Decode(bad)) << bad;
}

TEST(JsonDepth, CountsOutsideOfStrings) {
    const std::pair<std::string, int> cases[] = {
        {"", 0},   {"1", 0}, {"{}", 1}, {"[[],{\"a\":[1]}]", 3}, {"\"[[[\"", 0}, {"[\"\\\"[[\"]", 1},
        {"[[[", 3}};
    for (const auto& [text, depth] : cases) EXPECT_EQ(jsonDepth(text), depth) << text;
}

}  // namespace
}  // namespace hearth::base
