#include "models/egress_list_model.h"

#include <QDateTime>
#include <QLocale>

#include "agent/mcp_transport.h"
#include "agent/remote_model.h"
#include "catalogue/size_text.h"

namespace hearth::app {

namespace {

QString outcomeText(const privacy::EgressEntry& entry) {
    if (entry.outcome == "done") return EgressListModel::tr("Done");
    if (entry.outcome.empty()) return EgressListModel::tr("Not finished");
    return QString::fromStdString(entry.outcome);
}

QString bytesText(std::int64_t bytes) {
    return QString::fromStdString(sizeText(static_cast<std::uint64_t>(std::max<std::int64_t>(bytes, 0))));
}

}  // namespace

QString purposeText(const std::string& purpose) {
    if (purpose == "models") return EgressListModel::tr("Getting a model");
    if (purpose == agent::kRemotePurpose) return EgressListModel::tr("Asking a model elsewhere");
    if (purpose == agent::kMcpPurpose) return EgressListModel::tr("Using a server of another program");
    return QString::fromStdString(purpose);
}

int EgressListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(entries_.size());
}

QVariant EgressListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const privacy::EgressEntry& entry = entries_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case WhenRole:
            return QLocale().toString(QDateTime::fromSecsSinceEpoch(entry.time), QLocale::ShortFormat);
        case Qt::DisplayRole:
        case HostRole:
            return QString::fromStdString(entry.host);
        case PurposeRole:
            return purposeText(entry.purpose);
        case SentRole:
            return QString::fromStdString(entry.sent);
        case BytesRole:
            return tr("%1 sent, %2 received").arg(bytesText(entry.bytesSent), bytesText(entry.bytesReceived));
        case OutcomeRole:
            return outcomeText(entry);
        default:
            return {};
    }
}

QHash<int, QByteArray> EgressListModel::roleNames() const {
    return {{WhenRole, "moment"}, {HostRole, "host"},   {PurposeRole, "purpose"},
            {SentRole, "sent"},   {BytesRole, "bytes"}, {OutcomeRole, "outcome"}};
}

void EgressListModel::refresh() {
    loading_ = true;
    emit changed();
    reading_.run(
        this,
        [database = database_](const base::CancelToken&) -> base::Result<std::vector<privacy::EgressEntry>> {
            auto log = privacy::EgressLog::open(database);
            if (!log) return tl::unexpected(log.error());
            return log->list(kMostRows);
        },
        [this](base::Result<std::vector<privacy::EgressEntry>> entries) {
            beginResetModel();
            problem_ = entries ? QString() : QString::fromStdString(entries.error().text());
            entries_ = entries ? std::move(*entries) : std::vector<privacy::EgressEntry>();
            endResetModel();
            loading_ = false;
            emit changed();
        });
}

}  // namespace hearth::app
