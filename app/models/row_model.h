// Rows of named values, for pages that show what a service has read. New rows replace the old ones so that
// what did not change stays where it is: a view keeps its place and its focus. Lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QVariantMap>

namespace hearth::app {

class RowModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from a service")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
  public:
    // The first role tells rows apart: no two rows have the same value there.
    explicit RowModel(const QStringList& roles, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(rows_.size()); }

    void setRows(const QList<QVariantMap>& rows);
    const QList<QVariantMap>& rows() const { return rows_; }
    // All values of a row; empty where there is none.
    Q_INVOKABLE QVariantMap row(int index) const;
    // The row whose first role has this value; empty where there is none.
    Q_INVOKABLE QVariantMap find(const QString& key) const;

  signals:
    void countChanged();

  private:
    QString keyOf(const QVariantMap& row) const { return row.value(roles_.constFirst()).toString(); }
    void removeGone(const QList<QVariantMap>& rows);
    bool insertNew(const QList<QVariantMap>& rows);

    QStringList roles_;
    QList<QVariantMap> rows_;
};

}  // namespace hearth::app
