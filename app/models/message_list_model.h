// The branch of a conversation that is on show, one row a message. Lives and changes on the GUI thread. It
// looks at a tree that somebody else owns, who tells it of every change.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <map>
#include <vector>

#include "models/action_card.h"
#include "store/conversation_tree.h"

namespace hearth::app {

class MessageListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
  public:
    enum class Kind { User, Assistant, Action };
    Q_ENUM(Kind)
    enum class State { Streaming, Complete, Stopped, Failed };
    Q_ENUM(State)
    enum Role {
        IdRole = Qt::UserRole + 1,
        KindRole,
        TextRole,
        StateRole,
        ErrorRole,
        ModelRole,
        TimeRole,
        VersionRole,
        VersionsRole,
        OffersModelRole,
        ThoughtRole,
        ThoughtSecondsRole,  // -1: still thinking
        LeftOutRole,         // older messages that the model was not given as they are
        SummarizedRole,
        SummaryRole,
        UnfinishedRole,  // can be continued
        SpeedRole,       // whole tokens a second; 0: not known
        HostRole,        // where a larger model elsewhere answered; empty: here
        NoteRole,
        AttachedRole,   // files that went with it, each with name and text; the list may be empty
        ShownTextRole,  // Markdown, with citations as links (cited_text.h)
        // Of an answer from documents: what sourcesOf() gives (source_rows.h); else undefined.
        SourcesRole,
        CardRole
    };

    explicit MessageListModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(rows_.size()); }

    void setTree(ConversationTree* tree);  // null: nothing to show
    void messageAdded();                   // the branch grew by one at its end
    void messageChanged(std::int64_t id);  // its text, state or action
    void branchChanged();                  // another branch: rows that stay the same are kept

  signals:
    void countChanged();

  private:
    const MessageRecord* at(int row) const;
    ActionCard* card(const MessageRecord& message) const;

    ConversationTree* tree_ = nullptr;
    std::vector<std::int64_t> rows_;
    mutable std::map<std::int64_t, ActionCard*> cards_;  // made when first asked for; children of the model
};

}  // namespace hearth::app
