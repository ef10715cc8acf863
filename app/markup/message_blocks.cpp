#include "markup/message_blocks.h"

#include <QRegularExpression>
#include <QStringList>

#include "markup/math_tree.h"

namespace hearth::app {
namespace {

using Kind = MessageBlock::Kind;

// A block of prose that is longer ends at the next empty line, so that a long answer is not laid out anew for
// each of its words.
constexpr qsizetype kProse = 900;

// What Markdown would take for marks.
QString escaped(const QString& text) {
    QString out;
    for (const QChar c : text) {
        if (QStringLiteral("\\`*_{}[]<>#|~").contains(c)) out += QLatin1Char('\\');
        out += c;
    }
    return out;
}

// The end of a formula that begins behind a "$", or -1: "$5 and $6" is money. As Pandoc does it.
qsizetype dollarEnd(const QString& line, qsizetype begin) {
    if (begin >= line.size() || line[begin].isSpace()) return -1;
    for (auto at = line.indexOf(QLatin1Char('$'), begin); at > begin;
         at = line.indexOf(QLatin1Char('$'), at + 1)) {
        if (line[at - 1].isSpace() || line[at - 1] == QLatin1Char('\\')) continue;
        if (at + 1 < line.size() && line[at + 1].isDigit()) return -1;
        return at;
    }
    return -1;
}

// One line of prose: formulas in it become characters, code stays, "<" is no markup.
class ProseLine {
  public:
    explicit ProseLine(const QString& line) : line_(line) {}

    QString read() {
        while (at_ < line_.size()) {
            if (line_[at_] == QLatin1Char('`')) {
                code();
            } else if (looksAt("\\(")) {
                formula(2, line_.indexOf(QStringLiteral("\\)"), at_ + 2), 2);
            } else if (line_[at_] == QLatin1Char('$')) {
                formula(1, dollarEnd(line_, at_ + 1), 1);
            } else if (line_[at_] == QLatin1Char('\\')) {
                take(std::min<qsizetype>(2, line_.size() - at_));
            } else if (looksAt("![")) {  // a picture would be fetched from wherever it says
                out_ += QStringLiteral("!\\[");
                at_ += 2;
            } else if (line_[at_] == QLatin1Char('<')) {
                out_ += QStringLiteral("\\<");
                ++at_;
            } else {
                take(1);
            }
        }
        return out_;
    }

  private:
    bool looksAt(const char* word) const {
        return QStringView(line_).mid(at_).startsWith(QLatin1String(word));
    }
    void take(qsizetype count) {
        out_ += QStringView(line_).mid(at_, count);
        at_ += count;
    }
    void code() {
        qsizetype marks = 0;
        while (at_ + marks < line_.size() && line_[at_ + marks] == QLatin1Char('`')) ++marks;
        const auto end = line_.indexOf(QString(marks, QLatin1Char('`')), at_ + marks);
        take(end < 0 ? marks : end + marks - at_);
    }
    void formula(qsizetype open, qsizetype end, qsizetype close) {
        if (end < 0) return take(open);
        out_ += escaped(mathLine(parseMath(line_.mid(at_ + open, end - at_ - open))));
        at_ = end + close;
    }

    const QString& line_;
    qsizetype at_ = 0;
    QString out_;
};

bool isTableLine(const QString& line) {
    return line.trimmed().startsWith(QLatin1Char('|'));
}

bool continuesList(const QString& line) {
    static const QRegularExpression item(QStringLiteral("^(\\s|[-*+]\\s|\\d+[.)]\\s)"));
    return item.match(line).hasMatch();
}

class Splitter {
  public:
    std::vector<MessageBlock> split(const QString& markdown) {
        for (const QString& line : markdown.split(QLatin1Char('\n'))) take(line);
        if (open_ == Open::Formula) giveBack();
        endProse();
        return std::move(blocks_);
    }

  private:
    enum class Open { Prose, Code, Formula, Table };

    void take(const QString& line) {
        if (open_ == Open::Code) return takeCode(line);
        if (open_ == Open::Formula) return takeFormula(line);
        if (open_ == Open::Table) {
            if (line.startsWith(QLatin1Char('|'))) return takeRow(line);
            open_ = Open::Prose;
        }
        static const QRegularExpression fence(QStringLiteral("^(\\s{0,6})(```+|~~~+)\\s*([^\\s`]*)[^`]*$"));
        if (const auto match = fence.match(line); match.hasMatch()) {
            endProse();
            fence_ = match.captured(2);
            indent_ = match.capturedLength(1);
            blocks_.push_back({Kind::Code, {}, match.captured(3).toLower()});
            open_ = Open::Code;
            first_ = true;
            return;
        }
        if (startsFormula(line) || startsTable(line)) return;
        takeProse(line);
    }

    void takeCode(const QString& line) {
        const QString bare = line.trimmed();
        if (bare.startsWith(fence_) && bare.count(fence_[0]) == bare.size()) {
            open_ = Open::Prose;
            return;
        }
        qsizetype cut = 0;
        while (cut < indent_ && cut < line.size() && line[cut].isSpace()) ++cut;
        auto& text = blocks_.back().text;
        if (!first_) text += QLatin1Char('\n');
        first_ = false;
        text += line.mid(cut);
    }

    // "|---|---|" below a line of columns, which was taken for prose. A table within a list stays with it.
    bool startsTable(const QString& line) {
        static const QRegularExpression rule(QStringLiteral("^\\|[-:| ]*-[-:| ]*$"));
        if (!prose_.endsWith(QLatin1Char('\n')) || !rule.match(line).hasMatch()) return false;
        const auto begin = prose_.lastIndexOf(QLatin1Char('\n'), -2) + 1;
        const QString head = prose_.mid(begin).trimmed();
        if (!prose_.mid(begin).startsWith(QLatin1Char('|'))) return false;
        prose_.truncate(begin);
        endProse();
        blocks_.push_back({Kind::Table, head, {}});
        takeRow(line);
        open_ = Open::Table;
        return true;
    }
    void takeRow(const QString& line) { blocks_.back().text += QLatin1Char('\n') + ProseLine(line).read(); }

    // "$$ … $$" and "\[ … \]", on a line or over several.
    bool startsFormula(const QString& line) {
        const QString bare = line.trimmed();
        const bool dollars = bare.startsWith(QLatin1String("$$"));
        if (!dollars && !bare.startsWith(QLatin1String("\\["))) return false;
        close_ = dollars ? QStringLiteral("$$") : QStringLiteral("\\]");
        raw_ = QStringList{line};
        const QString rest = bare.mid(2);
        const auto end = rest.indexOf(close_);
        if (end >= 0) {
            addFormula(rest.left(end));
            if (const QString after = rest.mid(end + 2).trimmed(); after.size() > 1) takeProse(after);
            return true;
        }
        open_ = Open::Formula;
        formula_ = rest;
        return true;
    }
    void takeFormula(const QString& line) {
        raw_ += line;
        const auto end = line.indexOf(close_);
        formula_ += QLatin1Char('\n') + (end < 0 ? line : line.left(end));
        if (end < 0) return;
        open_ = Open::Prose;
        addFormula(formula_);
    }
    void addFormula(const QString& latex) {
        endProse();
        blocks_.push_back({Kind::Formula, mathLayout(parseMath(latex)), {}});
    }
    // A formula that is not closed, or not yet: as it was written.
    void giveBack() {
        endProse();
        blocks_.push_back({Kind::Prose, escaped(raw_.join(QLatin1Char('\n'))), {}});
    }

    void takeProse(const QString& line) {
        if (line.trimmed().isEmpty()) {
            blank_ = true;
            if (!prose_.isEmpty()) prose_ += QLatin1Char('\n');
            return;
        }
        if (blank_ && prose_.size() > kProse && !continuesList(line)) endProse();
        blank_ = false;
        prose_ += ProseLine(line).read();
        // A new line is meant as one, which Markdown alone would join.
        prose_ += isTableLine(line) ? QStringLiteral("\n") : QStringLiteral("  \n");
    }
    void endProse() {
        while (!prose_.isEmpty() && prose_.back().isSpace()) prose_.chop(1);
        if (!prose_.isEmpty()) blocks_.push_back({Kind::Prose, prose_, {}});
        prose_.clear();
        blank_ = false;
    }

    std::vector<MessageBlock> blocks_;
    Open open_ = Open::Prose;
    QString prose_;
    bool blank_ = false;
    QString fence_;
    qsizetype indent_ = 0;
    bool first_ = false;
    QString close_;
    QString formula_;
    QStringList raw_;
};

}  // namespace

std::vector<MessageBlock> messageBlocks(const QString& markdown) {
    return Splitter().split(markdown);
}

QString spokenText(const QString& markdown) {
    static const QRegularExpression marks(
        QStringLiteral("\\*\\*|__|`|^#{1,6}\\s+|^\\s*[-*+]\\s+|^>\\s?|^\\|[-| :]+$|\\\\(?=[\\W_])"),
        QRegularExpression::MultilineOption);
    static const QRegularExpression links(QStringLiteral("\\[([^\\]]*)\\]\\([^)]*\\)"));
    QStringList out;
    for (const MessageBlock& block : messageBlocks(markdown)) {
        if (block.kind == Kind::Code) {
            out += QStringLiteral("(%1)").arg(block.language.isEmpty() ? QStringLiteral("code")
                                                                       : block.language);
            continue;
        }
        QString text = block.text;
        out += text.replace(links, QStringLiteral("\\1")).remove(marks);
    }
    return out.join(QLatin1Char('\n')).simplified();
}

}  // namespace hearth::app
