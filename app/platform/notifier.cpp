#include "platform/notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QUuid>

#include "platform/session_bus.h"

namespace hearth::app {
namespace {

constexpr const char* kService = "org.freedesktop.Notifications";
constexpr const char* kPath = "/org/freedesktop/Notifications";

QDBusMessage callOf(const char* method) {
    return QDBusMessage::createMethodCall(QLatin1String(kService), QLatin1String(kPath),
                                          QLatin1String(kService), QLatin1String(method));
}

QDBusConnection connectionOfItsOwn() {
    const QString name = QStringLiteral("hearth-notifier-") + QUuid::createUuid().toString();
    if (!sessionBusNamed()) return QDBusConnection(name);  // not connected
    return QDBusConnection::connectToBus(QDBusConnection::SessionBus, name);
}

}  // namespace

Notifier::Notifier(QObject* parent) : QObject(parent), bus_(connectionOfItsOwn()) {
    if (!bus_.isConnected()) return;
    const auto listen = [this](const char* signal, const char* slot) {
        bus_.connect(QLatin1String(kService), QLatin1String(kPath), QLatin1String(kService),
                     QLatin1String(signal), this, slot);
    };
    listen("ActionInvoked", SLOT(onAction(uint, QString)));
    listen("NotificationClosed", SLOT(onClosed(uint, uint)));
}

Notifier::~Notifier() {
    if (bus_.isConnected()) QDBusConnection::disconnectFromBus(bus_.name());
}

void Notifier::show(const Text& text, const QStringList& actions) {
    if (!bus_.isConnected()) return;
    constexpr uchar kNormal = 1;
    constexpr uchar kCritical = 2;
    const QVariantMap hints{
        {QStringLiteral("urgency"), QVariant::fromValue(text.urgent ? kCritical : kNormal)},
        {QStringLiteral("desktop-entry"), QStringLiteral("org.hearthassistant.Hearth")},
        {QStringLiteral("category"), QStringLiteral("x-hearth.reminder")}};
    QDBusMessage call = callOf("Notify");
    call << QStringLiteral("Hearth") << shown_.value(text.id, 0U)
         << QStringLiteral("org.hearthassistant.Hearth") << text.title << text.body.toHtmlEscaped() << actions
         << hints << (text.urgent ? 0 : -1);
    auto* watcher = new QDBusPendingCallWatcher(bus_.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, id = text.id] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (reply.isError()) return;
        shown_.insert(id, reply.value());
        emit shown(id);
    });
}

void Notifier::close(const QString& id) {
    if (!bus_.isConnected() || !shown_.contains(id)) return;
    QDBusMessage call = callOf("CloseNotification");
    call << shown_.take(id);
    bus_.asyncCall(call);
}

void Notifier::onAction(uint number, const QString& action) {
    const QString id = shown_.key(number);
    if (!id.isEmpty()) emit chosen(id, action);
}

void Notifier::onClosed(uint number, uint) {
    shown_.remove(shown_.key(number));
}

}  // namespace hearth::app
