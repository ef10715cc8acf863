// One key that works over all programs, where the desktop lets a program have one: the portal
// org.freedesktop.portal.GlobalShortcuts (version 1). The user decides in the desktop's own dialog which keys
// it is. Where there is no portal nothing happens. Lives on the GUI thread.
#pragma once

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QObject>
#include <QVariantMap>

namespace hearth::app {

// "(sa{sv})" of the portal's BindShortcuts.
struct PortalShortcut {
    QString id;
    QVariantMap options;
};
QDBusArgument& operator<<(QDBusArgument& to, const PortalShortcut& shortcut);
const QDBusArgument& operator>>(const QDBusArgument& from, PortalShortcut& shortcut);

class GlobalShortcut : public QObject {
    Q_OBJECT
  public:
    // `id`: what the desktop remembers it by; `keys`: what the program would like, in the form of the XDG
    // shortcuts specification ("CTRL+ALT+space").
    GlobalShortcut(QDBusConnection bus, QString id, QString description, QString keys,
                   QObject* parent = nullptr);

    // Asks for it. Answers come by signals.
    void bind();
    // Of the environment: is there a bus whose portal could be asked?
    static bool busNamed();

  signals:
    void bound();                      // the desktop has given it
    void unavailable(QString reason);  // no portal, or the user refused
    void activated();

  private slots:
    void onSession(uint response, const QVariantMap& results);
    void onBound(uint response, const QVariantMap& results);
    void onActivated(const QDBusObjectPath& session, const QString& id, qulonglong timestamp,
                     const QVariantMap& options);

  private:
    // Calls a method of the portal whose answer comes to `slot` by the Response signal of its Request.
    void request(const QString& method, const QVariantList& arguments, const char* slot);
    QString newToken();

    QDBusConnection bus_;
    QString id_;
    QString description_;
    QString keys_;
    QString token_;
    QString session_;
    int tokens_ = 0;
};

}  // namespace hearth::app
