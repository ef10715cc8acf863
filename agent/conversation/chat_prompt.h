// The text that a model for conversation reads: lines by system, user, assistant and tools in the form of the
// model's own chat template, with the tools it may call. Where the template knows nothing of tools, they are
// told in plain words. Immutable; any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "conversation/special_names.h"
#include "engine/answer_parser.h"
#include "engine/conversation_prompt.h"
#include "engine/model.h"

namespace hearth::agent {

struct ChatLine {
    enum class Role { System, User, Assistant, Tool };
    Role role = Role::User;
    std::string text;
    std::vector<engine::ToolCall> calls;  // of the assistant
    engine::ToolCall answers;             // of a tool: the call that its text is the result of
};

struct ChatStyle {
    std::string tools = "[]";  // JSON list of what may be called
    bool reasoning = false;    // where the model can be told
    std::string begun = {};    // the beginning of the answer, which the model goes on with
};

class ChatPrompt {
  public:
    explicit ChatPrompt(std::shared_ptr<const engine::Model> model);

    using Rendered = engine::ConversationPrompt::Rendered;
    // `lines`: at most one by the system, the first; ends with the user's or a tool's. Names of control
    // tokens in them, and in what the tools say of themselves, stay text. Errors: those of the template.
    base::Result<Rendered> render(const std::vector<ChatLine>& lines, const ChatStyle& style = {}) const;

    // About how many tokens a text takes within a prompt.
    int tokensOf(const std::string& text) const;
    // What tells the form of answers: the template's text, or "" where tools are told in plain words.
    const std::string& answerSource(const ChatStyle& style) const;
    // The template has a form for tools, calls and results.
    bool knowsTools() const { return knowsTools_; }

  private:
    base::Result<std::string> textOf(const std::vector<ChatLine>& lines, const ChatStyle& style) const;
    base::Result<std::string> renderOnce(const std::vector<ChatLine>& lines, const ChatStyle& style,
                                         bool argumentsAsText) const;
    bool tryTools();
    const std::string& source() const { return prompt_.templateSource(); }

    std::shared_ptr<const engine::Model> model_;
    SpecialNames names_;
    engine::ConversationPrompt prompt_;
    bool argumentsAsText_ = false;  // of calls, as this template takes them
    bool callsAsText_ = false;      // they stand in the assistant's words
    bool knowsTools_;               // last: it is tried with the others
};

}  // namespace hearth::agent
