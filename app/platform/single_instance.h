// One window per data folder. The first program listens on a local socket in the data folder; a second one
// hands its request over and ends. Lives on the GUI thread.
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <QString>

namespace hearth::app {

class SingleInstance : public QObject {
    Q_OBJECT
  public:
    enum class Role { First, HandedOver, Unreachable };

    explicit SingleInstance(const QString& dataDir, QObject* parent = nullptr);
    // First: this program owns the folder and listens. HandedOver: the one that runs has the request.
    // Unreachable: another program holds the folder but does not answer.
    Role start(const QString& request);

  signals:
    void requested(const QString& request);

  private:
    bool handOver(const QString& request);
    void accept();

    QString path_;
    QLockFile lock_;
    QLocalServer server_;
};

}  // namespace hearth::app
