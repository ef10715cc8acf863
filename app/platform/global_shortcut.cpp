#include "platform/global_shortcut.h"

#include <QCoreApplication>
#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

namespace hearth::app {

QDBusArgument& operator<<(QDBusArgument& to, const PortalShortcut& shortcut) {
    to.beginStructure();
    to << shortcut.id << shortcut.options;
    to.endStructure();
    return to;
}

const QDBusArgument& operator>>(const QDBusArgument& from, PortalShortcut& shortcut) {
    from.beginStructure();
    from >> shortcut.id >> shortcut.options;
    from.endStructure();
    return from;
}

namespace {

const QString kService = QStringLiteral("org.freedesktop.portal.Desktop");
const QString kPath = QStringLiteral("/org/freedesktop/portal/desktop");
const QString kInterface = QStringLiteral("org.freedesktop.portal.GlobalShortcuts");
const QString kRequest = QStringLiteral("org.freedesktop.portal.Request");

}  // namespace

GlobalShortcut::GlobalShortcut(QDBusConnection bus, QString id, QString description, QString keys,
                               QObject* parent)
    : QObject(parent),
      bus_(std::move(bus)),
      id_(std::move(id)),
      description_(std::move(description)),
      keys_(std::move(keys)) {
    qDBusRegisterMetaType<PortalShortcut>();
    qDBusRegisterMetaType<QList<PortalShortcut>>();
}

bool GlobalShortcut::busNamed() {
    if (!qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS")) return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

QString GlobalShortcut::newToken() {
    token_ = QStringLiteral("hearth_%1_%2").arg(QCoreApplication::applicationPid()).arg(++tokens_);
    return token_;
}

void GlobalShortcut::request(const QString& method, const QVariantList& arguments, const char* slot) {
    // The specification gives the path of the request before the call, so that no answer is missed.
    const QString sender = bus_.baseService().mid(1).replace(QLatin1Char('.'), QLatin1Char('_'));
    const QString path = QStringLiteral("/org/freedesktop/portal/desktop/request/%1/%2").arg(sender, token_);
    bus_.connect(kService, path, kRequest, QStringLiteral("Response"), this, slot);
    auto call = QDBusMessage::createMethodCall(kService, kPath, kInterface, method);
    call.setArguments(arguments);
    auto* watcher = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* done) {
        const QDBusPendingReply<QDBusObjectPath> reply = *done;
        if (reply.isError()) emit unavailable(reply.error().message());
        done->deleteLater();
    });
}

void GlobalShortcut::bind() {
    const QString token = newToken();
    const QVariantMap options{{QStringLiteral("handle_token"), token},
                              {QStringLiteral("session_handle_token"), token}};
    request(QStringLiteral("CreateSession"), {options}, SLOT(onSession(uint, QVariantMap)));
}

void GlobalShortcut::onSession(uint response, const QVariantMap& results) {
    if (response != 0) return emit unavailable(tr("The desktop gave no session for shortcuts."));
    session_ = results.value(QStringLiteral("session_handle")).toString();
    bus_.connect(kService, kPath, kInterface, QStringLiteral("Activated"), this,
                 SLOT(onActivated(QDBusObjectPath, QString, qulonglong, QVariantMap)));
    const QList<PortalShortcut> shortcuts{
        {id_, {{QStringLiteral("description"), description_}, {QStringLiteral("preferred_trigger"), keys_}}}};
    const QVariantMap options{{QStringLiteral("handle_token"), newToken()}};
    request(
        QStringLiteral("BindShortcuts"),
        {QVariant::fromValue(QDBusObjectPath(session_)), QVariant::fromValue(shortcuts), QString(), options},
        SLOT(onBound(uint, QVariantMap)));
}

void GlobalShortcut::onBound(uint response, const QVariantMap&) {
    if (response != 0) return emit unavailable(tr("The desktop did not give the shortcut."));
    emit bound();
}

void GlobalShortcut::onActivated(const QDBusObjectPath& session, const QString& id, qulonglong,
                                 const QVariantMap&) {
    if (session.path() == session_ && id == id_) emit activated();
}

}  // namespace hearth::app
