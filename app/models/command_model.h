// Commands that fit what is typed, best first: for the palette (with pages, conversations and settings), for
// the words behind a slash, and for the sheet of shortcuts. Lives on the GUI thread; owned by its page.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QPointer>
#include <QVariantList>
#include <vector>

#include "models/conversation_list_model.h"

namespace hearth::app {

class CommandModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Scope scope READ scope WRITE setScope NOTIFY sourcesChanged)
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged)
    // Of pages: maps of key, glyph and text. Only for the palette.
    Q_PROPERTY(QVariantList places READ places WRITE setPlaces NOTIFY sourcesChanged)
    Q_PROPERTY(hearth::app::ConversationListModel* conversations READ conversations WRITE setConversations
                   NOTIFY sourcesChanged)
    Q_PROPERTY(int count READ count NOTIFY filterChanged)
  public:
    enum class Scope { Palette, Slash, Shortcuts };
    Q_ENUM(Scope)
    // `commandRole`: an id of the table, "place" or "conversation"; then `argument` says which.
    enum Role {
        CommandRole = Qt::UserRole + 1,
        ArgumentRole,
        TitleRole,
        DetailRole,
        GlyphRole,
        KeysRole,
        SlashRole,
        GroupRole
    };

    explicit CommandModel(QObject* parent = nullptr);
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    Scope scope() const { return scope_; }
    void setScope(Scope scope);
    QString filter() const { return filter_; }
    void setFilter(const QString& filter);
    QVariantList places() const { return places_; }
    void setPlaces(const QVariantList& places);
    ConversationListModel* conversations() const { return conversations_; }
    void setConversations(ConversationListModel* conversations);
    int count() const { return static_cast<int>(rows_.size()); }

    // The command of a message with a slash ("" where it is none), and what stands behind it.
    Q_INVOKABLE QString slashCommand(const QString& message) const;
    Q_INVOKABLE QString slashArgument(const QString& message) const;

  signals:
    void sourcesChanged();
    void filterChanged();

  private:
    struct Row {
        QString command;
        QVariant argument;
        QString title;
        QString detail;
        QString glyph;
        QString keys;
        QString slash;
        QString group;
        int score = 0;
    };
    void rebuild();
    void addCommands();
    void addPlaces();
    void addConversations();
    void addSettings();
    void add(Row row, const QString& also = {});

    Scope scope_ = Scope::Palette;
    QString filter_;
    QVariantList places_;
    QPointer<ConversationListModel> conversations_;
    std::vector<Row> rows_;
};

}  // namespace hearth::app
