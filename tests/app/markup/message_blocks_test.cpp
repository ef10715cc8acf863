#include "markup/message_blocks.h"

#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include "models/block_list_model.h"

namespace hearth::app {
namespace {

using Kind = MessageBlock::Kind;

std::string shown(const QString& markdown) {
    QString out;
    for (const auto& block : messageBlocks(markdown))
        out += QStringLiteral("PCFT")[static_cast<int>(block.kind)] +
               (block.language.isEmpty() ? QString() : QLatin1Char('(') + block.language + QLatin1Char(')')) +
               QLatin1Char(':') + block.text + QLatin1Char('|');
    return out.toStdString();
}

struct BlockCase {
    const char* markdown;
    const char* blocks;
};

class Blocks : public testing::TestWithParam<BlockCase> {};

TEST_P(Blocks, AreTakenApart) {
    EXPECT_EQ(shown(QString::fromUtf8(GetParam().markdown)), GetParam().blocks);
}

INSTANTIATE_TEST_SUITE_P(
    Markdown, Blocks,
    testing::Values(BlockCase{"one\ntwo", "P:one  \ntwo|"},
                    BlockCase{"a\n```Python\nx = 1\n\ny\n```\nb", "P:a|C(python):x = 1\n\ny|P:b|"},
                    BlockCase{"```\nstill open", "C:still open|"},
                    BlockCase{"1. x\n   ```\n   code\n   ```", "P:1. x|C:code|"},
                    BlockCase{"~~~\n```\n~~~", "C:```|"}, BlockCase{"$$x^2$$", "F:x²|"},
                    BlockCase{"\\[\nx_1\n\\]\nso", "F:x₁|P:so|"}, BlockCase{"$$ open", "P:$$ open|"},
                    BlockCase{"with $x^2$ in it", "P:with x² in it|"}, BlockCase{"\\(a_b\\)", "P:a\\_b|"},
                    BlockCase{"from $5 to $6", "P:from $5 to $6|"},
                    BlockCase{"`$x$` stays", "P:`$x$` stays|"}, BlockCase{"<b>no</b>", "P:\\<b>no\\</b>|"},
                    BlockCase{"| a | b |\n|---|---|\n| 1 | 2 |", "T:| a | b |\n|---|---|\n| 1 | 2 ||"},
                    BlockCase{"of $r$\n| $r$ | b |\n|:-:|---|\n| `1` | $x^2$ |\nso",
                              "P:of r|T:| r | b |\n|:-:|---|\n| `1` | x² ||P:so|"},
                    BlockCase{"| a | b |", "P:| a | b ||"}, BlockCase{"a\n|---|", "P:a  \n|---||"},
                    BlockCase{"- x\n  | a |\n  |---|", "P:- x  \n  | a |\n  |---||"}, BlockCase{"", ""}));

TEST(MessageBlocks, LongProseIsDividedAtEmptyLinesButNotWithinLists) {
    const QString paragraph = QStringLiteral("word ").repeated(300).trimmed();
    EXPECT_EQ(messageBlocks(paragraph + "\n\n" + paragraph + "\n\n" + paragraph).size(), 3u);
    EXPECT_EQ(messageBlocks("- " + paragraph + "\n\n- " + paragraph).size(), 1u);
    EXPECT_EQ(messageBlocks("short\n\nalso short").size(), 1u);
}

TEST(MessageBlocks, WhatIsSpokenHasNoMarks) {
    EXPECT_EQ(spokenText("## Title\n\n- **bold** and `code`\n- see [here](http://x.org)").toStdString(),
              "Title bold and code see here");
    EXPECT_EQ(spokenText("Look:\n```py\nx\n```").toStdString(), "Look: (py)");
}

TEST(BlockListModel, WhileItGrowsOnlyTheEndChanges) {
    BlockListModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QString text = "Intro:\n```cpp\nint a;\n```\nand $x^2$\n\n$$\\frac{a}{b}$$\nend";
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    for (qsizetype i = 1; i <= text.size(); ++i) {
        model.setText(text.left(i));
        for (const auto& change : std::as_const(changes))
            EXPECT_GE(change.at(0).toModelIndex().row(), model.rowCount() - 2) << text.left(i).toStdString();
        changes.clear();
    }
    EXPECT_EQ(model.rowCount(), 5);
    EXPECT_EQ(model.data(model.index(1), BlockListModel::LanguageRole).toString(), "cpp");
    model.setText("short");
    EXPECT_EQ(model.rowCount(), 1);
}

}  // namespace
}  // namespace hearth::app
