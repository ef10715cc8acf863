// edit_note, edit_list and delete_list: whole files of notes and lists, written by a page.
#include "tools/by_hand.h"

namespace hearth::agent::tools {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Result;

namespace {

constexpr std::size_t kMaxBytes = 1u << 20;  // what is longer is not read again

// True where `path` lies in the folder: a form may not write elsewhere.
bool isBelow(const fs::path& folder, const fs::path& path) {
    const fs::path relative = path.lexically_normal().lexically_relative(folder.lexically_normal());
    return !relative.empty() && *relative.begin() != "..";
}

class TextForm final : public FormTool {
  public:
    enum class Kind { Note, List, GoneList };

    TextForm(Kind kind, const ToolContext& context)
        : FormTool(specOf(kind), context,
                   kind == Kind::Note ? phrase("The note is as it was before.")
                                      : phrase("The list is as it was before.")),
          kind_(kind) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        // A page's text keeps its blanks and line ends.
        setHidden(result, "text", call.argument("text").value_or(""));
        const std::string title = valueOf(result.fields, "title");
        const std::string path = valueOf(result.fields, "path");
        if (title.empty()) ask(result, "title", say("What should it be called?"));
        if (valueOf(result.fields, "text").size() > kMaxBytes)
            ask(result, "text", say("This is longer than 1 MiB. Please make two of it."));
        if (!path.empty() && !isBelow(folder(), path))
            ask(result, "path", say("This file does not lie in the folder of notes or lists."));
        result.summary = say("{verb} “{title}”", {{"verb", say(spec().verb)}, {"title", title}});
        return result;
    }

  protected:
    Result<std::vector<FileEdit>> edits(const std::vector<Field>& fields, const std::string&) override {
        const std::string path = valueOf(fields, "path");
        if (kind_ == Kind::GoneList) return std::vector<FileEdit>{{path, std::nullopt}};
        return std::vector<FileEdit>{
            {path.empty() ? freePath(valueOf(fields, "title")) : fs::path(path), valueOf(fields, "text")}};
    }
    std::string said(const std::vector<Field>& fields) const override {
        const std::string title = valueOf(fields, "title");
        if (kind_ == Kind::GoneList) return say("Deleted the list “{title}”.", {{"title", title}});
        return say(kind_ == Kind::Note ? "Saved the note “{title}”." : "Saved the list “{title}”.",
                   {{"title", title}});
    }

  private:
    static ToolSpec specOf(Kind kind) {
        if (kind == Kind::GoneList) return formSpec("delete_list", "Delete list", "trash", {"path", "title"});
        const bool note = kind == Kind::Note;
        return formSpec(note ? "edit_note" : "edit_list", note ? "Change note" : "Change list",
                        note ? "note" : "list", {"path", "title", "text"});
    }
    const fs::path& folder() const { return kind_ == Kind::Note ? context().notesDir : context().listsDir; }
    fs::path freePath(const std::string& title) const {
        const std::string name = fileNameFor(title);
        fs::path path = folder() / (name + ".md");
        for (int n = 2; fs::exists(path); ++n) path = folder() / (name + " " + std::to_string(n) + ".md");
        return path;
    }

    Kind kind_;
};

}  // namespace

std::vector<std::unique_ptr<Tool>> makeTextForms(const ToolContext& context) {
    std::vector<std::unique_ptr<Tool>> all;
    for (const auto kind : {TextForm::Kind::Note, TextForm::Kind::List, TextForm::Kind::GoneList})
        all.push_back(std::make_unique<TextForm>(kind, context));
    return all;
}

}  // namespace hearth::agent::tools
