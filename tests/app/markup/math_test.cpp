#include <gtest/gtest.h>

#include <QStringList>

#include "markup/math_tree.h"

namespace hearth::app {
namespace {

struct LineCase {
    const char* latex;
    const char* line;
};

class MathLine : public testing::TestWithParam<LineCase> {};

TEST_P(MathLine, IsWrittenInCharacters) {
    EXPECT_EQ(mathLine(parseMath(QString::fromUtf8(GetParam().latex))).toStdString(), GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    Formulas, MathLine,
    testing::Values(LineCase{"x^2 + y^2 = z^2", "x² + y² = z²"}, LineCase{"a_{i+1}", "aᵢ₊₁"},
                    LineCase{"\\frac{a+b}{c}", "(a + b)/c"}, LineCase{"\\frac12", "1/2"},
                    LineCase{"\\sqrt{x}", "√x"}, LineCase{"\\sqrt[3]{x+1}", "³√(x + 1)"},
                    LineCase{"\\alpha \\leq \\beta", "α ≤ β"}, LineCase{"\\sum_{i=1}^{n} i", "∑ᵢ₌₁ⁿ i"},
                    LineCase{"\\int_0^\\infty e^{-x} dx", "∫₀^∞e⁻ˣdx"},
                    LineCase{"\\left( \\frac{1}{2} \\right)", "(1/2)"},
                    LineCase{"\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}", "(a b; c d)"},
                    LineCase{"\\mathbb{R}^n", "ℝⁿ"}, LineCase{"\\text{if } x > 0", "if x > 0"},
                    LineCase{"\\sin x + \\cos(y)", "sin x + cos(y)"},
                    LineCase{"\\vec{v} \\cdot \\hat{n}", "v⃗·n̂"}, LineCase{"-3 \\times 10^{-4}", "−3 × 10⁻⁴"},
                    LineCase{"f'(x)", "f′(x)"}, LineCase{"E = mc^2", "E = mc²"}, LineCase{"50\\%", "50%"},
                    // Damage stays readable and ends.
                    LineCase{"\\frac{a}{", "a/"}, LineCase{"x^", "x"}, LineCase{"}{", ""},
                    LineCase{"\\unknown{x}", "\\unknownx"}, LineCase{"", ""}));

TEST(MathLayout, FractionsStandOverTheirLine) {
    EXPECT_EQ(mathLayout(parseMath(QStringLiteral("x = \\frac{-b}{2a}"))).toStdString(),
              "     −b \n"
              "x = ────\n"
              "     2a ");
}

TEST(MathLayout, SumsHaveTheirLimits) {
    EXPECT_EQ(mathLayout(parseMath(QStringLiteral("\\sum_{i=1}^{n} \\frac{1}{i}"))).toStdString(),
              " n   1 \n"
              " ∑  ───\n"
              "i=1  i ");
}

TEST(MathLayout, MatricesHaveTallBrackets) {
    EXPECT_EQ(mathLayout(parseMath(QStringLiteral("A = \\begin{bmatrix} 1 & 20 \\\\ 3 & 4 \\end{bmatrix}")))
                  .toStdString(),
              "A = ⎡ 1  20 ⎤\n"
              "    ⎣ 3  4  ⎦");
}

TEST(MathLayout, LinesAreOfEqualLength) {
    for (const char* latex :
         {"x = \\frac{-b \\pm \\sqrt{b^2 - 4ac}}{2a}",
          "\\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}", "\\left(\\frac{a}{b}\\right)^{n+1}",
          "\\lim_{x \\to 0} \\frac{\\sin x}{x}", "\\binom{n}{k}",
          "\\begin{aligned} a &= b \\\\ &= c \\end{aligned}", "\\sqrt{\\frac{1}{2}}"}) {
        const auto lines = mathLayout(parseMath(QString::fromLatin1(latex))).split(QLatin1Char('\n'));
        EXPECT_GT(lines.size(), 1) << latex;
        for (const auto& line : lines)
            EXPECT_EQ(line.size(), lines.front().size()) << latex << "\n" << line.toStdString();
    }
}

TEST(MathLayout, DeepNestingEnds) {
    const QString deep = QStringLiteral("\\frac{1}{").repeated(5000) + QStringLiteral("}").repeated(5000);
    EXPECT_FALSE(mathLayout(parseMath(deep)).isEmpty());
    EXPECT_FALSE(mathLine(parseMath(QStringLiteral("{").repeated(100000))).contains(QLatin1Char('x')));
    EXPECT_FALSE(mathLine(parseMath(QStringLiteral("\\left(").repeated(20000))).contains(QLatin1Char('x')));
    EXPECT_FALSE(mathLine(parseMath(QStringLiteral("\\sqrt").repeated(20000))).contains(QLatin1Char('x')));
}

}  // namespace
}  // namespace hearth::app
