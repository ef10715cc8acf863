// What Markdown in a QML TextEdit needs beside the height of its lines: tables with lines and room in their
// cells, code within a line on its own ground, links and headings in the program's type, citations as chips,
// sentences that nothing supports with a line below (markup/cited_text.h).
//   ProseStyle { document: edit.textDocument; line: Theme.divider; ground: Theme.surface2; link: Theme.accent
//   }
// A table takes long to lay out; with `width` it is done once, when text, style and width are there.
// Lives on the GUI thread; owned by the page.
#pragma once

#include <QColor>

#include "platform/line_spacing.h"

class QTextCharFormat;
class QTextFrame;

namespace hearth::app {

// The base by its whole name: the linter of QML looks it up by what is written here.
class ProseStyle : public hearth::app::LineSpacing {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor line READ line WRITE setLine NOTIFY changed)
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY changed)
    Q_PROPERTY(QColor link READ link WRITE setLink NOTIFY changed)
    Q_PROPERTY(
        double width READ width WRITE setWidth NOTIFY changed)  // that the first layout has; 0: not known
    Q_PROPERTY(QColor doubt READ doubt WRITE setDoubt NOTIFY changed)
    Q_PROPERTY(QString codeFont READ codeFont WRITE setCodeFont NOTIFY changed)
  public:
    using LineSpacing::LineSpacing;

    QColor line() const { return line_; }
    void setLine(const QColor& color) { set(line_, color); }
    QColor ground() const { return ground_; }
    void setGround(const QColor& color) { set(ground_, color); }
    QColor link() const { return link_; }
    void setLink(const QColor& color) { set(link_, color); }
    double width() const { return width_; }
    void setWidth(double width) { width_ = width; }
    QColor doubt() const { return doubt_; }
    void setDoubt(const QColor& color) { set(doubt_, color); }
    QString codeFont() const { return codeFont_; }
    void setCodeFont(const QString& family) { set(codeFont_, family); }

  protected:
    void begin(QTextDocument& document) override { document.setLayoutEnabled(false); }
    void style(QTextDocument& document) override;

  private:
    template <typename T>
    void set(T& kept, const T& value) {
        if (kept == value) return;
        kept = value;
        apply();
        emit changed();
    }
    void styleTables(QTextFrame* frame);
    static void styleParagraphs(QTextDocument& document);
    void styleWords(QTextDocument& document);
    void styleLink(QTextCharFormat& format, int size) const;

    double width_ = 0;
    QColor line_, ground_, link_, doubt_;
    QString codeFont_;
};

}  // namespace hearth::app
