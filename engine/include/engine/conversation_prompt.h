// The text that a model reads for a conversation: messages and tools in the form of the chat template of the
// model's file, or where it has none, in the form that most models of today understand. Immutable; any
// thread. Keeps the model open.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/chat_template.h"
#include "engine/model.h"
#include "engine/session.h"

namespace hearth::engine {

struct PromptOptions {
    std::string tools = "[]";      // JSON list of {"type":"function","function":{…}}
    std::string variables = "{}";  // JSON object of further variables of the template
    std::string begun;             // how the answer begins
    bool reasoning = false;        // whether the model may think first, where its template has a switch
};

class ConversationPrompt {
  public:
    explicit ConversationPrompt(std::shared_ptr<const Model> model);

    struct Rendered {
        std::string text;
        std::vector<TokenId> tokens;
    };
    // `messages`: JSON list of {"role", "content", …} as templates expect it; arguments of calls are objects.
    // A system message that the template refuses goes in front of the first other one. Errors: those of the
    // template; InvalidInput where `messages` is no list.
    base::Result<Rendered> render(const std::string& messages, const PromptOptions& options = {}) const;
    // The two steps of that: the text without `options.begun`, and its tokens.
    base::Result<std::string> textOf(const std::string& messages, const PromptOptions& options) const;
    Rendered encoded(std::string text) const;

    const std::string& templateSource() const { return source_; }  // "" where the file has none

  private:
    std::shared_ptr<const Model> model_;
    std::string source_;
    base::Result<ChatTemplate> template_;
    std::string bos_;  // its name; "" where there is none
    std::string eos_;
};

// What an AnswerParser must read of a token: its text, and its name where it is a marker inside the answer.
std::string markedText(const TokenEvent& event, const Tokenizer& tokenizer);

}  // namespace hearth::engine
