// The settings that a person may look for, from the registry, in the words of the window's language. Lives
// and changes on the GUI thread; the settings must outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAbstractListModel>
#include <string>
#include <vector>

#include "settings/settings.h"

namespace hearth::app {

class SettingListModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(QString search READ search WRITE setSearch NOTIFY searchChanged)
    Q_PROPERTY(int count READ count NOTIFY searchChanged)
  public:
    enum class Kind { Switch, Choice, Colour };
    Q_ENUM(Kind)
    enum Role {
        NameRole = Qt::UserRole + 1,
        TitleRole,
        ExplanationRole,
        GroupRole,
        KindRole,
        ValueRole,         // as it is kept: "true", "dark", "#a8431b"
        ChoicesRole,       // values that are offered
        ChoiceTitlesRole,  // and what they are called
        CurrentRole,       // index of the value among them; -1: it is none of them
    };

    // `only`: names of settings; empty: all that a person may look for.
    explicit SettingListModel(Settings& settings, std::vector<std::string> only = {},
                              QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return rowCount(); }
    QString search() const { return search_; }
    void setSearch(const QString& search);  // each of its words must occur; empty: all settings
    Q_INVOKABLE void choose(const QString& name, const QString& value);

  signals:
    void searchChanged();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;  // another language

  private:
    void find();

    Settings& settings_;
    std::vector<std::string> only_;
    QString search_;
    std::vector<const SettingSpec*> rows_;
};

}  // namespace hearth::app
