// An answer in Markdown as blocks that are drawn one below the other: prose (Markdown without what
// follows), code, formulas, tables. Pure; any thread. While an answer streams only its last blocks change.
#pragma once

#include <QString>
#include <vector>

namespace hearth::app {

struct MessageBlock {
    enum class Kind { Prose, Code, Formula, Table };
    Kind kind = Kind::Prose;
    QString text;  // Prose, Table: Markdown for the page; Code: as it is; Formula: laid out for a fixed-width
                   // font
    QString language;  // Code: what its fence says, in lower case; may be empty

    bool operator==(const MessageBlock&) const = default;
};

std::vector<MessageBlock> messageBlocks(const QString& markdown);

// What a screen reader says: without marks of Markdown; a block of code is named, not spelled.
QString spokenText(const QString& markdown);

}  // namespace hearth::app
