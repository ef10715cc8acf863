#include "ingest/xml.h"

#include <gtest/gtest.h>

#include "ingest/zip_archive.h"
#include "rag/ingest/made_files.h"

namespace hearth::rag {
namespace {

TEST(Xml, PathsAndDates) {
    const std::pair<const char*, const char*> paths[] = {
        {"a/b/../c.xml", "a/c.xml"}, {"/a//b", "a/b"}, {"../../a", "a"}, {"./a/.", "a"}, {"", ""}};
    for (const auto& [path, normal] : paths) EXPECT_EQ(normalPath(path), normal) << path;
    const std::pair<const char*, std::int64_t> dates[] = {{"1970-01-02", 86400},
                                                          {"2024-03-01T10:00:00Z", 1709287200},
                                                          {"2024-13-01", 0},
                                                          {"yesterday", 0},
                                                          {"", 0},
                                                          {"0001-01-01", 0}};
    for (const auto& [text, seconds] : dates) EXPECT_EQ(parseIsoDate(text), seconds) << text;
}

TEST(Xml, NamesWithoutTheirPrefixes) {
    const auto document = parseXml("<x:a y:v=\"1\"><b><z:c/></b>t</x:a>", "a.xml");
    ASSERT_TRUE(document);
    const auto root = (*document)->document_element();
    EXPECT_EQ(localName(root), "a");
    EXPECT_EQ(attributeOf(root, "v"), "1");
    EXPECT_EQ(attributeOf(root, "none"), "");
    EXPECT_EQ(localName(descendant(root, "c")), "c");
    EXPECT_FALSE(childOf(root, "c"));
    EXPECT_EQ(numberOf("12", 7, 20), 12);
    EXPECT_EQ(numberOf("21", 7, 20), 7);
    EXPECT_EQ(numberOf("x", 7, 20), 7);
    const auto broken = parseXml("<a>", "b.xml");
    ASSERT_FALSE(broken);
    EXPECT_NE(broken.error().message.find("b.xml"), std::string::npos);
}

TEST(Xml, RelationshipsPointWithinTheArchive) {
    const std::string bytes = tests::zipped(
        {{"p/_rels/a.xml.rels", "<R><Relationship Id=\"1\" Type=\"x/notes\" Target=\"../n.xml\"/></R>"}});
    const auto archive = ZipArchive::open(bytes);
    ASSERT_TRUE(archive);
    const Relationships targets(*archive, "p/a.xml");
    EXPECT_EQ(targets.target("1"), "n.xml");
    EXPECT_EQ(targets.target("2"), "");
    EXPECT_EQ(targets.targetOfType("/notes"), "n.xml");
    EXPECT_EQ(Relationships(*archive, "none.xml").target("1"), "");
}

}  // namespace
}  // namespace hearth::rag
