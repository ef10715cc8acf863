#include <gmock/gmock.h>

#include "rag/ingest/made_files.h"
#include "rag/ingest/shown_blocks.h"

namespace hearth::rag::tests {
namespace {

using testing::StartsWith;

TEST(ImageReader, TextInAPicture) {
    const std::string picture =
        drawn(textPdf({{{28, 700, "Invoice number 4711"}, {20, 640, "Please pay soon"}}}), "-png");
    const auto read = show(picture, "bill.png");
    EXPECT_EQ(read.kind, DocumentKind::Image);
    EXPECT_EQ(read.failure, "");
    ASSERT_FALSE(read.blocks.empty());
    EXPECT_THAT(read.blocks[0], StartsWith("image-text: Invoice number 4711"));
}

TEST(ImageReader, DamageIsNamed) {
    EXPECT_THAT(show("\x89PNG\r\n\x1A\nnothing", "a.png").failure, StartsWith("damaged: "));
}

}  // namespace
}  // namespace hearth::rag::tests
