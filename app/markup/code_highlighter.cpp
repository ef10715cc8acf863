#include "markup/code_highlighter.h"

namespace hearth::app {
namespace {

bool beginsWord(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_') || c == QLatin1Char('#') || c == QLatin1Char('@');
}

bool inWord(QChar c) {
    return c.isLetterOrNumber() || c == QLatin1Char('_');
}

bool isAt(const QString& line, int at, const QString& what) {
    return !what.isEmpty() && QStringView(line).mid(at).startsWith(what);
}

}  // namespace

void CodeHighlighter::setQuickDocument(QQuickTextDocument* document) {
    if (document_ == document) return;
    document_ = document;
    attach();
    emit changed();
}

void CodeHighlighter::attach() {
    if (complete_) setDocument(document_ == nullptr ? nullptr : document_->textDocument());
}

void CodeHighlighter::refresh() {
    if (complete_) rehighlight();
}

void CodeHighlighter::setLanguage(const QString& fence) {
    if (fence_ == fence) return;
    fence_ = fence;
    known_ = codeLanguage(fence);
    refresh();
    emit changed();
}

void CodeHighlighter::set(QColor& color, const QColor& value) {
    if (color == value) return;
    color = value;
    refresh();
    emit changed();
}

void CodeHighlighter::highlightBlock(const QString& line) {
    setCurrentBlockState(Code);
    if (known_ == nullptr) return;
    if (known_->name == QLatin1String("Diff")) return highlightDiff(line);
    int at = 0;
    const int before = previousBlockState();
    if (before == Comment) at = comment(line, 0);
    if (before >= Quoted) at = tripleQuoted(line, 0, before - Quoted);
    const int size = static_cast<int>(line.size());
    while (at < size) {
        if (isAt(line, at, known_->blockOpen)) {
            at = comment(line, at);
        } else if (isAt(line, at, known_->lineComment)) {
            setFormat(at, size - at, comment_);
            return;
        } else if (known_->quotes.contains(line[at])) {
            at = quoted(line, at);
        } else if (beginsWord(line[at])) {
            at = word(line, at);
        } else {
            ++at;
        }
    }
}

void CodeHighlighter::highlightDiff(const QString& line) {
    const int size = static_cast<int>(line.size());
    if (line.startsWith(QLatin1Char('+'))) setFormat(0, size, quoted_);
    if (line.startsWith(QLatin1Char('-'))) setFormat(0, size, number_);
    if (line.startsWith(QLatin1String("@@"))) setFormat(0, size, comment_);
}

// A block comment from `at` on, or from the line before. Gives where code goes on.
int CodeHighlighter::comment(const QString& line, int at) {
    const bool opens = previousBlockState() != Comment || at > 0;
    const auto from = at + (opens ? known_->blockOpen.size() : 0);
    const auto close = line.indexOf(known_->blockClose, from);
    const auto end = close < 0 ? line.size() : close + known_->blockClose.size();
    if (close < 0) setCurrentBlockState(Comment);
    setFormat(at, static_cast<int>(end) - at, comment_);
    return static_cast<int>(end);
}

int CodeHighlighter::quoted(const QString& line, int at) {
    const QChar quote = line[at];
    const auto triple = known_->tripleQuotes.indexOf(quote);
    if (triple >= 0 && isAt(line, at, QString(3, quote))) {
        setFormat(at, 3, quoted_);
        return tripleQuoted(line, at + 3, static_cast<int>(triple));
    }
    int end = at + 1;
    while (end < line.size() && line[end] != quote) end += line[end] == QLatin1Char('\\') ? 2 : 1;
    end = std::min(end + 1, static_cast<int>(line.size()));
    setFormat(at, end - at, quoted_);
    return end;
}

int CodeHighlighter::tripleQuoted(const QString& line, int at, int which) {
    const auto close = line.indexOf(QString(3, known_->tripleQuotes.at(which)), at);
    const auto end = close < 0 ? line.size() : close + 3;
    if (close < 0) setCurrentBlockState(Quoted + which);
    setFormat(at, static_cast<int>(end) - at, quoted_);
    return static_cast<int>(end);
}

int CodeHighlighter::word(const QString& line, int at) {
    int end = at + 1;
    const bool number = line[at].isDigit();
    while (end < line.size() && (inWord(line[end]) || (number && line[end] == QLatin1Char('.')))) ++end;
    const QString word = line.mid(at, end - at);
    if (number) {
        setFormat(at, end - at, number_);
    } else if (known_->keywords.contains(known_->anyCase ? word.toLower() : word)) {
        setFormat(at, end - at, keyword_);
    }
    return end;
}

}  // namespace hearth::app
