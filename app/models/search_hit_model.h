// Places where the words of a search stand, with the text around them. Lives and changes on the GUI thread;
// holds its own copies.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <vector>

#include "store/conversation_search.h"

namespace hearth::app {

class SearchHitModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
    Q_PROPERTY(bool searched READ searched NOTIFY countChanged)
  public:
    enum Role {
        ConversationRole = Qt::UserRole + 1,
        MessageRole,
        TitleRole,
        SnippetRole,
        PlainRole,
        TimeRole,
        OwnRole
    };

    explicit SearchHitModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const { return static_cast<int>(hits_.size()); }
    bool searched() const { return searched_; }  // an answer of the store is here, if an empty one

    void show(std::vector<SearchHit> hits);

  signals:
    void countChanged();

  private:
    std::vector<SearchHit> hits_;
    bool searched_ = false;
};

}  // namespace hearth::app
