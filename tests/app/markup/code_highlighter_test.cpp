#include "markup/code_highlighter.h"

#include <gtest/gtest.h>

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

namespace hearth::app {
namespace {

// Each character of the text by its colour: k, s, n, c, or a blank.
std::string colours(const char* language, const char* code) {
    QTextDocument document;
    CodeHighlighter highlighter;
    highlighter.setKeyword(Qt::red);
    highlighter.setQuoted(Qt::green);
    highlighter.setNumber(Qt::blue);
    highlighter.setComment(Qt::gray);
    highlighter.setLanguage(QString::fromLatin1(language));
    document.setPlainText(QString::fromUtf8(code));
    highlighter.setDocument(&document);
    highlighter.rehighlight();
    std::string out;
    for (auto block = document.begin(); block.isValid(); block = block.next()) {
        std::string line(static_cast<std::size_t>(block.length() - 1), ' ');
        for (const auto& range : block.layout()->formats()) {
            const QColor color = range.format.foreground().color();
            const char sign = color == QColor(Qt::red)     ? 'k'
                              : color == QColor(Qt::green) ? 's'
                              : color == QColor(Qt::blue)  ? 'n'
                                                           : 'c';
            for (int i = 0; i < range.length; ++i) line[static_cast<std::size_t>(range.start + i)] = sign;
        }
        out += (out.empty() ? "" : "\n") + line;
    }
    return out;
}

struct CodeCase {
    const char* language;
    const char* code;
    const char* colours;
};

class Highlighting : public testing::TestWithParam<CodeCase> {};

TEST_P(Highlighting, ColoursWhatItKnows) {
    EXPECT_EQ(colours(GetParam().language, GetParam().code), GetParam().colours);
}

INSTANTIATE_TEST_SUITE_P(Languages, Highlighting,
                         testing::Values(CodeCase{"c++", "int a = 12; // x", "kkk     nn  cccc"},
                                         CodeCase{"py", "if x == \"a\\\"b\":", "kk      ssssss "},
                                         CodeCase{"python", "'''a\nb''' # c", "ssss\nssss ccc"},
                                         CodeCase{"cpp", "/* a\n b */ 1", "cccc\nccccc n"},
                                         CodeCase{"sql", "SELECT x", "kkkkkk  "},
                                         CodeCase{"json", "{\"a\": true}", " sss  kkkk "},
                                         CodeCase{"diff", "+a\n-b\n c", "ss\nnn\n  "},
                                         CodeCase{"klingon", "if 1", "    "},
                                         CodeCase{"bash", "echo \"open", "kkkk sssss"}));

TEST(CodeLanguages, AreCalledByTheirNames) {
    EXPECT_EQ(codeLanguageName("py"), "Python");
    EXPECT_EQ(codeLanguageName("C++"), "C++");
    EXPECT_EQ(codeLanguageName("klingon"), "klingon");
    EXPECT_EQ(codeLanguageName(""), "");
}

}  // namespace
}  // namespace hearth::app
