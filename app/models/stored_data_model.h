// What is kept on this device, by kind, with counts; each can be marked to be spared from a wipe. Counted in
// the background on refresh(). Lives and changes on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <filesystem>
#include <set>
#include <vector>

#include "platform/background_task.h"
#include "storage/stored_data.h"

namespace hearth::app {

class StoredDataModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(bool loading READ loading NOTIFY changed)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(QString total READ total NOTIFY changed)
    Q_PROPERTY(bool nothingMarked READ nothingMarked NOTIFY changed)
  public:
    enum Role { NameRole = Qt::UserRole + 1, WhatRole, SizeRole, SparedRole };

    explicit StoredDataModel(std::filesystem::path dataDir, QObject* parent = nullptr)
        : QAbstractListModel(parent), dataDir_(std::move(dataDir)) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    bool loading() const { return loading_; }
    int count() const { return rowCount(); }
    QString total() const;  // of what is not spared: "9 in all, 4.2 MiB"
    bool nothingMarked() const;
    QStringList spared() const;

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void setSpared(const QString& name, bool spared);

  signals:
    void changed();

  private:
    std::filesystem::path dataDir_;
    std::vector<StoredKind> kinds_;  // of which there is something
    std::set<std::string> spared_;
    bool loading_ = false;
    BackgroundTask counting_;
};

}  // namespace hearth::app
