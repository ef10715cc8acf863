#include "words/uri.h"

#include <gtest/gtest.h>

namespace hearth::agent {
namespace {

TEST(Uri, EncodesWhatAnAddressMayNotHold) {
    EXPECT_EQ(percentEncoded("a b&c=é/?"), "a%20b%26c%3D%C3%A9%2F%3F");
    EXPECT_EQ(withQuery("https://x.org/s", {{"q", "a b"}, {"empty", ""}, {"n", "1"}}),
              "https://x.org/s?q=a%20b&n=1");
    EXPECT_EQ(fileUri("/home/ana/a b#1.pdf"), "file:///home/ana/a%20b%231.pdf");
    EXPECT_EQ(hostOf("https://www.openstreetmap.org/search?query=x"), "openstreetmap.org");
    EXPECT_EQ(hostOf("https://x.org?q=a"), "x.org");
    EXPECT_EQ(hostOf("nothing"), "");
}

}  // namespace
}  // namespace hearth::agent
