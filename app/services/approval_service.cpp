#include "services/approval_service.h"

namespace hearth::app {
namespace {

agent::Approval approvalOf(ApprovalService::Choice choice) {
    switch (choice) {
        case ApprovalService::Session:
            return agent::Approval::Session;
        case ApprovalService::Always:
            return agent::Approval::AlwaysAllow;
        case ApprovalService::Never:
            return agent::Approval::Never;
        case ApprovalService::Ask:
            break;
    }
    return agent::Approval::Ask;
}

ApprovalService::Choice choiceOf(agent::Approval approval) {
    for (const auto choice : {ApprovalService::Session, ApprovalService::Always, ApprovalService::Never})
        if (approvalOf(choice) == approval) return choice;
    return ApprovalService::Ask;
}

}  // namespace

void ApprovalService::show(const std::vector<agent::ToolApproval>& chosen) {
    QVariantList rows;
    for (const agent::ToolApproval& one : chosen)
        rows.append(QVariantMap{{QStringLiteral("tool"), QString::fromStdString(one.tool)},
                                {QStringLiteral("verb"), QString::fromStdString(one.verb)},
                                {QStringLiteral("choice"), choiceOf(one.approval)}});
    if (rows_ == rows) return;
    rows_ = rows;
    emit changed();
}

void ApprovalService::refresh() {
    if (worker_ == nullptr) return;
    worker_->approvals([this](const std::vector<agent::ToolApproval>& chosen) {
        QMetaObject::invokeMethod(
            this, [this, chosen] { show(chosen); }, Qt::QueuedConnection);
    });
}

void ApprovalService::choose(const QString& tool, Choice choice) {
    if (worker_ == nullptr) return;
    worker_->chooseApproval(tool.toStdString(), approvalOf(choice), [this](const auto& chosen) {
        QMetaObject::invokeMethod(
            this,
            [this, chosen] {
                if (chosen) return show(*chosen);
                emit problem(QString::fromStdString(chosen.error().text()));
            },
            Qt::QueuedConnection);
    });
}

}  // namespace hearth::app
