// A tool: one thing the assistant can do, described once. From its ToolSpec come the functional token's
// grammar, the schema a larger model sees, the card in the window and the help text.
// Tools are made by the composition root, owned by the ToolRegistry, and called on the assistant's worker
// thread only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"

namespace hearth::agent {

enum class ArgumentType { Text, Date, Time, Duration, Repeat, Number, Person, Enum };

struct ArgumentSpec {
    std::string name;  // "end_time": as in assets/training/functions.json
    ArgumentType type = ArgumentType::Text;
    std::string label;     // on the card: "Ends"
    std::string question;  // asked when it is missing: "When does it end?"
    bool required = false;
    std::vector<std::string> values;  // of an Enum
};

struct ToolSpec {
    std::string name;         // "create_event": the functional token is <fn:create_event>
    std::string verb;         // on the card and the button, in the user's words: "Add to calendar"
    std::string description;  // one sentence
    std::string icon;         // a name of assets/icons
    bool writes = false;      // changes something: waits for approval
    std::vector<ArgumentSpec> arguments;  // in reading order: what, when, where, who
    std::vector<std::string> examples;    // requests that call it
    // Its results hold what others wrote (web pages, other programs' tools, invitations): while they are in a
    // conversation, nothing is done without a yes.
    bool bringsOthersWords = false;
};

// A call as the model gave it. Values are the user's own words; an argument may occur several times.
struct Call {
    std::string tool;
    std::vector<std::pair<std::string, std::string>> arguments;

    std::optional<std::string> argument(const std::string& name) const {
        for (const auto& [key, value] : arguments)
            if (key == name) return value;
        return std::nullopt;
    }
};

// An argument as the card shows it and as the user may have edited it. A field without a label is not shown:
// it carries what run() needs to know, such as which file was meant.
struct Field {
    std::string name;
    std::string label;
    ArgumentType type = ArgumentType::Text;
    std::string value;  // canonical and editable: "2026-11-23", "12:00", "90 minutes", "lunch with my sister"
    std::string display;  // as people say it: "tomorrow, Monday 23 November"
    bool required = false;
    std::vector<std::string> choices;  // of an Enum, or where several things fit ("Ana Silva", "Ana Costa")
    std::vector<std::string> labels;  // of the choices, in the user's language; empty: the choices themselves

    // How a choice reads: its label, or what it is.
    std::string labelOf(const std::string& choice) const {
        for (std::size_t i = 0; i < choices.size() && i < labels.size(); ++i)
            if (choices[i] == choice) return labels[i];
        return choice;
    }
};

// What a call would do, before it is done: arguments resolved, doubts and conflicts named.
struct Prepared {
    std::string tool;
    std::string summary;  // one line: "Lunch with my sister, tomorrow 12:00–13:30"
    std::vector<Field> fields;
    std::vector<std::string> warnings;  // "Overlaps “Stand-up”, 12:00–12:15"
    std::string question;               // not empty: this must be answered first (missing or ambiguous)
    std::string questionField;          // the field the answer goes to
    // Must the user agree first? Not set: as ToolSpec::writes says. True where a reading tool would send
    // words off this device or open another program; false where a writing tool would change nothing.
    std::optional<bool> waits;
};

// What was done. The text that reports success is made here, by who did it.
struct Outcome {
    std::string text;   // "Added “Lunch with my sister” for tomorrow, 12:00–13:30."
    std::string link;   // URL or path of the thing itself; may be empty
    std::string undo;   // opaque, for Tool::undo; empty: cannot be undone
    std::string items;  // JSON array of what a reading tool found; may be empty
};

class Tool {
  public:
    virtual ~Tool() = default;
    virtual const ToolSpec& spec() const = 0;
    // Resolves the arguments; nothing is changed. Called again after each edit of the card.
    virtual base::Result<Prepared> prepare(const Call& call) = 0;
    // Does it. `fields` are those of Prepared, perhaps edited.
    virtual base::Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken cancel) = 0;
    // Takes it back; `token` is Outcome::undo. Gives the sentence that says so.
    virtual base::Result<std::string> undo(const std::string& token) = 0;
    // Does again, exactly, what undo(token) took back. Unsupported where a tool cannot.
    virtual base::Result<void> redo(const std::string& token) {
        return base::fail(base::ErrorCode::Unsupported, "This cannot be done again by itself", token);
    }
    // After a power cut in the middle of run(fields): the outcome if it took effect, nothing if it did not
    // or if that cannot be known.
    virtual std::optional<Outcome> recover(const std::vector<Field>& fields) {
        (void)fields;
        return std::nullopt;
    }
};

}  // namespace hearth::agent
