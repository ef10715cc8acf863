#include "models/action_card.h"

#include "models/found_items.h"

#include <algorithm>

namespace hearth::app {

int ActionFieldModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : count();
}

QVariant ActionFieldModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) return {};
    const auto& field = fields_[static_cast<std::size_t>(index.row())];
    switch (role) {
        case NameRole:
            return QString::fromStdString(field.name);
        case Qt::DisplayRole:
        case LabelRole:
            return QString::fromStdString(field.label);
        case TypeRole:
            return static_cast<int>(field.type);
        case ValueRole:
            return QString::fromStdString(field.value);
        case DisplayRole:
            return QString::fromStdString(field.display.empty() ? field.labelOf(field.value) : field.display);
        case RequiredRole:
            return field.required;
        case ChoicesRole: {
            QStringList choices;
            for (const auto& choice : field.choices) choices.append(QString::fromStdString(choice));
            return choices;
        }
        case LabelsRole: {
            QStringList labels;
            for (const auto& choice : field.choices)
                labels.append(QString::fromStdString(field.labelOf(choice)));
            return labels;
        }
        default:
            return {};
    }
}

QHash<int, QByteArray> ActionFieldModel::roleNames() const {
    return {{NameRole, "name"},       {LabelRole, "label"},   {TypeRole, "type"},
            {ValueRole, "value"},     {DisplayRole, "shown"}, {RequiredRole, "needed"},
            {ChoicesRole, "choices"}, {LabelsRole, "labels"}};
}

void ActionFieldModel::setFields(const std::vector<agent::Field>& fields) {
    const bool sameNames = std::equal(fields.begin(), fields.end(), fields_.begin(), fields_.end(),
                                      [](const auto& a, const auto& b) { return a.name == b.name; });
    if (!sameNames) {
        beginResetModel();
        fields_ = fields;
        endResetModel();
        emit countChanged();
        return;
    }
    fields_ = fields;
    if (!fields_.empty()) emit dataChanged(index(0), index(count() - 1));
}

bool ActionFieldModel::setValue(const QString& name, const QString& value) {
    const auto it = std::find_if(fields_.begin(), fields_.end(),
                                 [&](const auto& field) { return field.name == name.toStdString(); });
    if (it == fields_.end() || it->value == value.toStdString()) return false;
    it->value = value.toStdString();
    it->display.clear();
    const auto place = index(static_cast<int>(it - fields_.begin()));
    emit dataChanged(place, place);
    return true;
}

ActionCard::ActionCard(const ActionRecord& record, QObject* parent)
    : QObject(parent), record_(record), items_(foundItems(record.result, record.items)) {
    fields_.setFields(record.proposed.prepared.fields);
}

QStringList ActionCard::warnings() const {
    QStringList out;
    for (const auto& warning : record_.proposed.prepared.warnings)
        out.append(QString::fromStdString(warning));
    return out;
}

QString ActionCard::headline() const {
    return items_.isEmpty() ? result() : withoutItems(record_.result);
}

double ActionCard::undoUntil() const {
    if (record_.doneMs == 0) return 0;
    return static_cast<double>(record_.doneMs + agent::kUndoSeconds * 1000);
}

void ActionCard::setRecord(const ActionRecord& record) {
    record_ = record;
    items_ = foundItems(record.result, record.items);
    fields_.setFields(record.proposed.prepared.fields);
    emit changed();
}

}  // namespace hearth::app
