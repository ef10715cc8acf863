// Formulas as language models write them (LaTeX), taken apart. Pure values; any thread. Not all of LaTeX:
// what is not known stays as it was written, so that nothing is lost.
#pragma once

#include <QString>
#include <vector>

namespace hearth::app {

struct MathNode {
    enum class Kind {
        Row,       // children one after the other
        Text,      // `text`
        Scripts,   // children: base, below, above (a Row without children: none)
        Fraction,  // children: above and below the line
        Root,      // children: what is under the sign, and the degree (an empty Row: 2)
        Matrix,    // children: Rows of cells; `text`: its two brackets, which may be blanks
        Fenced,    // child between the two brackets in `text`
    };
    Kind kind = Kind::Row;
    QString text;
    std::vector<MathNode> children;
    bool limits = false;  // Scripts: they stand below and above, as with a sum

    bool empty() const { return kind == Kind::Row && children.empty(); }
};

// Reads to the end, whatever is wrong; nesting that is deeper than people write is left as text.
MathNode parseMath(const QString& latex);

// On one line with the characters of Unicode: "x² + ½", "√(a + b)", "∑ᵢ₌₁ⁿ i".
QString mathLine(const MathNode& node);

// As it is written by hand, in lines of equal length for a font of fixed width: fractions with a line, sums
// with their limits, matrices. One line where that is enough.
QString mathLayout(const MathNode& node);

}  // namespace hearth::app
