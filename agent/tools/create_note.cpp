// create_note: a new Markdown file in the notes folder.
#include "tools/basic_tool.h"
#include "tools/tools.h"

namespace hearth::agent::tools {

namespace fs = std::filesystem;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "create_note";
    spec.verb = "Save note";
    spec.description = "Write a note";
    spec.icon = "note";
    spec.writes = true;
    spec.arguments = {
        {"text", ArgumentType::Text, "Note", "What should the note say?", true, {}},
        {"title", ArgumentType::Text, "Title", "What should the note be called?", false, {}},
    };
    spec.examples = {"make a note that the key is under the mat", "note to self: call the plumber"};
    return spec;
}

class CreateNote final : public BasicTool {
  public:
    explicit CreateNote(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("Removed the note again.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string text = valueOf(result.fields, "text");
        if (valueOf(result.fields, "title").empty()) set(result, "title", titleOf(text));
        result.summary = say("Note “{title}”", {{"title", valueOf(result.fields, "title")}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string text = valueOf(fields, "text");
        std::string title = valueOf(fields, "title");
        if (title.empty()) title = titleOf(text);
        const fs::path path = freePath(title);
        const std::string id = changeId(fields);
        if (auto done = context().changes->apply(id, {{path, "# " + title + "\n\n" + text + "\n"}}); !done)
            return tl::unexpected(done.error());
        return Outcome{say("Saved the note “{title}”.", {{"title", title}}), path.string(), id, {}};
    }

    std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const override {
        return Outcome{say("Saved the note “{title}”.", {{"title", valueOf(fields, "title")}}), {}, id, {}};
    }

  private:
    // The first words of the text.
    static std::string titleOf(const std::string& text) {
        constexpr std::size_t kLength = 40;
        if (text.size() <= kLength) return capitalized(text);
        const std::size_t cut = text.rfind(' ', kLength);
        return capitalized(text.substr(0, cut == std::string::npos ? text.find(' ') : cut));
    }

    fs::path freePath(const std::string& title) const {
        const std::string name = fileNameFor(title);
        fs::path path = context().notesDir / (name + ".md");
        for (int n = 2; fs::exists(path); ++n)
            path = context().notesDir / (name + " " + std::to_string(n) + ".md");
        return path;
    }
};

}  // namespace

std::unique_ptr<Tool> makeCreateNote(const ToolContext& context) {
    return std::make_unique<CreateNote>(context);
}

}  // namespace hearth::agent::tools
