#include "rag/document.h"

#include <gtest/gtest.h>

namespace hearth::rag {
namespace {

TEST(Document, NamesGoBothWays) {
    for (const auto kind :
         {DocumentKind::Unknown, DocumentKind::Markdown, DocumentKind::Mailbox, DocumentKind::Image})
        EXPECT_EQ(documentKind(toString(kind)), kind) << toString(kind);
    for (const auto kind : {BlockKind::Heading, BlockKind::TableRow, BlockKind::ImageText})
        EXPECT_EQ(blockKind(toString(kind)), kind) << toString(kind);
    for (const auto reason : {SkipReason::Excluded, SkipReason::Bomb, SkipReason::Changing})
        EXPECT_EQ(skipReason(toString(reason)), reason) << toString(reason);
    EXPECT_EQ(toString(BlockKind::TableRow), "table-row");
    EXPECT_EQ(documentKind("no such kind"), DocumentKind::Unknown);
}

}  // namespace
}  // namespace hearth::rag
