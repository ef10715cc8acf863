// Everything the window can be told to do by a shortcut, the palette or a word behind a slash, in one table.
// Constant data; any thread. What a command does is in qml/shell/CommandRunner.qml.
#pragma once

#include <QString>
#include <vector>

namespace hearth::app {

struct Command {
    const char* id;
    const char* title;   // in English; context "Commands" of the translations
    const char* glyph;   // name of its picture
    const char* keys;    // "Ctrl+N"; may be empty
    const char* slash;   // the word behind the slash; may be empty
    const char* group;   // heading in the sheet of shortcuts
    bool listed = true;  // in the palette
};

const std::vector<Command>& commandTable();

QString commandText(const char* english);

// The command of a message that begins with a slash, and what stands behind it; null where it is none.
struct SlashMessage {
    const Command* command = nullptr;
    QString argument;
};
SlashMessage readSlash(const QString& message);

}  // namespace hearth::app
