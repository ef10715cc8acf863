// The language of the window: Hearth's own texts and those of Qt's dialogs, from the compiled translations
// inside the program. English is the source: of it there are the plurals alone. Lives on the GUI thread.
#pragma once

#include <QLocale>
#include <QObject>
#include <QStringList>
#include <QTranslator>

namespace hearth::app {

class Languages : public QObject {
    Q_OBJECT
  public:
    explicit Languages(QObject* parent = nullptr) : QObject(parent) {}
    ~Languages() override;

    // The codes that can be chosen, English first.
    static QStringList codes();
    // The code, of those, that fits a locale; "en" where none does.
    static QString codeOf(const QLocale& locale);

    // Speaks the language of that code, or the desktop's for "system" or a code that is not there.
    void use(const QString& code);
    QString code() const { return code_; }

  signals:
    // The pages have to be told to translate again.
    void changed();

  private:
    void leave();

    QString code_ = QStringLiteral("en");
    QTranslator own_;
    QTranslator qt_;
};

}  // namespace hearth::app
