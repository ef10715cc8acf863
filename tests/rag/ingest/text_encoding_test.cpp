#include "ingest/text_encoding.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

namespace hearth::rag {
namespace {

using namespace std::string_literals;

struct Case {
    const char* what;
    std::string bytes;
    std::string text;
    std::string encoding;
    std::string declared;
};

std::string toCharset(const std::string& utf8, const char* charset) {
    UErrorCode status = U_ZERO_ERROR;
    std::string out(utf8.size() * 4, '\0');
    const std::int32_t size =
        ucnv_convert(charset, "UTF-8", out.data(), static_cast<std::int32_t>(out.size()), utf8.data(),
                     static_cast<std::int32_t>(utf8.size()), &status);
    out.resize(static_cast<std::size_t>(size));
    return out;
}

TEST(TextEncoding, IsFoundOut) {
    const Case cases[] = {
        {"ASCII", "plain\r\ntext\r", "plain\ntext\n", "UTF-8", ""},
        {"UTF-8", "Zoë", "Zoë", "UTF-8", "ISO-8859-1"},
        {"a mark", "\xEF\xBB\xBFZoë", "Zoë", "UTF-8", ""},
        {"UTF-16 with a mark", "\xFF\xFEZ\0o\0\xEB\0"s, "Zoë", "UTF-16LE", ""},
        {"UTF-16 without", "H\0e\0l\0l\0o\0 \0w\0o\0r\0l\0d\0"s, "Hello world", "UTF-16LE", ""},
        {"big-endian", "\0H\0e\0l\0l\0o\0 \0w\0o\0r\0l\0d"s, "Hello world", "UTF-16BE", ""},
        {"Western", "Le caf\xE9 est tr\xE8s bon \x96 c'est d\xE9j\xE0 l'\xE9t\xE9 \xE0 la plage",
         "Le café est très bon – c'est déjà l'été à la plage", "windows-1252", ""},
        {"Cyrillic",
         "\xCF\xF0\xE8\xE2\xE5\xF2, \xFD\xF2\xEE \xE4\xEB\xE8\xED\xED\xFB\xE9 \xF2\xE5\xEA\xF1\xF2 \xEE "
         "\xE2\xEE\xE4\xE5",
         "Привет, это длинный текст о воде", "windows-1251", ""},
        {"declared", "\xEF\xF0\xE8", "при", "windows-1251", "windows-1251"},
        {"a wrong declaration", "Zoë", "Zoë", "UTF-8", "no-such"},
    };
    for (const Case& each : cases) {
        const DecodedText decoded = decodeText(each.bytes, each.declared);
        EXPECT_EQ(decoded.text, each.text) << each.what;
        EXPECT_EQ(decoded.encoding, each.encoding) << each.what;
    }
}

TEST(TextEncoding, EastAsianTextIsFoundOut) {
    const std::string japanese =
        "これは井戸についての長い文章です。水は深いところにあります。"
        "東京の井戸はとても古いです。";
    const std::string chinese =
        "这是一篇关于水井的文章。水井很深，水也很清。北京的水井非常古老，人们每天都来打水。";
    const std::pair<const char*, std::string> cases[] = {
        {"Shift_JIS", japanese}, {"EUC-JP", japanese}, {"GB18030", chinese}};
    for (const auto& [encoding, text] : cases) {
        const DecodedText decoded = decodeText(toCharset(text, encoding));
        EXPECT_EQ(decoded.text, text) << encoding;
        EXPECT_EQ(decoded.encoding, encoding);
    }
}

TEST(TextEncoding, ProgramsAndPicturesAreNoText) {
    EXPECT_TRUE(looksLikeText("a\tb\n"));
    EXPECT_TRUE(looksLikeText("caf\xE9"));
    EXPECT_TRUE(looksLikeText("H\0i\0 \0y\0o\0u\0"s));
    EXPECT_FALSE(
        looksLikeText("\x7F"
                      "ELF\2\1\1\0\0\0"s));
    EXPECT_FALSE(looksLikeText("\1\2\3\4\5\6\7"));
}

}  // namespace
}  // namespace hearth::rag
