#include "egress/url.h"

#include <gtest/gtest.h>

namespace hearth::privacy {
namespace {

TEST(Url, IsTakenApart) {
    struct Case {
        std::string text, base, host, port, whole;
    };
    const Case cases[] = {
        {"https://Example.ORG/a?b#c", "", "example.org", "443", "https://Example.ORG/a?b#c"},
        {"http://127.0.0.1:8080", "", "127.0.0.1", "8080", "http://127.0.0.1:8080/"},
        {"http://[::1]:80/x", "", "::1", "80", "http://[::1]:80/x"},
        {"/x", "https://example.org/a/b", "example.org", "443", "https://example.org/x"},
        {"//other.org/x", "https://example.org/a", "other.org", "443", "https://other.org/x"},
        {"https://example.org./", "", "example.org", "443", "https://example.org./"},
        {"http://127.1/", "", "127.0.0.1", "80", "http://127.0.0.1/"},
    };
    for (const Case& c : cases) {
        const auto url = parseUrl(c.text, c.base);
        ASSERT_TRUE(url) << c.text;
        EXPECT_EQ(url->host, c.host) << c.text;
        EXPECT_EQ(url->port, c.port) << c.text;
        EXPECT_EQ(url->text, c.whole) << c.text;
    }
}

TEST(Url, PatternsMatchWholeLabels) {
    EXPECT_TRUE(hostMatches("example.org", "example.org"));
    EXPECT_FALSE(hostMatches("a.example.org", "example.org"));
    EXPECT_TRUE(hostMatches("a.b.example.org", "*.example.org"));
    EXPECT_FALSE(hostMatches("example.org", "*.example.org"));
    EXPECT_FALSE(hostMatches("evilexample.org", "*.example.org"));
    EXPECT_FALSE(hostMatches("example.org.evil.net", "*.example.org"));
}

}  // namespace
}  // namespace hearth::privacy
