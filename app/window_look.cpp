#include "window_look.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QLocale>
#include <QQmlEngine>
#include <QQuickStyle>

#include "platform/icon_provider.h"
#include "platform/no_network.h"

namespace hearth::app {

void prepareLook() {
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    if (QLocale().language() == QLocale::C)
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    // The desktop's own sans where it chose one; else the first of those that look right.
    if (qEnvironmentVariableIsSet("XDG_CURRENT_DESKTOP")) return;
    QFont font = QGuiApplication::font();
    const QStringList families = QFontDatabase::families();
    for (const char* family : {"Inter", "Noto Sans"}) {
        if (!families.contains(QLatin1String(family))) continue;
        font.setFamily(QLatin1String(family));
        break;
    }
    QGuiApplication::setFont(font);
}

void prepareEngine(QQmlEngine& engine) {
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    static NoNetwork noNetwork;  // the engine does not own it
    engine.setNetworkAccessManagerFactory(&noNetwork);
    engine.addImageProvider(QStringLiteral("icons"), new IconProvider);
}

}  // namespace hearth::app
