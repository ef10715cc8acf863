// The blocks of one answer, for a Repeater: MessageBlocks { text: message.text }. While it streams, the rows
// before the last stay as they are. Lives on the GUI thread; owned by the page.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <vector>

#include "markup/message_blocks.h"

namespace hearth::app {

class BlockListModel : public QAbstractListModel {
    Q_OBJECT
    QML_NAMED_ELEMENT(MessageBlocks)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
  public:
    enum class Kind { Prose, Code, Formula, Table };
    Q_ENUM(Kind)
    enum Role { KindRole = Qt::UserRole + 1, TextRole, LanguageRole };

    explicit BlockListModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QString text() const { return text_; }
    void setText(const QString& text);

  signals:
    void textChanged();

  private:
    QString text_;
    std::vector<MessageBlock> blocks_;
};

}  // namespace hearth::app
