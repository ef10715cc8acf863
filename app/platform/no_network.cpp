#include "platform/no_network.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

namespace hearth::app {

namespace {

class RefusingManager final : public QNetworkAccessManager {
  public:
    using QNetworkAccessManager::QNetworkAccessManager;

  protected:
    // An address without a scheme is an error before anything is opened.
    QNetworkReply* createRequest(Operation, const QNetworkRequest&, QIODevice*) override {
        return QNetworkAccessManager::createRequest(GetOperation, QNetworkRequest(QUrl()), nullptr);
    }
};

}  // namespace

QNetworkAccessManager* NoNetwork::create(QObject* parent) {
    return new RefusingManager(parent);
}

}  // namespace hearth::app
