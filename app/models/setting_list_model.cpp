#include "models/setting_list_model.h"

#include <QCoreApplication>
#include <QEvent>
#include <algorithm>
#include <utility>

namespace hearth::app {
namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("Settings", text);
}

QString plain(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

// The first part of a setting's name, and the heading it stands under.
QString groupOf(const SettingSpec& spec) {
    const std::string_view prefix = spec.name.substr(0, spec.name.find('.'));
    if (prefix == "window") return SettingListModel::tr("Appearance");
    if (prefix == "reminders") return SettingListModel::tr("Reminders");
    if (prefix == "library") return SettingListModel::tr("Library");
    if (prefix == "models") return SettingListModel::tr("Models");
    if (prefix == "network" || prefix == "remote") return SettingListModel::tr("Privacy");
    return SettingListModel::tr("More");
}

SettingListModel::Kind kindOf(const SettingSpec& spec) {
    if (spec.type == SettingSpec::Type::Bool) return SettingListModel::Kind::Switch;
    if (spec.type == SettingSpec::Type::Colour) return SettingListModel::Kind::Colour;
    return SettingListModel::Kind::Choice;
}

// A person meets those that can be chosen from something; the rest have a place of their own.
bool isListed(const SettingSpec& spec) {
    return !spec.remembered && (spec.type == SettingSpec::Type::Bool || !spec.choices.empty());
}

QStringList titlesOf(const SettingSpec& spec) {
    QStringList out;
    for (const char* title : spec.choiceTitles) out.append(translated(title));
    return out;
}

QString wordsOf(const SettingSpec& spec) {
    return groupOf(spec) + QLatin1Char(' ') + translated(spec.title) + QLatin1Char(' ') +
           translated(spec.explanation) + QLatin1Char(' ') + titlesOf(spec).join(QLatin1Char(' '));
}

}  // namespace

SettingListModel::SettingListModel(Settings& settings, std::vector<std::string> only, QObject* parent)
    : QAbstractListModel(parent), settings_(settings), only_(std::move(only)) {
    find();
    connect(&settings_, &Settings::changed, this, [this] {
        if (!rows_.empty()) emit dataChanged(index(0), index(rowCount() - 1), {ValueRole, CurrentRole});
    });
    QCoreApplication::instance()->installEventFilter(this);
}

bool SettingListModel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance() && !rows_.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
    return QAbstractListModel::eventFilter(watched, event);
}

void SettingListModel::find() {
    const QStringList wanted = search_.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    rows_.clear();
    for (const SettingSpec& spec : settingSpecs()) {
        if (!isListed(spec)) continue;
        if (!only_.empty() && std::find(only_.begin(), only_.end(), spec.name) == only_.end()) continue;
        const QString words = wordsOf(spec);
        if (std::all_of(wanted.begin(), wanted.end(),
                        [&](const QString& word) { return words.contains(word, Qt::CaseInsensitive); }))
            rows_.push_back(&spec);
    }
}

void SettingListModel::setSearch(const QString& search) {
    if (search == search_) return;
    search_ = search;
    beginResetModel();
    find();
    endResetModel();
    emit searchChanged();
}

void SettingListModel::choose(const QString& name, const QString& value) {
    settings_.put(name.toStdString(), value.toStdString());
}

int SettingListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant SettingListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const SettingSpec& spec = *rows_[static_cast<std::size_t>(index.row())];
    const std::string value = settings_.value(std::string(spec.name));
    switch (role) {
        case NameRole:
            return plain(spec.name);
        case Qt::DisplayRole:
        case TitleRole:
            return translated(spec.title);
        case ExplanationRole:
            return translated(spec.explanation);
        case GroupRole:
            return groupOf(spec);
        case KindRole:
            return static_cast<int>(kindOf(spec));
        case ValueRole:
            return QString::fromStdString(value);
        case ChoicesRole: {
            QStringList out;
            for (const auto choice : spec.choices) out.append(plain(choice));
            return out;
        }
        case ChoiceTitlesRole:
            return titlesOf(spec);
        case CurrentRole: {
            const auto found = std::find(spec.choices.begin(), spec.choices.end(), value);
            return found == spec.choices.end() ? -1 : static_cast<int>(found - spec.choices.begin());
        }
        default:
            return {};
    }
}

QHash<int, QByteArray> SettingListModel::roleNames() const {
    return {{NameRole, "name"},
            {TitleRole, "title"},
            {ExplanationRole, "explanation"},
            {GroupRole, "group"},
            {KindRole, "kind"},
            {ValueRole, "value"},
            {ChoicesRole, "choices"},
            {ChoiceTitlesRole, "choiceTitles"},
            {CurrentRole, "current"}};
}

}  // namespace hearth::app
