#include "window.h"

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QProcess>
#include <QQmlApplicationEngine>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <utility>

#include "assistant/agent_factory.h"
#include "assistant/assistant.h"
#include "base/log.h"
#include "demo/demo_desk.h"
#include "demo/demo_library.h"
#include "demo/fake_download.h"
#include "platform/global_shortcut.h"
#include "platform/keyring.h"
#include "platform/languages.h"
#include "platform/log_file.h"
#include "platform/session_bus.h"
#include "platform/single_instance.h"
#include "remote/secret_keeper.h"
#include "services/vault_door.h"
#include "storage/data_folder.h"
#include "storage/data_vault.h"
#include "storage/stored_data.h"
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

// The key for a quick question over other programs, where the desktop gives one.
std::unique_ptr<GlobalShortcut> bindQuickAsk(Assistant& assistant) {
    if (!GlobalShortcut::busNamed()) return nullptr;
    auto shortcut =
        std::make_unique<GlobalShortcut>(QDBusConnection::sessionBus(), QStringLiteral("quick-ask"),
                                         QCoreApplication::translate("window", "Ask Hearth a quick question"),
                                         QStringLiteral("CTRL+ALT+space"));
    QObject::connect(shortcut.get(), &GlobalShortcut::activated, &assistant, &Assistant::askQuickly);
    QObject::connect(shortcut.get(), &GlobalShortcut::unavailable, [](const QString& reason) {
        base::log(base::LogLevel::Info, "app", "No global shortcut: " + reason.toStdString());
    });
    shortcut->bind();
    return shortcut;
}

// What is said before the settings are read is in the desktop's language.
void followLanguage(Languages& languages, const Settings& settings) {
    const auto follow = [&languages, &settings, now = std::make_shared<QString>()] {
        if (*now == settings.language()) return;
        *now = settings.language();
        languages.use(*now);
    };
    QObject::connect(&settings, &Settings::changed, &languages, follow);
    follow();
}

// From the window's opening to its end.
struct Sitting {
    std::filesystem::path folder;
    bool demo = false;
    QString request;  // to begin with
    QString place;    // the page to begin with; empty: the conversation
    QString news;     // to be told at once
    bool quickAsk = false;
    std::function<QString()> between = {};  // to be done with every file closed; then the window opens anew
};

// Nothing may be open when all is deleted. Gives what to tell the user.
QString wiped(const std::filesystem::path& folder, DataVault& vault, const QStringList& keep) {
    stopLogFile();
    auto kinds = storedData(folder, cacheFolder());
    std::erase_if(kinds,
                  [&](const StoredKind& kind) { return keep.contains(QString::fromStdString(kind.name)); });
    const auto done = wipeWithKeys(folder, kinds, keyring::door());
    const QString entry = QString::fromStdString(vault.keyringEntry());
    vault.forgetIfUnused();
    if (!vault.sealed() && !entry.isEmpty()) (void)keyring::remove(entry);
    return done ? QCoreApplication::translate("window", "It is deleted. You begin anew.")
                : QString::fromStdString(done.error().text());
}

// What is due rings while no window is open.
void leaveToBackground(const std::filesystem::path& folder) {
    if (!sessionBusNamed() || !SettingsFile::in(folder).isOn("reminders.background")) return;
    QProcess::startDetached(QCoreApplication::applicationFilePath(), {QStringLiteral("--background")});
}

// Sealed data needs the keyring or the passphrase first. False: the user went away.
bool unlock(DataVault& vault) {
    VaultDoor door(vault);
    if (!vault.locked() || door.openByKeyring()) return true;
    QQmlApplicationEngine engine;
    prepareEngine(engine);
    engine.setInitialProperties({{QStringLiteral("door"), QVariant::fromValue(&door)}});
    QObject::connect(&door, &VaultDoor::opened, &engine, &QCoreApplication::quit, Qt::QueuedConnection);
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Hearth/Privacy/UnlockWindow.qml")));
    if (!engine.rootObjects().isEmpty()) QGuiApplication::exec();
    return !vault.locked();
}

int sit(Sitting& sitting, DataVault& vault, Languages& languages, SingleInstance& instance) {
    auto assistant =
        sitting.demo ? Assistant::create(sitting.folder, demoAgentFactory(), fakeDownload(150))
                     : Assistant::create(sitting.folder, agentFactory(sitting.folder), {}, keyring::door());
    if (!assistant) return complain(QString::fromStdString(assistant.error().text()));
    Assistant* all = assistant->get();
    followLanguage(languages, *all->settings());
    QObject::connect(&instance, &SingleInstance::placeRequested, all, &Assistant::goTo);
    QObject::connect(&instance, &SingleInstance::requested, all, &Assistant::activate);
    QObject::connect(&instance, &SingleInstance::quickAskRequested, all, &Assistant::askQuickly);
    QObject::connect(&instance, &SingleInstance::guestCame, all, &Assistant::serve);
    const auto endFor = [&sitting](std::function<QString()> work) {
        sitting.between = std::move(work);
        QCoreApplication::quit();
    };
    QObject::connect(
        all, &Assistant::wipeRequested, all,
        [&, endFor](const QStringList& keep) {
            endFor([&, keep] { return wiped(sitting.folder, vault, keep); });
        },
        Qt::QueuedConnection);
    QObject::connect(
        all->privacy(), &PrivacyService::vaultWork, all,
        [&, endFor](const VaultWork& work) { endFor([&vault, work] { return work(vault); }); },
        Qt::QueuedConnection);

    QQmlApplicationEngine engine;
    prepareEngine(engine);
    engine.setUiLanguage(languages.code());
    all->models()->refresh();  // it was named before the settings said in which language
    QObject::connect(&languages, &Languages::changed, &engine, [&engine, &languages, all] {
        engine.setUiLanguage(languages.code());
        engine.retranslate();
        all->models()->refresh();
    });
    engine.setInitialProperties({{QStringLiteral("assistant"), QVariant::fromValue(all)},
                                 {QStringLiteral("place"), sitting.place},
                                 {QStringLiteral("request"), sitting.request}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Hearth/Main.qml")));
    if (engine.rootObjects().isEmpty())
        return complain(
            QStringLiteral("The window's pages could not be loaded; the installation is incomplete."));
    if (!sitting.news.isEmpty()) emit all->notice(std::exchange(sitting.news, {}));
    const auto shortcut = bindQuickAsk(*all);
    if (std::exchange(sitting.quickAsk, false)) all->askQuickly();
    return QGuiApplication::exec();
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
    const QCommandLineOption quickAsk(
        QStringLiteral("quick-ask"),
        QCoreApplication::translate("window", "Open the small window for one question."));
    const QCommandLineOption place(
        QStringLiteral("place"),
        QCoreApplication::translate("window", "Show a page: actions, library, models, settings."),
        QStringLiteral("page"));
    options.addOptions({demo, quickAsk, place});
    options.addHelpOption();
    options.process(application);
    const QString request = options.positionalArguments().join(QLatin1Char(' '));

    const auto folder = dataFolder(options.isSet(demo));
    if (!folder) return complain(QString::fromStdString(folder.error().text()));
    SingleInstance instance(QString::fromStdString(folder->string()));
    switch (instance.start(request, options.isSet(quickAsk), options.value(place))) {
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
    DataVault vault(*folder);
    if (!unlock(vault)) return 0;
    Sitting sitting{*folder, options.isSet(demo), request, options.value(place), {}, options.isSet(quickAsk)};
    if (sitting.demo) {
        fillDemoDesk(*folder);
        fillDemoLibrary(*folder);
    }
    for (;;) {
        const int code = sit(sitting, vault, languages, instance);
        if (!sitting.between) {
            if (!sitting.demo) leaveToBackground(*folder);
            return code;
        }
        sitting.request.clear();
        sitting.news = std::exchange(sitting.between, {})();
        startLog(*folder);
    }
}

}  // namespace hearth::app
