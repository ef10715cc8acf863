// search_notes: finds notes by the words in their titles and texts; without words, the latest ones.
#include <nlohmann/json.hpp>

#include "notes/note_folder.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::Result;

namespace {

constexpr std::size_t kShown = 10;

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "search_notes";
    spec.verb = "Search notes";
    spec.description = "Search notes and documents of the user";
    spec.icon = "search";
    spec.arguments = {{"query", ArgumentType::Text, "About", "What should I look for?", false, {}}};
    spec.examples = {"find my note about the key", "what did I write about the boiler", "show my notes"};
    return spec;
}

class SearchNotes final : public BasicTool {
  public:
    explicit SearchNotes(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string query = valueOf(result.fields, "query");
        result.summary =
            query.empty() ? say("Your latest notes") : say("Notes about “{query}”", {{"query", query}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string query = valueOf(fields, "query");
        const auto notes = readNotes(context().notesDir);
        if (notes.empty())
            return Outcome{
                say("There are no notes yet. Say “make a note that …” to write one."), {}, {}, "[]"};
        const auto found = findNotes(notes, query);
        if (found.empty())
            return Outcome{say("{count, plural, one{Your only note does not mention} other{None of your # "
                               "notes mentions}} "
                               "“{query}”.",
                               {{"count", notes.size()}, {"query", query}}),
                           {},
                           {},
                           "[]"};
        return outcome(found, query);
    }

  private:
    Outcome outcome(const std::vector<NoteMatch>& found, const std::string& query) const {
        Outcome result;
        result.text = say(query.empty() ? "You have {count, plural, one{# note} other{# notes}}:"
                                        : "{count, plural, one{# note fits} other{# notes fit}} “{query}”:",
                          {{"count", found.size()}, {"query", query}});
        nlohmann::json items = nlohmann::json::array();
        for (std::size_t i = 0; i < found.size() && i < kShown; ++i) {
            const Note& note = found[i].note;
            result.text += "\n• " + note.title;
            if (!found[i].excerpt.empty()) result.text += ": " + found[i].excerpt;
            items.push_back(
                {{"title", note.title}, {"text", found[i].excerpt}, {"path", note.path.string()}});
        }
        if (found.size() > kShown)
            result.text += "\n" + say("… and {count} more.", {{"count", found.size() - kShown}});
        if (found.size() == 1) result.link = found.front().note.path.string();
        result.items = items.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        return result;
    }
};

}  // namespace

std::unique_ptr<Tool> makeSearchNotes(const ToolContext& context) {
    return std::make_unique<SearchNotes>(context);
}

}  // namespace hearth::agent::tools
