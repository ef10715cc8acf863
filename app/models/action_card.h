// What an action card shows: the form, doubts, state and outcome of one action. Lives and changes on the GUI
// thread; owned by the MessageListModel. The fields are a model of their own, so that an answer to one edit
// does not take the focus from the next.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <vector>

#include "store/records.h"

namespace hearth::app {

class ActionFieldModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with an action card")
    Q_PROPERTY(int count READ count NOTIFY countChanged)
  public:
    enum Role {
        NameRole = Qt::UserRole + 1,
        LabelRole,
        TypeRole,
        ValueRole,
        DisplayRole,
        RequiredRole,
        ChoicesRole,
        LabelsRole
    };

    explicit ActionFieldModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}
    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return static_cast<int>(fields_.size()); }
    const std::vector<agent::Field>& fields() const { return fields_; }
    void setFields(const std::vector<agent::Field>& fields);
    // True where it changed. The display text no longer fits and is dropped until the agent gives a new one.
    bool setValue(const QString& name, const QString& value);

  signals:
    void countChanged();

  private:
    std::vector<agent::Field> fields_;
};

class ActionCard : public QObject {
    Q_OBJECT
    QML_NAMED_ELEMENT(ActionCardData)
    QML_UNCREATABLE("Comes with a message")
    Q_PROPERTY(QString actionId READ actionId CONSTANT)
    Q_PROPERTY(QString tool READ tool NOTIFY changed)
    Q_PROPERTY(QString verb READ verb NOTIFY changed)
    Q_PROPERTY(QString icon READ icon NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QStringList warnings READ warnings NOTIFY changed)
    Q_PROPERTY(QString question READ question NOTIFY changed)
    Q_PROPERTY(QString questionField READ questionField NOTIFY changed)
    Q_PROPERTY(State state READ state NOTIFY changed)
    Q_PROPERTY(QString result READ result NOTIFY changed)
    Q_PROPERTY(QString link READ link NOTIFY changed)
    // The first line of the result, where its further lines are drawn as items.
    Q_PROPERTY(QString headline READ headline NOTIFY changed)
    // What a reading tool found, as maps of title, detail and link.
    Q_PROPERTY(QVariantList items READ items NOTIFY changed)
    Q_PROPERTY(bool undoable READ undoable NOTIFY changed)
    // Until when Undo is offered, in milliseconds since 1970; 0: for ever.
    Q_PROPERTY(double undoUntil READ undoUntil NOTIFY changed)
    Q_PROPERTY(hearth::app::ActionFieldModel* fields READ fields CONSTANT)
  public:
    enum class State { Waiting, Running, Done, Failed, Declined, Undone, Expired };
    Q_ENUM(State)

    explicit ActionCard(const ActionRecord& record, QObject* parent = nullptr);

    QString actionId() const { return QString::fromStdString(record_.proposed.id); }
    QString tool() const { return QString::fromStdString(record_.proposed.tool); }
    QString verb() const { return QString::fromStdString(record_.proposed.verb); }
    QString icon() const { return QString::fromStdString(record_.proposed.icon); }
    QString summary() const { return QString::fromStdString(record_.proposed.prepared.summary); }
    QStringList warnings() const;
    QString question() const { return QString::fromStdString(record_.proposed.prepared.question); }
    QString questionField() const { return QString::fromStdString(record_.proposed.prepared.questionField); }
    State state() const { return static_cast<State>(record_.state); }
    QString result() const { return QString::fromStdString(record_.result); }
    QString link() const { return QString::fromStdString(record_.link); }
    QString headline() const;
    QVariantList items() const { return items_; }
    bool undoable() const { return record_.undoable; }
    double undoUntil() const;
    ActionFieldModel* fields() { return &fields_; }

    void setRecord(const ActionRecord& record);

  signals:
    void changed();

  private:
    ActionRecord record_;
    QVariantList items_;
    ActionFieldModel fields_;
};

}  // namespace hearth::app
