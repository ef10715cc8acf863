// Notifications of the desktop with buttons (Desktop Notifications Specification 1.2), over a connection of
// its own, for servers answer to whoever showed one. Without a desktop nothing is shown. Lives on the GUI
// thread.
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>
#include <QStringList>

class QDBusPendingCallWatcher;

namespace hearth::app {

class Notifier : public QObject {
    Q_OBJECT
  public:
    explicit Notifier(QObject* parent = nullptr);
    ~Notifier() override;

    struct Text {
        QString id;  // the same id replaces what is shown
        QString title;
        QString body;
        bool urgent = false;  // stays until it is answered
    };
    // `actions`: key and words of each button in turn; the key "default" is a click on the notification.
    void show(const Text& text, const QStringList& actions);
    void close(const QString& id);

  signals:
    void shown(const QString& id);
    void chosen(const QString& id, const QString& action);

  private slots:
    void onAction(uint number, const QString& action);
    void onClosed(uint number, uint reason);

  private:
    QDBusConnection bus_;
    QHash<QString, uint> shown_;  // number of the server by id
};

}  // namespace hearth::app
