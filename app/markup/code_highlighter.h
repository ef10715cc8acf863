// Colours of code in a TextEdit: keywords, texts, numbers, comments.
//   CodeHighlighter { document: edit.textDocument; language: "python"; keyword: …; … }
// Lives on the GUI thread; owned by the page.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QQmlParserStatus>
#include <QQuickTextDocument>
#include <QSyntaxHighlighter>

#include "markup/code_languages.h"

namespace hearth::app {

class CodeHighlighter : public QSyntaxHighlighter, public QQmlParserStatus {
    Q_OBJECT
    Q_INTERFACES(QQmlParserStatus)
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument* document READ quickDocument WRITE setQuickDocument NOTIFY changed)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY changed)
    Q_PROPERTY(QString languageName READ languageName NOTIFY changed)
    Q_PROPERTY(QColor keyword MEMBER keyword_ WRITE setKeyword NOTIFY changed)
    Q_PROPERTY(QColor quoted MEMBER quoted_ WRITE setQuoted NOTIFY changed)
    Q_PROPERTY(QColor number MEMBER number_ WRITE setNumber NOTIFY changed)
    Q_PROPERTY(QColor comment MEMBER comment_ WRITE setComment NOTIFY changed)
  public:
    explicit CodeHighlighter(QObject* parent = nullptr) : QSyntaxHighlighter(parent) {}

    QQuickTextDocument* quickDocument() const { return document_; }
    void setQuickDocument(QQuickTextDocument* document);
    QString language() const { return fence_; }
    void setLanguage(const QString& fence);
    QString languageName() const { return codeLanguageName(fence_); }
    void setKeyword(const QColor& color) { set(keyword_, color); }
    void setQuoted(const QColor& color) { set(quoted_, color); }
    void setNumber(const QColor& color) { set(number_, color); }
    void setComment(const QColor& color) { set(comment_, color); }

    // A page sets the properties one by one; the document is read once, when all are there.
    void classBegin() override { complete_ = false; }
    void componentComplete() override {
        complete_ = true;
        attach();
    }

  signals:
    void changed();

  protected:
    void highlightBlock(const QString& line) override;

  private:
    // What a line begins in: 0 code, 1 a block comment, 2 and above a text of three quotes.
    enum : int { Code = 0, Comment = 1, Quoted = 2 };

    void attach();
    void refresh();
    void set(QColor& color, const QColor& value);
    void highlightDiff(const QString& line);
    int comment(const QString& line, int at);
    int quoted(const QString& line, int at);
    int tripleQuoted(const QString& line, int at, int which);
    int word(const QString& line, int at);

    QQuickTextDocument* document_ = nullptr;
    QString fence_;
    const CodeLanguage* known_ = nullptr;
    QColor keyword_, quoted_, number_, comment_;
    bool complete_ = true;
};

}  // namespace hearth::app
