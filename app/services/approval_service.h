// What the user chose for tools: that they act without asking, or not at all; the rest asks each time. The
// agent keeps it, on its worker thread; this lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QVariantList>

#include "services/agent_worker.h"

namespace hearth::app {

class ApprovalService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    // Maps of tool, verb and choice, but for those that ask.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
  public:
    enum Choice { Ask, Session, Always, Never };
    Q_ENUM(Choice)

    explicit ApprovalService(QObject* parent = nullptr) : QObject(parent) {}

    QVariantList rows() const { return rows_; }
    void setWorker(AgentWorker* worker) { worker_ = worker; }  // null: no more

    Q_INVOKABLE void refresh();
    // Holds from the next request on.
    Q_INVOKABLE void choose(const QString& tool, hearth::app::ApprovalService::Choice choice);

  signals:
    void changed();
    void problem(const QString& text);

  private:
    void show(const std::vector<agent::ToolApproval>& chosen);

    AgentWorker* worker_ = nullptr;
    QVariantList rows_;
};

}  // namespace hearth::app
