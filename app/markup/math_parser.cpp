#include <QHash>
#include <utility>

#include "markup/math_symbols.h"
#include "markup/math_tree.h"

namespace hearth::app {
namespace {

using Kind = MathNode::Kind;

constexpr int kDeepest = 80;

MathNode textNode(const QString& text) {
    MathNode node;
    node.kind = Kind::Text;
    node.text = text;
    return node;
}

class Parser {
  public:
    explicit Parser(const QString& text) : text_(text) {}

    // Up to `end` (a closing brace, "\\right", "\\end", "&" or "\\\\"), which is left to be read.
    MathNode row() {
        MathNode out;
        ++depth_;
        while (!atEnd() && !stops()) {
            MathNode item = scripted(atom());
            if (!(item.kind == Kind::Text && item.text.isEmpty())) out.children.push_back(std::move(item));
        }
        --depth_;
        return out;
    }
    bool atEnd() const { return at_ >= text_.size(); }
    void skip() { ++at_; }

  private:
    QChar peek() const { return atEnd() ? QChar() : text_[at_]; }
    bool looksAt(const char* word) const {
        return QStringView(text_).mid(at_).startsWith(QLatin1String(word));
    }
    bool stops() const {
        const QChar c = peek();
        return c == QLatin1Char('}') || c == QLatin1Char('&') || (inRoot_ && c == QLatin1Char(']')) ||
               looksAt("\\\\") || looksAt("\\end") || (looksAt("\\right") && !looksAt("\\righta"));
    }

    QString command() {  // behind the backslash
        const auto begin = at_;
        while (!atEnd() && peek().isLetter() && peek().unicode() < 128) ++at_;
        if (at_ == begin && !atEnd()) ++at_;
        return text_.mid(begin, at_ - begin);
    }

    // The braces' text as it stands.
    QString rawGroup() {
        skipBlanks();
        if (peek() != QLatin1Char('{')) return atEnd() ? QString() : QString(text_[at_++]);
        int open = 0;
        const auto begin = ++at_;
        for (; !atEnd(); ++at_) {
            if (peek() == QLatin1Char('{')) ++open;
            if (peek() == QLatin1Char('}') && open-- == 0) break;
        }
        const QString out = text_.mid(begin, at_ - begin);
        if (!atEnd()) ++at_;
        return out;
    }

    MathNode argument() {
        skipBlanks();
        if (depth_ > kDeepest) return textNode(rawGroup());
        if (atEnd() || (peek() != QLatin1Char('{') && stops())) return {};
        ++depth_;
        MathNode out = peek() == QLatin1Char('{') ? group() : atom();
        --depth_;
        return out;
    }
    MathNode group() {
        ++at_;
        const bool inRoot = std::exchange(inRoot_, false);
        MathNode out = row();
        inRoot_ = inRoot;
        // What stops a row elsewhere is a character here.
        while (!atEnd() && peek() != QLatin1Char('}')) {
            out.children.push_back(textNode(QString(text_[at_++])));
            MathNode rest = row();
            for (auto& child : rest.children) out.children.push_back(std::move(child));
        }
        if (!atEnd()) ++at_;
        return out;
    }

    void skipBlanks() {
        while (!atEnd() && peek().isSpace()) ++at_;
    }

    MathNode atom() {
        const QChar c = text_[at_];
        if (c == QLatin1Char('{')) return argument();
        ++at_;
        if (c == QLatin1Char('\\')) return commanded(command());
        if (c.isSpace() || c == QLatin1Char('~')) return textNode({});
        limits_ = false;
        if (c == QLatin1Char('^') || c == QLatin1Char('_')) {
            --at_;
            return {};
        }
        if (c == QLatin1Char('-')) return textNode(spaced(QChar(0x2212)));
        if (c == QLatin1Char('\'')) return textNode(QChar(0x2032));
        if (QStringLiteral("=<>+").contains(c)) return textNode(spaced(c));
        return textNode(c);
    }

    // Relations and sums have room around them; a sign in front of a term does not.
    QString spaced(QChar c) const {
        auto before = at_ - 2;
        while (before >= 0 && text_[before].isSpace()) --before;
        const bool binary = before >= 0 && !QStringLiteral("{(=<>+-^_&,[").contains(text_[before]);
        const bool inScript = before >= 0 && scripts_ > 0;
        return binary && !inScript ? QLatin1Char(' ') + QString(c) + QLatin1Char(' ') : QString(c);
    }

    MathNode commanded(const QString& name) {
        limits_ = hasLimits(name);
        if (name == QLatin1String("frac") || name == QLatin1String("dfrac") || name == QLatin1String("tfrac"))
            return pair(Kind::Fraction);
        if (name == QLatin1String("binom")) return fenced(QStringLiteral("()"), binomial());
        if (name == QLatin1String("sqrt")) return root();
        if (name == QLatin1String("left")) return leftRight();
        if (name == QLatin1String("begin")) return environment(rawGroup());
        if (name == QLatin1String("mathbb")) return textNode(doubleStruck(rawGroup()));
        if (name == QLatin1String("text") || name == QLatin1String("textbf") ||
            name == QLatin1String("mbox") || name == QLatin1String("operatorname") ||
            name == QLatin1String("tag"))
            return textNode(rawGroup());
        if (name.startsWith(QLatin1String("math")) || name == QLatin1String("boldsymbol") ||
            name == QLatin1String("boxed") || name == QLatin1String("rm") || name == QLatin1String("bf"))
            return argument();
        if (const QChar mark = mathAccent(name); !mark.isNull()) return accented(mark);
        if (isMathFunction(name)) return textNode(functionName(name));
        const QString symbol = mathSymbol(name);
        if (symbol.isNull()) return textNode(QLatin1Char('\\') + name);
        return textNode(isRelation(symbol) && scripts_ == 0 ? QLatin1Char(' ') + symbol + QLatin1Char(' ')
                                                            : symbol);
    }

    static bool isRelation(const QString& symbol) {
        return symbol.size() == 1 && QStringLiteral("×÷±∓≤≥≠≈≡∼≃≅∝≪≫∈∉⊂⊆⊃⊇∪∩→←↔⇒⇐⇔↦∧∨∥⊥").contains(symbol);
    }
    QString functionName(const QString& name) {
        skipBlanks();
        const QChar next = peek();
        const bool tight =
            next == QLatin1Char('(') || next == QLatin1Char('_') || next == QLatin1Char('^') || next.isNull();
        return tight || limits_ ? name : name + QLatin1Char(' ');
    }

    MathNode pair(Kind kind) {
        MathNode out;
        out.kind = kind;
        out.children.push_back(argument());
        out.children.push_back(argument());
        limits_ = false;
        return out;
    }
    MathNode binomial() {
        MathNode out;
        out.kind = Kind::Matrix;
        out.text = QStringLiteral("  ");
        for (int i = 0; i < 2; ++i) {
            MathNode line;
            line.children.push_back(argument());
            out.children.push_back(std::move(line));
        }
        return out;
    }
    static MathNode fenced(const QString& brackets, MathNode inner) {
        MathNode out;
        out.kind = Kind::Fenced;
        out.text = brackets;
        out.children.push_back(std::move(inner));
        return out;
    }
    MathNode root() {
        MathNode out;
        out.kind = Kind::Root;
        MathNode degree;
        if (peek() == QLatin1Char('[')) {
            ++at_;
            const bool before = std::exchange(inRoot_, true);
            degree = row();
            inRoot_ = before;
            if (peek() == QLatin1Char(']')) ++at_;
        }
        out.children.push_back(argument());
        out.children.push_back(std::move(degree));
        return out;
    }
    MathNode accented(QChar mark) {
        MathNode inner = argument();
        const QString plain = mathLine(inner);
        QString out;
        for (const QChar c : plain)
            out += mark == QChar(0x0305) || plain.size() == 1 ? QString(c) + mark : QString(c);
        if (plain.size() > 1 && mark != QChar(0x0305)) out += mark;
        return textNode(out);
    }

    QChar delimiter() {
        skipBlanks();
        if (atEnd()) return QLatin1Char(' ');
        const QChar c = text_[at_++];
        if (c == QLatin1Char('.')) return QLatin1Char(' ');
        if (c != QLatin1Char('\\')) return c;
        const QString symbol = mathSymbol(command());
        return symbol.isEmpty() ? QChar(QLatin1Char(' ')) : symbol[0];
    }
    MathNode leftRight() {
        QString brackets(delimiter());
        MathNode inner = depth_ > kDeepest ? MathNode{} : row();
        if (looksAt("\\right")) {
            at_ += 6;
            brackets += delimiter();
        } else {
            brackets += QLatin1Char(' ');
        }
        return fenced(brackets, std::move(inner));
    }

    MathNode environment(const QString& name) {
        static const QHash<QString, QString> brackets = {{QStringLiteral("pmatrix"), QStringLiteral("()")},
                                                         {QStringLiteral("bmatrix"), QStringLiteral("[]")},
                                                         {QStringLiteral("vmatrix"), QStringLiteral("||")},
                                                         {QStringLiteral("Bmatrix"), QStringLiteral("{}")},
                                                         {QStringLiteral("cases"), QStringLiteral("{ ")}};
        if (name == QLatin1String("array")) rawGroup();  // how its columns are aligned
        MathNode out;
        out.kind = Kind::Matrix;
        out.text = brackets.value(name, QStringLiteral("  "));
        out.children.emplace_back();
        while (!atEnd() && depth_ <= kDeepest) {
            out.children.back().children.push_back(row());
            if (peek() == QLatin1Char('&')) {
                ++at_;
            } else if (looksAt("\\\\")) {
                at_ += 2;
                out.children.emplace_back();
            } else if (looksAt("\\end")) {
                at_ += 4;
                rawGroup();
                break;
            } else {
                ++at_;  // a brace or \right that nothing opened
            }
        }
        auto& last = out.children.back().children;
        if (out.children.size() > 1 && (last.empty() || (last.size() == 1 && last[0].empty())))
            out.children.pop_back();
        return out;
    }

    MathNode scripted(MathNode base) {
        const bool limits = limits_;
        MathNode below;
        MathNode above;
        for (;;) {
            skipBlanksBefore();
            const QChar c = peek();
            if (c != QLatin1Char('^') && c != QLatin1Char('_')) break;
            ++at_;
            ++scripts_;
            (c == QLatin1Char('^') ? above : below) = argument();
            --scripts_;
        }
        if (below.empty() && above.empty()) return base;
        MathNode out;
        out.kind = Kind::Scripts;
        out.limits = limits;
        out.children.push_back(std::move(base));
        out.children.push_back(std::move(below));
        out.children.push_back(std::move(above));
        return out;
    }
    // Blanks are skipped only where a script follows.
    void skipBlanksBefore() {
        auto next = at_;
        while (next < text_.size() && text_[next].isSpace()) ++next;
        if (next < text_.size() && (text_[next] == QLatin1Char('^') || text_[next] == QLatin1Char('_')))
            at_ = next;
    }

    const QString text_;
    qsizetype at_ = 0;
    int depth_ = 0;
    int scripts_ = 0;
    bool inRoot_ = false;
    bool limits_ = false;  // of the atom read last
};

}  // namespace

MathNode parseMath(const QString& latex) {
    Parser parser(latex.trimmed());
    MathNode out = parser.row();
    bool several = false;
    while (!parser.atEnd()) {  // "&", "\\" and closing braces that nothing opened
        several = true;
        parser.skip();
        out.children.push_back(textNode(QStringLiteral(" ")));
        MathNode rest = parser.row();
        for (auto& child : rest.children) out.children.push_back(std::move(child));
    }
    if (several || out.children.size() != 1) return out;
    return std::move(out.children.front());
}

}  // namespace hearth::app
