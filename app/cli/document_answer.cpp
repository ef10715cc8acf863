#include "cli/document_answer.h"

#include "agent/plain_text.h"

namespace hearth::app::cli {

namespace {

// file:page, as other programs take it, or file:line.
std::string fileAndPlace(const agent::Source& source) {
    if (source.page != 0) return source.path + ":" + std::to_string(source.page);
    if (source.page == 0 && !source.cell.empty()) return source.path;
    return source.line != 0 ? source.path + ":" + std::to_string(source.line) : source.path;
}

}  // namespace

std::string answerText(const agent::DocumentAnswer& documents, const std::string& markdown) {
    std::string out = agent::plainText(markdown) + "\n";
    bool unsupported = false;
    for (const agent::Statement& statement : documents.statements)
        if (!statement.supported) {
            if (!unsupported) out += "\nNo passage says this:\n";
            unsupported = true;
            out += "  " +
                   agent::plainText(markdown.substr(statement.begin, statement.end - statement.begin)) + "\n";
        }
    if (!documents.sources.empty()) out += "\n";
    for (const agent::Source& source : documents.sources) {
        const std::string place = placeOf(source);
        out += "[" + std::to_string(source.number) + "] " + fileAndPlace(source) +
               (place.empty() ? "" : " (" + place + ")") + "\n";
    }
    out += "\nSearched " + std::to_string(documents.documentsSearched) + " documents, " +
           std::to_string(documents.found) + " passages found, " + std::to_string(documents.used) + " used" +
           (documents.timeIgnored ? "; none from the time you named" : "") + ".\n";
    return out;
}

}  // namespace hearth::app::cli
