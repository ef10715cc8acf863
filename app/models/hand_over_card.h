// The card “What will be sent”: each line of a conversation as it is, and as a larger model elsewhere would
// see it. Lives and changes on the GUI thread; owned by the ChatService.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QVariantList>
#include <optional>

#include "agent/agent.h"

namespace hearth::app {

class HandOverCard : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the chat")
    Q_PROPERTY(bool waits READ waits NOTIFY changed)
    Q_PROPERTY(QString host READ host NOTIFY changed)
    Q_PROPERTY(QString model READ model NOTIFY changed)
    Q_PROPERTY(int replaced READ replaced NOTIFY changed)
    // Maps of mine, original and masked (StyledText with what differs in bold), originalWords and maskedWords
    // (plain); the newest last.
    Q_PROPERTY(QVariantList lines READ lines NOTIFY changed)
  public:
    explicit HandOverCard(QObject* parent = nullptr) : QObject(parent) {}

    bool waits() const { return offer_.has_value(); }
    QString host() const { return offer_ ? QString::fromStdString(offer_->host) : QString(); }
    QString model() const { return offer_ ? QString::fromStdString(offer_->model) : QString(); }
    int replaced() const { return offer_ ? static_cast<int>(offer_->replaced.size()) : 0; }
    QVariantList lines() const;

    void setOffer(std::optional<agent::HandOverOffer> offer);

  signals:
    void changed();

  private:
    std::optional<agent::HandOverOffer> offer_;
};

}  // namespace hearth::app
