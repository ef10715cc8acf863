#include <gmock/gmock.h>

#include "rag/ingest/made_files.h"
#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

TEST(PdfReader, PagesHeadingsAndParagraphs) {
    const auto read = show(textPdf({{{24, 760, "Deep wells"},
                                     {11, 700, "A well is a hole that some-"},
                                     {11, 687, "body dug."},
                                     {11, 600, "It has water."}},
                                    {{11, 760, "The second page."}}}),
                           "a.pdf");
    EXPECT_EQ(read.kind, DocumentKind::Pdf);
    EXPECT_EQ(read.failure, "");
    EXPECT_EQ(read.title, "A report on wells");
    EXPECT_EQ(read.date, 1709287200);
    EXPECT_THAT(read.blocks, ElementsAre("heading1 @p1: Deep wells",
                                         "paragraph [Deep wells] @p1: A well is a hole that somebody dug.",
                                         "paragraph [Deep wells] @p1: It has water.",
                                         "paragraph [Deep wells] @p2: The second page."));
}

TEST(PdfReader, ScannedPagesAreRecognized) {
    const auto read = show(scannedPdf(textPdf({{{24, 700, "The deep well of Rome"}}})), "scan.pdf");
    EXPECT_EQ(read.failure, "");
    EXPECT_THAT(read.blocks, ElementsAre("image-text @p1: The deep well of Rome"));
    EXPECT_THAT(read.warnings, ElementsAre(HasSubstr("recognized")));
}

TEST(PdfReader, DamageIsNamed) {
    EXPECT_THAT(show("%PDF-1.4\nnothing", "a.pdf").failure, StartsWith("damaged: "));
}

}  // namespace
}  // namespace hearth::rag::tests
