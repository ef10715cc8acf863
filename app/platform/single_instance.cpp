#include "platform/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>

namespace hearth::app {
namespace {

constexpr int kPatienceMs = 3000;
constexpr qint64 kLongestRequest = 64 * 1024;

// A socket's path may be 107 bytes at most: the run-time folder is short, a data folder need not be.
QString socketPath(const QString& dataDir) {
    QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (folder.isEmpty() || !QFileInfo(folder).isWritable()) folder = QDir::tempPath();
    const auto hash =
        QCryptographicHash::hash(QFileInfo(dataDir).absoluteFilePath().toUtf8(), QCryptographicHash::Sha256);
    return folder + QStringLiteral("/hearth-") + QString::fromLatin1(hash.toHex().left(16)) +
           QStringLiteral(".socket");
}

}  // namespace

SingleInstance::SingleInstance(const QString& dataDir, QObject* parent)
    : QObject(parent), path_(socketPath(dataDir)), lock_(dataDir + QStringLiteral("/window.lock")) {
    lock_.setStaleLockTime(0);  // only a process that is gone makes it stale
    server_.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&server_, &QLocalServer::newConnection, this, &SingleInstance::accept);
}

SingleInstance::Role SingleInstance::start(const QString& request) {
    if (!lock_.tryLock(0)) return handOver(request) ? Role::HandedOver : Role::Unreachable;
    QLocalServer::removeServer(path_);  // ours by the lock: a left-over of a killed program
    server_.listen(path_);
    return Role::First;
}

bool SingleInstance::handOver(const QString& request) {
    QLocalSocket socket;
    socket.connectToServer(path_);
    if (!socket.waitForConnected(kPatienceMs)) return false;
    const QJsonObject message{{QStringLiteral("request"), request}};
    socket.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
    if (!socket.waitForBytesWritten(kPatienceMs)) return false;
    return socket.waitForReadyRead(kPatienceMs) && socket.readLine().trimmed() == "ok";
}

void SingleInstance::accept() {
    while (auto* socket = server_.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->bytesAvailable() > kLongestRequest) return socket->abort();
            if (!socket->canReadLine()) return;
            const auto message = QJsonDocument::fromJson(socket->readLine());
            if (!message.isObject()) return socket->abort();
            socket->write("ok\n");
            socket->flush();
            emit requested(message.object().value(QStringLiteral("request")).toString());
        });
    }
}

}  // namespace hearth::app
