#include "background.h"

#include <signal.h>

#include <QCoreApplication>
#include <QDBusConnection>
#include <QLockFile>
#include <QProcess>
#include <cstdio>

#include "handover/line_socket.h"
#include "handover/socket_path.h"
#include "platform/languages.h"
#include "platform/session_bus.h"
#include "services/bell.h"
#include "services/desk_service.h"
#include "services/vault_door.h"
#include "settings/settings_file.h"
#include "storage/data_folder.h"
#include "storage/data_vault.h"

namespace hearth::app {
namespace {

constexpr const char* kBusName = "org.hearthassistant.Hearth.Background";

// The window rings by itself.
bool windowIsOpen(const std::filesystem::path& folder) {
    return LineSocket::connect(socketPath(folder)).has_value();
}

}  // namespace

int runBackground(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("hearth"));
    if (!sessionBusNamed()) return 0;
    const auto folder = dataFolder();
    if (!folder) {
        std::fprintf(stderr, "hearth: %s\n", folder.error().text().c_str());
        return 1;
    }
    const SettingsFile settings = SettingsFile::in(*folder);
    if (!settings.isOn("reminders.background")) return 0;
    Languages languages;
    languages.use(QString::fromStdString(settings.text("window.language")));
    QLockFile lock(QString::fromStdString((*folder / "background.lock").string()));
    lock.setStaleLockTime(0);  // only a process that is gone makes it stale
    if (!lock.tryLock(0)) return 0;
    // So that the session can start it, and tell that it runs.
    QDBusConnection::sessionBus().registerService(QLatin1String(kBusName));

    // Sealed data that only a passphrase opens rings when the window is open.
    DataVault vault(*folder);
    if (vault.locked() && !VaultDoor(vault).openByKeyring()) return 0;

    agent::DeskOptions options;
    options.dataDir = *folder;
    DeskService desk(std::move(options));
    Bell bell(desk, [folder = *folder] { return !windowIsOpen(folder); });
    QObject::connect(&bell, &Bell::openRequested, &application, [] {
        QProcess::startDetached(QCoreApplication::applicationFilePath(),
                                {QStringLiteral("--place"), QStringLiteral("actions")});
    });
    return QCoreApplication::exec();
}

}  // namespace hearth::app
