#include "platform/line_spacing.h"

#include <QFontMetricsF>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <cmath>

namespace hearth::app {

void LineSpacing::setDocument(QQuickTextDocument* document) {
    if (document_ == document) return;
    if (document_ != nullptr) disconnect(document_->textDocument(), nullptr, this, nullptr);
    document_ = document;
    if (document_ != nullptr) {
        connect(document_->textDocument(), &QTextDocument::contentsChanged, this, &LineSpacing::apply);
        begin(*document_->textDocument());
        apply();
    }
    emit changed();
}

void LineSpacing::setFactor(double factor) {
    if (qFuzzyCompare(factor, factor_)) return;
    factor_ = factor;
    apply();
    emit changed();
}

void LineSpacing::apply() {
    if (applying_ || !complete_ || document_ == nullptr) return;
    auto* text = document_->textDocument();
    if (text->isEmpty() && !text->isLayoutEnabled()) return;  // its text is still to come
    applying_ = true;  // the change below is a change of the contents, too
    QTextCursor all(text);
    all.beginEditBlock();  // it is laid out once, not for each change
    // The factor counts from the size of the type, as typographers do; Qt counts from the font's own line.
    const QFont font = text->defaultFont();
    const double size = font.pixelSize() > 0 ? font.pixelSize() : QFontMetricsF(font).ascent();
    const double percent = std::round(factor_ * 100 * size / QFontMetricsF(font).lineSpacing());
    for (auto block = text->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        if (format.lineHeightType() == QTextBlockFormat::ProportionalHeight &&
            qFuzzyCompare(format.lineHeight(), percent))
            continue;
        format.setLineHeight(percent, QTextBlockFormat::ProportionalHeight);
        QTextCursor(block).setBlockFormat(format);
    }
    style(*text);
    all.endEditBlock();
    text->setLayoutEnabled(true);
    applying_ = false;
}

}  // namespace hearth::app
