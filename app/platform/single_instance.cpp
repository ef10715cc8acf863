#include "platform/single_instance.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

#include "handover/socket_path.h"

namespace hearth::app {
namespace {

constexpr int kPatienceMs = 3000;
constexpr qint64 kLongestRequest = 64 * 1024;

}  // namespace

SingleInstance::SingleInstance(const QString& dataDir, QObject* parent)
    : QObject(parent),
      path_(QString::fromStdString(socketPath(dataDir.toStdString()).string())),
      lock_(dataDir + QStringLiteral("/window.lock")) {
    lock_.setStaleLockTime(0);  // only a process that is gone makes it stale
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &SingleInstance::accept);
}

SingleInstance::Role SingleInstance::start(const QString& request, bool quickAsk, const QString& place) {
    if (!lock_.tryLock(0)) return handOver(request, quickAsk, place) ? Role::HandedOver : Role::Unreachable;
    QLocalServer::removeServer(path_);  // ours by the lock: a left-over of a killed program
    server_.listen(path_);
    return Role::First;
}

bool SingleInstance::handOver(const QString& request, bool quickAsk, const QString& place) {
    QLocalSocket socket;
    socket.connectToServer(path_);
    if (!socket.waitForConnected(kPatienceMs)) return false;
    const QJsonObject message{{QStringLiteral("request"), request},
                              {QStringLiteral("quickAsk"), quickAsk},
                              {QStringLiteral("place"), place}};
    socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    if (!socket.waitForBytesWritten(kPatienceMs)) return false;
    return socket.waitForReadyRead(kPatienceMs) && socket.readLine().trimmed() == "ok";
}

void SingleInstance::accept() {
    while (auto* socket = server_.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { readFirstLine(socket); });
        if (socket->canReadLine()) readFirstLine(socket);
    }
}

void SingleInstance::readFirstLine(QLocalSocket* socket) {
    if (socket->bytesAvailable() > kLongestRequest) return socket->abort();
    if (!socket->canReadLine()) return;
    const auto message = QJsonDocument::fromJson(socket->readLine());
    if (!message.isObject()) return socket->abort();
    if (message.object().contains(QStringLiteral("agent"))) {
        disconnect(socket, nullptr, this, nullptr);
        disconnect(socket, &QLocalSocket::disconnected, socket, nullptr);
        emit guestCame(socket);
        return;
    }
    socket->write("ok\n");
    socket->flush();
    if (message.object().value(QStringLiteral("quickAsk")).toBool()) return emit quickAskRequested();
    const QString place = message.object().value(QStringLiteral("place")).toString();
    if (!place.isEmpty()) emit placeRequested(place);
    emit requested(message.object().value(QStringLiteral("request")).toString());
}

}  // namespace hearth::app
