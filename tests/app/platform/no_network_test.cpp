#include "platform/no_network.h"

#include <gtest/gtest.h>

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSignalSpy>
#include <QTcpServer>
#include <memory>

namespace hearth::app {
namespace {

TEST(NoNetwork, NothingIsAskedFor) {
    QTcpServer server;
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    NoNetwork factory;
    const std::unique_ptr<QNetworkAccessManager> manager(factory.create(nullptr));
    for (const char* scheme : {"http", "https"}) {
        const QUrl url(
            QStringLiteral("%1://127.0.0.1:%2/x.png").arg(QLatin1String(scheme)).arg(server.serverPort()));
        const std::unique_ptr<QNetworkReply> reply(manager->get(QNetworkRequest(url)));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        EXPECT_TRUE(reply->isFinished() || finished.wait(5000));
        EXPECT_NE(reply->error(), QNetworkReply::NoError) << scheme;
    }
    EXPECT_FALSE(server.waitForNewConnection(200));
}

}  // namespace
}  // namespace hearth::app
