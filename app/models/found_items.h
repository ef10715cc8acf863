// What a reading tool found, as rows to draw: events, reminders, files, contacts, notes. Pure functions.
#pragma once

#include <QString>
#include <QVariantList>
#include <string>

namespace hearth::app {

// One map of "title", "detail" and "link" a row. Empty unless `result` lists the things line by line and the
// tool said (`items`, a JSON array) what they are.
QVariantList foundItems(const std::string& result, const std::string& items);

// The sentences around the list in `result`.
QString withoutItems(const std::string& result);

}  // namespace hearth::app
