#include "models/command_model.h"

#include <QCoreApplication>
#include <algorithm>

#include "settings/setting_registry.h"
#include "shell/command_table.h"
#include "shell/fuzzy.h"

namespace hearth::app {
namespace {

constexpr int kMostConversations = 400;  // of the newest: the search finds the others
constexpr std::size_t kMostRows = 60;

}  // namespace

CommandModel::CommandModel(QObject* parent) : QAbstractListModel(parent) {
    rebuild();
}

int CommandModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant CommandModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case CommandRole:
            return row.command;
        case ArgumentRole:
            return row.argument;
        case Qt::DisplayRole:
        case TitleRole:
            return row.title;
        case DetailRole:
            return row.detail;
        case GlyphRole:
            return row.glyph;
        case KeysRole:
            return row.keys;
        case SlashRole:
            return row.slash;
        case GroupRole:
            return row.group;
        default:
            return {};
    }
}

QHash<int, QByteArray> CommandModel::roleNames() const {
    return {{CommandRole, "command"}, {ArgumentRole, "argument"}, {TitleRole, "title"},
            {DetailRole, "detail"},   {GlyphRole, "glyph"},       {KeysRole, "keys"},
            {SlashRole, "slash"},     {GroupRole, "group"}};
}

void CommandModel::setScope(Scope scope) {
    if (scope == scope_) return;
    scope_ = scope;
    rebuild();
    emit sourcesChanged();
}

void CommandModel::setFilter(const QString& filter) {
    if (filter == filter_) return;
    filter_ = filter;
    rebuild();
}

void CommandModel::setPlaces(const QVariantList& places) {
    places_ = places;
    rebuild();
    emit sourcesChanged();
}

void CommandModel::setConversations(ConversationListModel* conversations) {
    if (conversations == conversations_) return;
    if (conversations_ != nullptr) disconnect(conversations_, nullptr, this, nullptr);
    conversations_ = conversations;
    if (conversations_ != nullptr)
        connect(conversations_, &ConversationListModel::countChanged, this, &CommandModel::rebuild);
    rebuild();
    emit sourcesChanged();
}

// `also`: further words that may be typed for it.
void CommandModel::add(Row row, const QString& also) {
    row.score = std::max(fuzzyScore(filter_, row.title), also.isEmpty() ? -1 : fuzzyScore(filter_, also) - 1);
    if (row.score >= 0) rows_.push_back(std::move(row));
}

void CommandModel::addCommands() {
    for (const Command& command : commandTable()) {
        Row row;
        row.command = QLatin1String(command.id);
        row.title = commandText(command.title);
        row.glyph = QLatin1String(command.glyph);
        row.keys = QLatin1String(command.keys);
        row.slash = QLatin1String(command.slash);
        row.group = commandText(command.group);
        if (scope_ == Scope::Slash) {
            if (row.slash.isEmpty() || !row.slash.startsWith(filter_.toLower())) continue;
            rows_.push_back(std::move(row));
        } else if (scope_ == Scope::Shortcuts ? !row.keys.isEmpty() : command.listed) {
            add(std::move(row), QLatin1String(command.title));
        }
    }
}

void CommandModel::addPlaces() {
    for (const QVariant& place : std::as_const(places_)) {
        const auto map = place.toMap();
        Row row;
        row.command = QStringLiteral("place");
        row.argument = map.value(QStringLiteral("key"));
        row.title = map.value(QStringLiteral("text")).toString();
        row.glyph = map.value(QStringLiteral("glyph")).toString();
        row.detail = tr("Page");
        add(std::move(row), row.argument.toString());
    }
}

void CommandModel::addConversations() {
    if (conversations_ == nullptr) return;
    const int most = std::min(conversations_->count(), kMostConversations);
    for (int i = 0; i < most; ++i) {
        const auto index = conversations_->index(i);
        Row row;
        row.command = QStringLiteral("conversation");
        row.argument = conversations_->data(index, ConversationListModel::IdRole);
        row.title = conversations_->data(index, ConversationListModel::TitleRole).toString();
        row.detail = conversations_->data(index, ConversationListModel::DayRole).toString();
        row.glyph = QStringLiteral("message");
        add(std::move(row));
    }
}

void CommandModel::addSettings() {
    for (const SettingSpec& spec : settingSpecs()) {
        if (spec.remembered) continue;
        Row row;
        row.command = QStringLiteral("place");
        row.argument = QStringLiteral("settings");
        row.title = QCoreApplication::translate("Settings", spec.title);
        row.detail = commandText("Settings");
        row.glyph = QStringLiteral("settings");
        // A few letters fit a whole sentence by chance: its words must be there.
        const QString explanation = QCoreApplication::translate("Settings", spec.explanation);
        add(std::move(row), explanation.contains(filter_, Qt::CaseInsensitive) ? explanation : QString());
    }
}

void CommandModel::rebuild() {
    beginResetModel();
    rows_.clear();
    addCommands();
    if (scope_ == Scope::Palette) {
        addPlaces();
        addConversations();
        addSettings();
    }
    if (!filter_.isEmpty() && scope_ != Scope::Slash)
        std::stable_sort(rows_.begin(), rows_.end(),
                         [](const Row& a, const Row& b) { return a.score > b.score; });
    if (scope_ == Scope::Palette && rows_.size() > kMostRows) rows_.resize(kMostRows);
    endResetModel();
    emit filterChanged();
}

QString CommandModel::slashCommand(const QString& message) const {
    const auto read = readSlash(message);
    return read.command == nullptr ? QString() : QLatin1String(read.command->id);
}

QString CommandModel::slashArgument(const QString& message) const {
    return readSlash(message).argument;
}

}  // namespace hearth::app
