// The two ways to write a formula in plain characters: on one line, and in lines of equal length.
#include <QStringList>
#include <algorithm>

#include "markup/math_symbols.h"
#include "markup/math_tree.h"

namespace hearth::app {
namespace {

using Kind = MathNode::Kind;

bool isSimple(const QString& text) {
    return std::none_of(text.begin(), text.end(),
                        [](QChar c) { return c.isSpace() || QStringLiteral("+−-=/·×").contains(c); });
}

QString grouped(const QString& text) {
    return isSimple(text) ? text : QLatin1Char('(') + text + QLatin1Char(')');
}

QString scriptLine(const MathNode& script, bool above) {
    if (script.empty()) return {};
    const QString text = mathLine(script);
    const QString small = above ? raised(text) : lowered(text);
    if (!small.isNull()) return small;
    return QLatin1Char(above ? '^' : '_') + grouped(text);
}

QString rootLine(const MathNode& node) {
    const QString inner = mathLine(node.children[0]);
    const QString degree = mathLine(node.children[1]);
    const QString small = degree.isEmpty() ? QString() : raised(degree);
    return (degree.isEmpty() ? QString() : small.isNull() ? degree : small) + QChar(0x221A) + grouped(inner);
}

QString matrixLine(const MathNode& node) {
    QStringList lines;
    for (const MathNode& line : node.children) {
        QStringList cells;
        for (const MathNode& cell : line.children) cells += mathLine(cell);
        lines += cells.join(QLatin1Char(' '));
    }
    const QString open = node.text[0] == QLatin1Char(' ') ? QString() : QString(node.text[0]);
    const QString close = node.text[1] == QLatin1Char(' ') ? QString() : QString(node.text[1]);
    return open + lines.join(QStringLiteral("; ")) + close;
}

// Lines of equal length; `base` is the one that the text around it stands on.
struct Box {
    QStringList lines{QString()};
    qsizetype base = 0;

    qsizetype width() const { return lines.front().size(); }
    qsizetype height() const { return lines.size(); }
};

QString padded(const QString& text, qsizetype width, bool centered = true) {
    const qsizetype room = width - text.size();
    const qsizetype left = centered ? room / 2 : 0;
    return QString(left, QLatin1Char(' ')) + text + QString(room - left, QLatin1Char(' '));
}

// Puts blank lines above and below.
Box grown(Box box, qsizetype above, qsizetype below) {
    const QString blank(box.width(), QLatin1Char(' '));
    for (; above > 0; --above) {
        box.lines.prepend(blank);
        ++box.base;
    }
    for (; below > 0; --below) box.lines.append(blank);
    return box;
}

Box beside(const Box& left, const Box& right) {
    const qsizetype above = std::max(left.base, right.base);
    const qsizetype below = std::max(left.height() - left.base, right.height() - right.base);
    Box out = grown(left, above - left.base, below - (left.height() - left.base));
    const Box other = grown(right, above - right.base, below - (right.height() - right.base));
    for (qsizetype i = 0; i < out.height(); ++i) out.lines[i] += other.lines[i];
    return out;
}

Box stacked(const std::vector<Box>& parts, qsizetype baseOf, bool centered = true) {
    qsizetype width = 0;
    for (const Box& part : parts) width = std::max(width, part.width());
    Box out;
    out.lines.clear();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (static_cast<qsizetype>(i) == baseOf) out.base = out.lines.size() + parts[i].base;
        for (const QString& line : parts[i].lines) out.lines += padded(line, width, centered);
    }
    return out;
}

Box lineBox(const QString& text) {
    return {{text}, 0};
}

// The pieces of a bracket that is taller than a line: top, between, bottom.
QString bracketPieces(QChar bracket) {
    switch (bracket.unicode()) {
        case '(':
            return QStringLiteral("⎛⎜⎝");
        case ')':
            return QStringLiteral("⎞⎟⎠");
        case '[':
            return QStringLiteral("⎡⎢⎣");
        case ']':
            return QStringLiteral("⎤⎥⎦");
        case '|':
            return QStringLiteral("│││");
        default:
            return {};
    }
}

Box bracketBox(QChar bracket, const Box& around) {
    Box out = around;
    const qsizetype height = around.height();
    for (qsizetype i = 0; i < height; ++i) {
        QChar piece = bracket;
        const QString pieces = bracketPieces(bracket);
        if (height > 1 && !pieces.isEmpty())
            piece = i == 0 ? pieces[0] : i == height - 1 ? pieces[2] : pieces[1];
        if (height > 1 && bracket == QLatin1Char('{')) {
            const QChar edge = i == 0 ? QChar(0x23A7) : i == height - 1 ? QChar(0x23A9) : QChar(0x23AA);
            piece = i == height / 2 && height > 2 ? QChar(0x23A8) : edge;
        }
        out.lines[i] = piece;
    }
    return out;
}

Box layout(const MathNode& node);

Box fractionBox(const MathNode& node) {
    const Box above = layout(node.children[0]);
    const Box below = layout(node.children[1]);
    const qsizetype width = std::max(above.width(), below.width()) + 2;
    return stacked({above, lineBox(QString(width, QChar(0x2500))), below}, 1);
}

Box scriptsBox(const MathNode& node) {
    const Box base = layout(node.children[0]);
    const MathNode& below = node.children[1];
    const MathNode& above = node.children[2];
    if (node.limits) {
        std::vector<Box> parts;
        if (!above.empty()) parts.push_back(layout(above));
        const auto at = static_cast<qsizetype>(parts.size());
        parts.push_back(base);
        if (!below.empty()) parts.push_back(layout(below));
        return beside(stacked(parts, at), lineBox(QStringLiteral(" ")));
    }
    if (base.height() == 1) {
        // Small characters stay on the line, where there are such.
        const QString line = mathLine(node);
        if (!line.contains(QLatin1Char('^')) && !line.contains(QLatin1Char('_'))) return lineBox(line);
    }
    std::vector<Box> parts;
    if (!above.empty()) parts.push_back(layout(above));
    const auto at = static_cast<qsizetype>(parts.size());
    parts.push_back(grown(lineBox(QString()), base.base, base.height() - base.base - 1));
    if (!below.empty()) parts.push_back(layout(below));
    return beside(base, stacked(parts, at, false));
}

Box rootBox(const MathNode& node) {
    const Box inner = layout(node.children[0]);
    if (inner.height() == 1 && isSimple(inner.lines[0])) return lineBox(rootLine(node));
    Box sign = inner;
    for (qsizetype i = 0; i < sign.height(); ++i)
        sign.lines[i] = QChar(i + 1 == sign.height() ? 0x221A : 0x2502);
    const QString degree = node.children[1].empty() ? QString() : raised(mathLine(node.children[1]));
    Box out = beside(beside(lineBox(degree), sign), inner);
    const QString roof =
        QString(out.width() - inner.width(), QLatin1Char(' ')) + QString(inner.width(), QLatin1Char('_'));
    out.lines.prepend(roof);
    ++out.base;
    return out;
}

Box matrixBox(const MathNode& node) {
    std::vector<std::vector<Box>> cells;
    std::vector<qsizetype> widths;
    for (const MathNode& line : node.children) {
        cells.emplace_back();
        for (const MathNode& cell : line.children) {
            const std::size_t column = cells.back().size();
            cells.back().push_back(layout(cell));
            if (widths.size() <= column) widths.push_back(0);
            widths[column] = std::max(widths[column], cells.back().back().width());
        }
    }
    const bool fencedIn = node.text != QLatin1String("  ");
    std::vector<Box> lines;
    for (const auto& line : cells) {
        Box whole = lineBox(QString());
        for (std::size_t i = 0; i < widths.size(); ++i) {
            Box cell = i < line.size() ? line[i] : lineBox(QString());
            for (QString& text : cell.lines)
                text = padded(text, widths[i], fencedIn && node.text != QLatin1String("{ "));
            if (i > 0) whole = beside(whole, lineBox(QStringLiteral("  ")));
            whole = beside(whole, cell);
        }
        lines.push_back(whole);
    }
    Box body = stacked(lines, 0, false);
    body.base = (body.height() - 1) / 2;
    if (!fencedIn) return body;
    const Box room = beside(lineBox(QStringLiteral(" ")), beside(body, lineBox(QStringLiteral(" "))));
    return beside(beside(bracketBox(node.text[0], body), room), bracketBox(node.text[1], body));
}

Box layout(const MathNode& node) {
    switch (node.kind) {
        case Kind::Text:
            return lineBox(node.text);
        case Kind::Fraction:
            return fractionBox(node);
        case Kind::Scripts:
            return scriptsBox(node);
        case Kind::Root:
            return rootBox(node);
        case Kind::Matrix:
            return matrixBox(node);
        case Kind::Fenced: {
            const Box inner = layout(node.children[0]);
            return beside(beside(bracketBox(node.text[0], inner), inner), bracketBox(node.text[1], inner));
        }
        case Kind::Row:
            break;
    }
    Box out;
    for (const MathNode& child : node.children) out = beside(out, layout(child));
    return out;
}

}  // namespace

QString mathLine(const MathNode& node) {
    switch (node.kind) {
        case Kind::Text:
            return node.text;
        case Kind::Scripts:
            return mathLine(node.children[0]) + scriptLine(node.children[1], false) +
                   scriptLine(node.children[2], true) + (node.limits ? QStringLiteral(" ") : QString());
        case Kind::Fraction:
            return grouped(mathLine(node.children[0])) + QLatin1Char('/') +
                   grouped(mathLine(node.children[1]));
        case Kind::Root:
            return rootLine(node);
        case Kind::Matrix:
            return matrixLine(node);
        case Kind::Fenced:
            return (node.text[0] + mathLine(node.children[0]) + node.text[1]).trimmed();
        case Kind::Row:
            break;
    }
    QString out;
    for (const MathNode& child : node.children) out += mathLine(child);
    return out.trimmed();
}

QString mathLayout(const MathNode& node) {
    return layout(node).lines.join(QLatin1Char('\n'));
}

}  // namespace hearth::app
