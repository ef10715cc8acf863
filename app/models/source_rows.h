// What an answer from documents rests on, as maps for QML. Pure; any thread.
#pragma once

#include <QVariantMap>

#include "agent/documents.h"

namespace hearth::app {

// folders (names), documents, found, used, timeIgnored, written, unsupported (number of sentences), doubts
// (their words), sources: a list of {number, title, file, path, place, text, before, mark, after, document,
// chunk}; `mark` is the sentence of the text that answers, `before` and `after` are what stands around it.
QVariantMap sourcesOf(const agent::DocumentAnswer& documents, const std::string& answer);

}  // namespace hearth::app
