// delete_note: removes one note's file. Where several notes fit, asks which is meant.
#include <algorithm>

#include "notes/note_folder.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t kChoices = 8;
// The hidden field that names the file which the card showed.
constexpr const char* kPath = "path";

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "delete_note";
    spec.verb = "Delete note";
    spec.description = "Delete a note";
    spec.icon = "trash";
    spec.writes = true;
    spec.arguments = {{"query", ArgumentType::Text, "Note", "Which note should I delete?", true, {}}};
    spec.examples = {"delete the note about the key", "remove my note on the boiler",
                     "throw away the last note"};
    return spec;
}

bool meansLatest(const std::string& query) {
    for (const std::string& word : words::of(query))
        if (word != "last" && word != "latest" && word != "newest" && word != "recent" && word != "most" &&
            !words::isFiller(word))
            return false;
    return !query.empty();
}

class DeleteNote final : public BasicTool {
  public:
    explicit DeleteNote(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("The note is back.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        result.summary = say("Delete a note");
        const std::string query = valueOf(result.fields, "query");
        const auto notes = readNotes(context().notesDir);
        if (notes.empty()) return fail(ErrorCode::NotFound, say("There are no notes to delete."), "query");
        if (query.empty()) {
            result.question.clear();
            ask(result, "query", questionFor("query"), titles(notes));
            return result;
        }
        const auto fitting =
            meansLatest(query) ? std::vector<Note>{notes.front()} : fittingNotes(notes, query);
        if (fitting.empty())
            return fail(ErrorCode::NotFound, say("No note fits “{query}”.", {{"query", query}}), "query");
        if (fitting.size() > 1) {
            ask(result, "query", say("Which of these notes should I delete?"), titles(fitting));
            return result;
        }
        set(result, "query", fitting.front().title);
        setHidden(result, kPath, fitting.front().path.string());
        result.summary = say("Delete the note “{title}”", {{"title", fitting.front().title}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string title = valueOf(fields, "query");
        const std::string path = valueOf(fields, kPath);
        if (path.empty())
            return fail(ErrorCode::InvalidInput, say("It is not clear which note is meant."), "query");
        const std::string id = changeId(fields);
        if (auto done = context().changes->apply(id, {{path, std::nullopt}}); !done)
            return tl::unexpected(done.error());
        return Outcome{say("Deleted the note “{title}”.", {{"title", title}}), {}, id, {}};
    }

    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override {
        return Outcome{say("Deleted the note “{title}”.", {{"title", valueOf(fields, "query")}}), {}, id, {}};
    }

  private:
    // The notes that fit best: one, unless several fit equally well.
    static std::vector<Note> fittingNotes(const std::vector<Note>& notes, const std::string& query) {
        std::vector<Note> fitting;
        for (const Note& note : notes)
            if (note.title == query) return {note};
        const auto found = findNotes(notes, query);
        for (const NoteMatch& match : found)
            if (match.fit >= found.front().fit - 0.05 && fitting.size() < kChoices)
                fitting.push_back(match.note);
        return fitting;
    }

    static std::vector<std::string> titles(const std::vector<Note>& notes) {
        std::vector<std::string> all;
        for (const Note& note : notes)
            if (all.size() < kChoices) all.push_back(note.title);
        return all;
    }
};

}  // namespace

std::unique_ptr<Tool> makeDeleteNote(const ToolContext& context) {
    return std::make_unique<DeleteNote>(context);
}

}  // namespace hearth::agent::tools
