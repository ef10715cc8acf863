// What a model prints, taken apart while it streams: the answer, the reasoning before it, and tool calls in
// the form that the model's chat template teaches. The form is chosen from the template's text, never from
// the model's name. Bytes may come in pieces of any size: the parts are the same. An AnswerParser serves one
// answer, on one thread.
//
// Control tokens must be in the text by their names (Tokenizer::bytes with `special`), except those that end
// the answer.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hearth::engine {

struct ToolCall {
    std::string name;
    std::string arguments;  // a JSON object
    std::string id;         // the model's own, where its form has one
};

struct AnswerPart {
    enum class Kind {
        Text,       // of the answer: to be shown
        Reasoning,  // what the model told itself first
        Call,
        Malformed,  // meant as a call, but not readable: `text` says why, `raw` is what was printed
    };
    Kind kind = Kind::Text;
    std::string text;
    ToolCall call;
    std::string raw;
};

// A call that is being printed.
struct OpenCall {
    std::string_view marker;  // that it began with; empty: none
    std::string_view body;    // what came after it so far
};

class AnswerParser {
  public:
    virtual ~AnswerParser() = default;
    // What is settled now. Text is held back while it may still turn out to be the beginning of a marker.
    virtual std::vector<AnswerPart> push(std::string_view bytes) = 0;
    // The rest, at the end of the answer.
    virtual std::vector<AnswerPart> finish() = 0;
    // Where the answer is in the middle of a call; valid until the next push(). Of gpt-oss's calls only what
    // stands before their arguments.
    virtual std::optional<OpenCall> openCall() const = 0;
};

struct AnswerOptions {
    std::string tools = "[]";  // JSON list of the tools offered, as given to the template: tells types
    std::string prompt;        // the rendered prompt, or its end: tells whether reasoning is already open
};

// For the answers to prompts made by this chat template; an empty template knows <think> and <tool_call>.
std::unique_ptr<AnswerParser> makeAnswerParser(const std::string& templateSource,
                                               const AnswerOptions& options = {});

// The template's variables that switch reasoning on or off, as a JSON object to be merged into its context;
// "{}" where the template has none.
std::string reasoningSwitch(const std::string& templateSource, bool on);

}  // namespace hearth::engine
