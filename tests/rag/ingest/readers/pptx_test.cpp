#include <gmock/gmock.h>

#include "rag/ingest/made_files.h"
#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string shape(const std::string& type, const std::string& text) {
    return "<p:sp><p:nvSpPr><p:nvPr><p:ph type=\"" + type +
           "\"/></p:nvPr></p:nvSpPr><p:txBody><a:p><a:r><a:t>" + text +
           "</a:t></a:r></a:p></p:txBody></p:sp>";
}

TEST(PptxReader, SlidesInTheirOrderWithNotes) {
    const auto tree = [](const std::string& shapes) {
        return "<p:sld xmlns:p=\"p\"><p:cSld><p:spTree>" + shapes + "</p:spTree></p:cSld></p:sld>";
    };
    const auto related = [](const std::string& id, const std::string& type, const std::string& target) {
        return "<Relationship Id=\"" + id + "\" Type=\"http://x/" + type + "\" Target=\"" + target + "\"/>";
    };
    const auto read = show(
        zipped({{"ppt/presentation.xml",
                 "<p:presentation><p:sldIdLst><p:sldId r:id=\"r2\"/><p:sldId r:id=\"r1\"/>"
                 "<p:sldId r:id=\"r9\"/></p:sldIdLst></p:presentation>"},
                {"ppt/_rels/presentation.xml.rels", "<R>" + related("r1", "slide", "slides/slide1.xml") +
                                                        related("r2", "slide", "slides/slide2.xml") + "</R>"},
                {"ppt/slides/slide1.xml", tree(shape("body", "Last"))},
                {"ppt/slides/slide2.xml", tree(shape("body", "It is deep.") + shape("title", "Wells"))},
                {"ppt/slides/_rels/slide2.xml.rels",
                 "<R>" + related("n", "notesSlide", "../notesSlides/notesSlide1.xml") + "</R>"},
                {"ppt/notesSlides/notesSlide1.xml", tree(shape("sldNum", "2") + shape("body", "Smile."))}}),
        "a.pptx");
    EXPECT_EQ(read.kind, DocumentKind::Pptx);
    EXPECT_THAT(read.blocks, ElementsAre("heading1 @p1: Wells", "paragraph [Wells] @p1: It is deep.",
                                         "heading2 [Wells] @p1: Notes",
                                         "paragraph [Wells > Notes] @p1: Smile.", "paragraph @p2: Last"));
    EXPECT_THAT(read.warnings, ElementsAre(HasSubstr("Slide 3 cannot be read")));
}

}  // namespace
}  // namespace hearth::rag::tests
