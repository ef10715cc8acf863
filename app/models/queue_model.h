// What the user wrote while an answer was on its way, in the order in which it will be asked. Lives and
// changes on the GUI thread; the ChatService says what is in it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <vector>

namespace hearth::app {

class QueueModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the chat")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
  public:
    enum Role { IdRole = Qt::UserRole + 1, TextRole, FilesRole };
    struct Row {
        int id = 0;
        QString text;
        QString files = {};  // names of what is attached
        bool operator==(const Row&) const = default;
    };

    explicit QueueModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(rows_.size()); }

    // Rows that stay keep their place in the view, so that one may be edited while another goes.
    void show(std::vector<Row> rows);

  signals:
    void countChanged();

  private:
    std::vector<Row> rows_;
};

}  // namespace hearth::app
