#include "platform/prose_style.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextTable>
#include <array>

#include "markup/cited_text.h"

namespace hearth::app {
namespace {

constexpr double kCellPadding = 6;
constexpr double kParagraphGap = 8;
constexpr double kItemGap = 2;
// Of headings, in sizes of the text; from the fourth on they are only bold.
constexpr std::array<double, 7> kHeadings{1, 1.3, 1.2, 1.1, 1, 1, 1};

}  // namespace

void ProseStyle::style(QTextDocument& document) {
    styleTables(document.rootFrame());
    styleParagraphs(document);
    styleWords(document);
    if (width_ > 0 && !document.isLayoutEnabled()) document.setTextWidth(width_);
}

void ProseStyle::styleTables(QTextFrame* frame) {
    for (auto* child : frame->childFrames()) {
        styleTables(child);
        auto* table = qobject_cast<QTextTable*>(child);
        if (table == nullptr) continue;
        QTextTableFormat format = table->format();
        if (format.borderBrush().color() == line_ && format.cellPadding() == kCellPadding) continue;
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(line_);
        format.setBorderCollapse(true);
        format.setCellPadding(kCellPadding);
        format.setCellSpacing(0);
        format.setTopMargin(kCellPadding);
        format.setBottomMargin(kCellPadding);
        table->setFormat(format);
    }
}

// Room between paragraphs; less between the items of a list, none in tables and at the end.
void ProseStyle::styleParagraphs(QTextDocument& document) {
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        const auto next = block.next();
        const bool inTable = QTextCursor(block).currentTable() != nullptr;
        const bool items = block.textList() != nullptr && next.isValid() && next.textList() != nullptr;
        const double gap = inTable || !next.isValid() ? 0 : items ? kItemGap : kParagraphGap;
        const double above =
            block.blockFormat().headingLevel() > 0 && block != document.begin() ? kParagraphGap : 0;
        QTextBlockFormat format = block.blockFormat();
        if (format.bottomMargin() == gap && format.topMargin() == above) continue;
        format.setBottomMargin(gap);
        format.setTopMargin(above);
        QTextCursor(block).setBlockFormat(format);
    }
}

void ProseStyle::styleLink(QTextCharFormat& format, int size) const {
    constexpr double kChip = 0.8;  // of the text's size
    if (format.anchorHref().startsWith(QLatin1String(kUnsupportedLink))) {
        format.clearForeground();
        format.setFontUnderline(true);  // the only style that a TextEdit of QML draws
        format.setUnderlineColor(doubt_);
        return;
    }
    format.setForeground(link_);
    if (!format.anchorHref().startsWith(QLatin1String(kSourceLink))) return;
    format.setFontUnderline(false);
    format.setBackground(ground_);
    if (size > 0) format.setProperty(QTextFormat::FontPixelSize, qRound(size * kChip));
}

void ProseStyle::styleWords(QTextDocument& document) {
    const int size = document.defaultFont().pixelSize();
    struct Change {
        int from;
        int to;
        QTextCharFormat format;
    };
    std::vector<Change> changes;  // a change would end the walk over the fragments
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const auto fragment = it.fragment();
            QTextCharFormat format = fragment.charFormat();
            if (format.fontFixedPitch()) {
                format.setBackground(ground_);
                if (!codeFont_.isEmpty()) format.setFontFamilies({codeFont_});
            }
            if (format.isAnchor()) styleLink(format, size);
            if (level > 0 && size > 0) {
                format.clearProperty(QTextFormat::FontSizeAdjustment);
                format.setProperty(QTextFormat::FontPixelSize,
                                   qRound(size * kHeadings.at(static_cast<std::size_t>(std::min(level, 6)))));
            }
            if (format != fragment.charFormat())
                changes.push_back({fragment.position(), fragment.position() + fragment.length(), format});
        }
    }
    for (const Change& change : changes) {
        QTextCursor cursor(&document);
        cursor.setPosition(change.from);
        cursor.setPosition(change.to, QTextCursor::KeepAnchor);
        cursor.setCharFormat(change.format);
    }
}

}  // namespace hearth::app
