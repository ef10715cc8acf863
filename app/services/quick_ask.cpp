#include "services/quick_ask.h"

#include <QPointer>
#include <utility>

namespace hearth::app {

QuickAsk::QuickAsk(ChatService& chat, QObject* parent) : QObject(parent), chat_(chat) {
    connect(&chat_, &ChatService::actionsChanged, this, &QuickAsk::refreshCard);
    connect(&chat_, &ChatService::actionPrepared, this, &QuickAsk::refreshCard);
    connect(&chat_, &ChatService::actionSettled, this, &QuickAsk::refreshCard);
}

void QuickAsk::ask(const QString& question) {
    if (busy_ || question.trimmed().isEmpty()) return;
    question_ = question.trimmed();
    answer_.clear();
    error_.clear();
    action_.clear();
    busy_ = true;
    refreshCard();
    RequestListener listener;
    listener.onEvent = [self = QPointer(this), asked = ++asked_](const agent::Event& event) {
        if (self && self->asked_ == asked) self->onEvent(event);
    };
    listener.onFinished = [self = QPointer(this), asked = asked_](const base::Result<void>& result) {
        if (self && self->asked_ == asked) self->onFinished(result);
    };
    conversation_ = chat_.askFor(conversation_, question_, std::move(listener));
    emit changed();
}

void QuickAsk::onEvent(const agent::Event& event) {
    if (const auto* text = std::get_if<agent::TextDelta>(&event)) {
        answer_ += QString::fromStdString(text->text);
    } else if (const auto* action = std::get_if<agent::ProposedAction>(&event)) {
        action_ = QString::fromStdString(action->id);
    } else if (const auto* done = std::get_if<agent::AnswerDone>(&event)) {
        if (!done->text.empty()) answer_ = QString::fromStdString(done->text);
    }
    emit changed();
}

void QuickAsk::onFinished(const base::Result<void>& result) {
    busy_ = false;
    if (!result && result.error().code != base::ErrorCode::Cancelled)
        error_ = QString::fromStdString(result.error().text());
    refreshCard();
    emit changed();
}

void QuickAsk::refreshCard() {
    const auto* record = action_.isEmpty() ? nullptr : chat_.action(action_);
    if (card_ != nullptr && (record == nullptr || card_->actionId() != action_))
        std::exchange(card_, nullptr)->deleteLater();
    if (record != nullptr && card_ != nullptr) return card_->setRecord(*record);
    if (record != nullptr) card_ = new ActionCard(*record, this);
    emit changed();
}

void QuickAsk::stop() {
    if (busy_) chat_.stopFor(conversation_);
}

void QuickAsk::startOver() {
    ++asked_;
    if (conversation_ != 0) chat_.leaveFor(std::exchange(conversation_, 0));
    question_.clear();
    answer_.clear();
    error_.clear();
    action_.clear();
    busy_ = false;
    refreshCard();
    emit changed();
}

bool QuickAsk::continueInWindow() {
    if (conversation_ == 0) return false;
    chat_.open(conversation_);
    return true;
}

}  // namespace hearth::app
