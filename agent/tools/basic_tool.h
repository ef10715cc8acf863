// The common part of the tools: keeps spec and context, and turns calls into fields and fields into values.
// A tool derives from BasicTool, lives in one file, and overrides prepare() and run(), and undo() where more
// than files changed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agent/file_changes.h"
#include "agent/tool.h"
#include "agent/tool_context.h"

namespace hearth::agent::tools {

// The value of a field; empty if there is none.
std::string valueOf(const std::vector<Field>& fields, const std::string& name);

// All values of an argument, cut at commas, semicolons and the word "and": "Ana, Tom and Li".
std::vector<std::string> listOf(const Call& call, const std::string& name);
std::vector<std::string> splitNames(const std::string& text);

// Without blanks at both ends.
std::string trimmed(std::string_view text);
// First letter in upper case (ASCII and Latin letters of two bytes stay as they are).
std::string capitalized(std::string text);
// True if every word of `query` occurs in `text`, whatever the case.
bool matchesWords(const std::string& text, const std::string& query);
std::string lowered(std::string text);

class BasicTool : public Tool {
  public:
    // `undone`: what undo() says, a phrase.
    BasicTool(ToolSpec spec, const ToolContext& context, const char* undone = phrase("Undone."))
        : spec_(std::move(spec)), undone_(undone), context_(context) {}
    const ToolSpec& spec() const override { return spec_; }
    // Takes back file changes: right for every tool whose Outcome::undo is the id of a FileChanges entry.
    base::Result<std::string> undo(const std::string& token) override;
    base::Result<void> redo(const std::string& token) override;
    // Completes the file changes of an interrupted run(), for the tools that have told().
    std::optional<Outcome> recover(const std::vector<Field>& fields) override;

  protected:
    const ToolContext& context() const { return context_; }
    // A phrase in the user's language: see Phrases::say.
    std::string say(std::string_view english) const { return context_.say(english); }
    std::string say(std::string_view english, std::initializer_list<Place> places) const {
        return context_.say(english, places);
    }
    // What is asked for an argument of the spec.
    std::string questionFor(std::string_view name) const;

    // A Prepared with a field for every argument of the spec, holding the trimmed words of the call (several
    // values joined by ", "). Where a required one is missing, its question is set.
    Prepared prepared(const Call& call) const;
    // Sets value and display (else the label or the value) of a field that prepared() made.
    static void set(Prepared& prepared, const std::string& name, const std::string& value,
                    const std::string& display = {});
    // Adds a field that the card does not show.
    static void setHidden(Prepared& prepared, const std::string& name, const std::string& value);
    // Asks `question`, the answer going to `name`; the choices may be empty, and have labels where these
    // read otherwise. An earlier question stays.
    static void ask(Prepared& prepared, const std::string& name, const std::string& question,
                    std::vector<std::string> choices = {}, std::vector<std::string> labels = {});

    // The id under which run() changes files: the action's own, so that a power cut can be made good.
    static std::string changeId(const std::vector<Field>& fields);
    // What run(fields) tells when the change `id` is complete; nothing where only run() itself can know.
    virtual std::optional<Outcome> told(const std::vector<Field>& fields, const std::string& id) const;

  private:
    ToolSpec spec_;
    const char* undone_;
    const ToolContext& context_;
};

// The hidden field in which the loop hands run() the action's id.
inline constexpr const char* kActionIdField = "action_id";

}  // namespace hearth::agent::tools
