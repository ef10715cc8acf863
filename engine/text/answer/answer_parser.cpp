#include "engine/answer_parser.h"

#include <array>

#include "text/answer/harmony_parser.h"
#include "text/answer/marked_parser.h"

namespace hearth::engine {

namespace {

bool mentions(std::string_view source, std::string_view word) {
    return source.find(word) != std::string_view::npos;
}

bool isWordByte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Whether the template asks for a variable of this name, rather than having the word in its texts.
bool asksFor(std::string_view source, std::string_view name) {
    for (std::size_t at = source.find(name); at != std::string_view::npos; at = source.find(name, at + 1)) {
        const std::string_view before = source.substr(0, at), after = source.substr(at + name.size());
        if ((!before.empty() && isWordByte(before.back())) || (!after.empty() && isWordByte(after.front())))
            continue;
        for (const std::string_view word : {"if ", "not ", "and ", "or ", "set ", "(not "})
            if (before.ends_with(word) && !after.starts_with(" that")) return true;
        for (const std::string_view word : {" is ", "|", " |"})
            if (after.starts_with(word)) return true;
    }
    return false;
}

}  // namespace

std::unique_ptr<AnswerParser> makeAnswerParser(const std::string& templateSource,
                                               const AnswerOptions& options) {
    auto format = answer::formatOf(templateSource);
    if (format.harmony) return std::make_unique<answer::HarmonyParser>();
    return std::make_unique<answer::MarkedParser>(std::move(format), answer::Tools(options.tools),
                                                  options.prompt);
}

std::string reasoningSwitch(const std::string& source, bool on) {
    answer::Json out = answer::Json::object();
    for (const char* name : {"enable_thinking", "thinking", "enable_reasoning"})
        if (asksFor(source, name)) out[name] = on;
    if (!on && mentions(source, "reasoning_effort")) {
        // gpt-oss always reasons: a little is the least.
        const bool none = mentions(source, "'none'") || mentions(source, "\"none\"");
        out["reasoning_effort"] = none ? "none" : "low";
    }
    if (!on && mentions(source, "thinking_budget")) out["thinking_budget"] = 0;
    return out.dump();
}

}  // namespace hearth::engine
