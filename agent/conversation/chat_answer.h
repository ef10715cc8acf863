// Conversation with a larger model: the prompt by the model's own template, the answer streamed, calls of
// tools held to their schemas. Where a conversation outgrows the model's context, its beginning is summarized
// by the model, and what it was given is told with the answer: nothing is left out silently. One thread at a
// time.
#pragma once

#include <memory>
#include <string>

#include "agent/agent.h"
#include "base/result.h"
#include "conversation/chat_lines.h"
#include "conversation/chat_prompt.h"
#include "conversation/conversation_memory.h"
#include "engine/model.h"
#include "engine/session.h"
#include "routing/local_cost.h"
#include "routing/uncertainty.h"

namespace hearth::agent {

// An answer, and what the model called in it.
struct ChatReply {
    AnswerDone done;
    std::vector<engine::ToolCall> calls;
    bool givenUp = false;  // the turn was watched, and the model was unsure, too slow, or failed at a call
};

class ChatAnswer {
  public:
    static base::Result<std::unique_ptr<ChatAnswer>> create(std::shared_ptr<const engine::Model> model);

    // Over a session of that model, which it takes.
    ChatAnswer(std::shared_ptr<const engine::Model> model, std::unique_ptr<engine::Session> session)
        : model_(std::move(model)), session_(std::move(session)), prompt_(model_) {}

    // Streams TextDelta, ThoughtDelta and PrefillProgress to `sink` and gives what AnswerDone needs, and
    // what the model called of the tools that `turn` offers; they are left away where the request fits
    // without them alone. Errors: InvalidInput where the request alone does not fit the model (the message
    // says by how much).
    base::Result<ChatReply> answer(const Request& request, const ChatTurn& turn, const EventSink& sink,
                                   base::CancelToken cancel);

    int context() const { return session_->context(); }  // tokens
    int tokensOf(const std::string& text) const { return prompt_.tokensOf(text); }
    // Whether these tools, as JSON, leave the conversation most of the context.
    bool affords(const std::string& tools) const;

    // A few words that say what the conversation is about. Errors: Cancelled, those of the model, Unsupported
    // where it found none.
    base::Result<std::string> title(const std::vector<Message>& conversation, base::CancelToken cancel);

    // Uses these adapters, and no others, from the next answer on. Errors: those of Session::setAdapters.
    base::Result<void> setAdapters(const std::vector<engine::AdapterUse>& adapters);
    const std::shared_ptr<const engine::Model>& model() const { return model_; }

  private:
    // A prompt that fits, and what of the conversation is in it.
    struct Fitted {
        ChatPrompt::Rendered prompt;
        ContextUse use;
    };
    struct Spoken {
        std::string text;
        std::vector<engine::ToolCall> calls;
        engine::GenerateResult result;
        bool givenUp = false;
    };

    struct Manner {  // of one answer
        int mostTokens = 0;
        bool greedy = false;
        ChatStyle style;
        bool mayCall = false;
        routing::Uncertainty* watch = nullptr;
    };

    int reserve() const;  // tokens that must be left for an answer
    bool fits(const ChatPrompt::Rendered& prompt) const;

    base::Result<Fitted> fit(const Request& request, const ChatTurn& turn, const EventSink& sink,
                             base::CancelToken cancel);
    base::Result<Fitted> fitWithSummary(const Request& request, const ChatTurn& turn, const EventSink& sink,
                                        base::CancelToken cancel);
    base::Result<Summary> summarize(const Request& request, const Summary& known, std::size_t until,
                                    const EventSink& sink, base::CancelToken cancel);
    base::Result<Spoken> speak(const ChatPrompt::Rendered& prompt, const Manner& manner,
                               const EventSink& sink, base::CancelToken cancel);

    std::shared_ptr<const engine::Model> model_;
    std::unique_ptr<engine::Session> session_;
    ChatPrompt prompt_;
    ConversationMemory memory_;
    routing::LocalCost cost_;
};

}  // namespace hearth::agent
