#include "window.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <cstdio>
#include <cstdlib>

#include "assistant/agent_factory.h"
#include "assistant/assistant.h"
#include "assistant/data_folder.h"
#include "base/log.h"
#include "platform/languages.h"
#include "platform/log_file.h"
#include "platform/single_instance.h"
#include "window_look.h"

namespace hearth::app {
namespace {

int complain(const QString& text) {
    std::fprintf(stderr, "hearth: %s\n", qPrintable(text));
    return 1;
}

base::LogLevel levelOf(QtMsgType type) {
    switch (type) {
        case QtDebugMsg:
            return base::LogLevel::Debug;
        case QtInfoMsg:
            return base::LogLevel::Info;
        case QtWarningMsg:
            return base::LogLevel::Warning;
        default:
            return base::LogLevel::Error;
    }
}

void logQtMessage(QtMsgType type, const QMessageLogContext&, const QString& text) {
    base::log(levelOf(type), "qt", text.toStdString());
}

// A window that cannot keep a log still opens; standard error then has the lines.
void startLog(const std::filesystem::path& folder) {
    if (const auto started = startLogFile(folder); !started)
        base::log(base::LogLevel::Warning, "app", started.error().text());
    qInstallMessageHandler(logQtMessage);
    base::log(base::LogLevel::Info, "app", "Hearth " HEARTH_VERSION " starts, Qt " + std::string(qVersion()));
}

}  // namespace

bool displayPresent() {
    return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr ||
           std::getenv("QT_QPA_PLATFORM") != nullptr;
}

int runWindow(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName(QStringLiteral("hearth"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Hearth"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.hearthassistant.Hearth"));
    prepareLook();
    Languages languages;
    languages.use(QStringLiteral("system"));

    QCommandLineParser options;
    const QCommandLineOption demo(
        QStringLiteral("demo"),
        QCoreApplication::translate("window", "Show the window with a made-up assistant."));
    options.addOption(demo);
    options.addHelpOption();
    options.process(application);
    const QString request = options.positionalArguments().join(QLatin1Char(' '));

    const auto folder = dataFolder(options.isSet(demo));
    if (!folder) return complain(QString::fromStdString(folder.error().text()));
    SingleInstance instance(QString::fromStdString(folder->string()));
    switch (instance.start(request)) {
        case SingleInstance::Role::First:
            break;
        case SingleInstance::Role::HandedOver:
            return 0;
        case SingleInstance::Role::Unreachable:
            return complain(QCoreApplication::translate(
                "window",
                "Hearth is already running with this data folder but does not answer. Close it, then try "
                "again."));
    }

    startLog(*folder);
    auto assistant =
        Assistant::create(*folder, options.isSet(demo) ? demoAgentFactory() : agentFactory(*folder));
    if (!assistant) return complain(QString::fromStdString(assistant.error().text()));
    QObject::connect(&instance, &SingleInstance::requested, assistant->get(), &Assistant::activate);
    QObject::connect(&instance, &SingleInstance::guestCame, assistant->get(), &Assistant::serve);

    int code = 1;
    {
        QQmlApplicationEngine engine;
        prepareEngine(engine);
        QObject::connect(&languages, &Languages::changed, &engine, &QQmlEngine::retranslate);
        engine.setInitialProperties({{QStringLiteral("assistant"), QVariant::fromValue(assistant->get())},
                                     {QStringLiteral("request"), request}});
        engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Hearth/Main.qml")));
        if (engine.rootObjects().isEmpty())
            return complain(
                QStringLiteral("The window's pages could not be loaded; the installation is incomplete."));
        code = QGuiApplication::exec();
    }
    return code;
}

}  // namespace hearth::app
