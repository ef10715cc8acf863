// One window per data folder. The first program listens on a local socket; a second window hands its request
// over and ends, and the command line talks on (handover/remote_agent.h). Lives on the GUI thread.
#pragma once

#include <QLocalServer>
#include <QLocalSocket>
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
    // `place`: the page that is to be shown; empty: the conversation.
    Role start(const QString& request, bool quickAsk = false, const QString& place = {});

  signals:
    void requested(const QString& request);
    void quickAskRequested();
    void placeRequested(const QString& place);  // before requested()
    // The command line wants the agent; the receiver owns the socket from now on.
    void guestCame(QLocalSocket* socket);

  private:
    bool handOver(const QString& request, bool quickAsk, const QString& place);
    void accept();
    void readFirstLine(QLocalSocket* socket);

    QString path_;
    QLockFile lock_;
    QLocalServer server_;
};

}  // namespace hearth::app
