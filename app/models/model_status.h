// What the foot of the side bar says of the language model. Lives and changes on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>

#include "models/model_state.h"

namespace hearth::app {

class ModelStatus : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(double progress READ progress NOTIFY changed)
  public:
    enum class State { Loading, Ready, Failed };
    Q_ENUM(State)

    explicit ModelStatus(QObject* parent = nullptr) : QObject(parent) {}

    State state() const { return static_cast<State>(state_.kind); }
    QString name() const { return QString::fromStdString(state_.name); }
    QString error() const { return QString::fromStdString(state_.error); }
    double progress() const { return state_.progress; }

    void set(const ModelState& state) {
        state_ = state;
        emit changed();
    }

  signals:
    void changed();

  private:
    ModelState state_;
};

}  // namespace hearth::app
