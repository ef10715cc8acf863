// What a small highlighter needs to know of programming languages. A constant table; any thread. Adding a
// language is one line.
#pragma once

#include <QSet>
#include <QString>

namespace hearth::app {

struct CodeLanguage {
    QString name;  // as it is shown
    QSet<QString> keywords;
    QString lineComment;  // may be empty
    QString blockOpen;    // may be empty
    QString blockClose;
    QString quotes;        // characters that begin and end a text
    QString tripleQuotes;  // those that do it three at a time, over several lines
    bool anyCase = false;  // keywords in any case
};

// By the word behind a fence ("py", "c++", "sh"). Null: not known.
const CodeLanguage* codeLanguage(const QString& fence);

// What to write above a block of code: "Python", or the fence's own word.
QString codeLanguageName(const QString& fence);

}  // namespace hearth::app
