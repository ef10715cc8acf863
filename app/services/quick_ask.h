// A question asked in passing, in the small window over other programs: its answer, or the card that waits.
// It is a conversation like any other and can be gone on with in the large window. Lives on the GUI thread;
// the chat must outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "models/action_card.h"
#include "services/chat_service.h"

namespace hearth::app {

class QuickAsk : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(QString question READ question NOTIFY changed)
    Q_PROPERTY(QString answer READ answer NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(hearth::app::ActionCard* card READ card NOTIFY changed)  // null: none
  public:
    explicit QuickAsk(ChatService& chat, QObject* parent = nullptr);

    QString question() const { return question_; }
    QString answer() const { return answer_; }
    QString error() const { return error_; }
    bool busy() const { return busy_; }
    ActionCard* card() const { return card_; }

    Q_INVOKABLE void ask(const QString& question);
    Q_INVOKABLE void stop();
    Q_INVOKABLE void startOver();  // the next question begins another conversation
    // Shows the conversation in the large window; false where nothing was asked.
    Q_INVOKABLE bool continueInWindow();

  signals:
    void changed();

  private:
    void onEvent(const agent::Event& event);
    void onFinished(const base::Result<void>& result);
    void refreshCard();

    ChatService& chat_;
    qint64 conversation_ = 0;
    int asked_ = 0;  // what arrives for an earlier question is dropped
    QString question_, answer_, error_;
    QString action_;  // id of the newest card
    ActionCard* card_ = nullptr;
    bool busy_ = false;
};

}  // namespace hearth::app
