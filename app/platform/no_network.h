// Keeps the pages from the network: a picture in an answer that lies on another machine is not fetched, since
// asking for it would tell that machine what is read here. Everything that may leave the device goes through
// privacy/egress. create() may be called on any thread.
#pragma once

#include <QNetworkAccessManager>
#include <QQmlNetworkAccessManagerFactory>

namespace hearth::app {

class NoNetwork final : public QQmlNetworkAccessManagerFactory {
  public:
    // A manager whose every request fails at once. The caller owns it.
    QNetworkAccessManager* create(QObject* parent) override;
};

}  // namespace hearth::app
