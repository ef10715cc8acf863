// What the library's pages show, as rows: folders, documents that were skipped, and passages. Pure functions.
#pragma once

#include <QStringList>
#include <QVariantMap>

#include "library/library_state.h"
#include "rag/retriever.h"

namespace hearth::app {

QStringList folderRoles();
QVariantMap folderRow(const FolderState& folder);

QStringList skippedRoles();
QVariantMap skippedRow(const rag::SkippedDocument& document);

// Of a passage: where it stands, in words ("page 3", "lines 10–14", "sheet Prices, B7"); may be empty.
QString placeWords(const rag::Location& location);
// A picture of assets/icons for a kind of document.
QString kindGlyph(rag::DocumentKind kind);

QStringList resultRoles();
QVariantMap resultRow(const rag::FoundPassage& passage, const std::string& question);

// Of the viewer.
QStringList passageRoles();
QVariantMap passageRow(const rag::StoredChunk& chunk, const std::string& question, bool wanted);
// The folder a document's file is in, in words; attached files as well.
QString documentPlace(const std::string& documentPath);

// For Text.StyledText: the question's words stand out, all else is as it is. Around the first of them where
// the text has more than `most` letters; 0: all of it.
QString markedText(const std::string& text, const std::string& question, std::size_t most = 0);

// "12.3 MB", as the desktop's locale writes it.
QString bytesWords(std::int64_t bytes);

}  // namespace hearth::app
