#include "platform/languages.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include "base/log.h"

namespace hearth::app {

QStringList Languages::codes() {
    return {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("zh_CN")};
}

QString Languages::codeOf(const QLocale& locale) {
    if (locale.language() == QLocale::German) return QStringLiteral("de");
    const bool simplified = locale.script() != QLocale::TraditionalHanScript;
    if (locale.language() == QLocale::Chinese && simplified) return QStringLiteral("zh_CN");
    return QStringLiteral("en");
}

Languages::~Languages() {
    leave();
}

void Languages::use(const QString& code) {
    const bool chosen = codes().contains(code);
    const QLocale locale = chosen ? QLocale(code) : QLocale::system();
    const QString next = chosen ? code : codeOf(locale);
    leave();
    code_ = next;
    // Dates and numbers follow the chosen language; without a choice they stay as the desktop has them.
    if (chosen && QLocale::system().language() != locale.language()) QLocale::setDefault(locale);
    // Of English there are the plurals alone.
    if (own_.load(QStringLiteral(":/i18n/hearth_%1.qm").arg(next)))
        QCoreApplication::installTranslator(&own_);
    else
        base::log(base::LogLevel::Warning, "app", "no translation for " + next.toStdString());
    // Qt's own texts come with the system; without them its dialogs stay English.
    if (qt_.load(QStringLiteral("qtbase_") + next, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt_);
    emit changed();
}

void Languages::leave() {
    QCoreApplication::removeTranslator(&own_);
    QCoreApplication::removeTranslator(&qt_);
}

}  // namespace hearth::app
