// The chat template of a model file: Jinja text that turns a conversation into the exact prompt the model was
// trained with. A parsed ChatTemplate is immutable and may be used from any thread. Rendering is sandboxed:
// steps, memory and depth are bounded, and nothing outside the given context is reachable.
#pragma once

#include <ctime>
#include <memory>
#include <string>

#include "base/result.h"

namespace hearth::engine {

namespace chat_template {
struct Program;
}

class ChatTemplate {
  public:
    // Errors (InvalidInput) name the line and what is wrong there.
    static base::Result<ChatTemplate> parse(const std::string& source);

    // The text for `contextJson`, a JSON object of the template's variables (messages, tools,
    // add_generation_prompt, bos_token, …). `now` is the local time that strftime_now sees.
    // Errors: a context that is no JSON object; what the template raises (Refused, in the template's words);
    // anything it computes that has no value, with its line.
    base::Result<std::string> render(const std::string& contextJson, const std::tm& now) const;

  private:
    explicit ChatTemplate(std::shared_ptr<const chat_template::Program> program)
        : program_(std::move(program)) {}
    std::shared_ptr<const chat_template::Program> program_;
};

}  // namespace hearth::engine
