// What left this device: one row a request to another host, newest first, read in the background on
// refresh(). Lives and changes on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <filesystem>
#include <string>
#include <vector>

#include "platform/background_task.h"
#include "privacy/egress_log.h"

namespace hearth::app {

class EgressListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
  public:
    enum Role { WhenRole = Qt::UserRole + 1, HostRole, PurposeRole, SentRole, BytesRole, OutcomeRole };
    static constexpr int kMostRows = 200;

    explicit EgressListModel(std::filesystem::path database, QObject* parent = nullptr)
        : QAbstractListModel(parent), database_(std::move(database)) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    bool loading() const { return loading_; }
    int count() const { return rowCount(); }
    QString problem() const { return problem_; }

    Q_INVOKABLE void refresh();

  signals:
    void changed();

  private:
    std::filesystem::path database_;
    std::vector<privacy::EgressEntry> entries_;
    QString problem_;
    bool loading_ = false;
    BackgroundTask reading_;
};

// What a request is for, in the window's language.
QString purposeText(const std::string& purpose);

}  // namespace hearth::app
