// Answers from documents, from question to checked text. What it is given must outlive it; one thread.
#pragma once

#include "agent/agent.h"
#include "agent/tool_context.h"
#include "base/cancel.h"
#include "base/result.h"
#include "conversation/chat_answer.h"
#include "documents/search.h"

namespace hearth::agent::documents {

// The model that writes; without one, passages are quoted.
struct Larger {
    ChatAnswer* chat = nullptr;
    std::string now;  // "It is Sunday, …"
};

class Answerer {
  public:
    Answerer(const Clock& clock, const Phrases& phrases) : clock_(clock), phrases_(phrases) {}

    void setFinder(PassageFinder* finder) { finder_ = finder; }  // null: none

    // Whether the request may be looked for in documents at all; may open them.
    bool mayAnswer(const DocumentScope& scope) const;

    // The answer, or where nothing relevant was found, one without text: its `documents` says what was
    // searched. A written one is streamed to `sink`; what that model calls is dropped, since
    // documents may have asked for it. Errors: those of the library and the model; Cancelled.
    base::Result<AnswerDone> answer(const Request& request, const Larger& larger, const EventSink& sink,
                                    const base::CancelToken& cancel);

  private:
    base::Result<AnswerDone> overview(const Request& request, const Finding& finding, const Larger& larger,
                                      const EventSink& sink, const base::CancelToken& cancel);
    base::Result<AnswerDone> write(const Request& request, const Finding& finding,
                                   const std::vector<Passage>& passages, const Larger& larger,
                                   const EventSink& sink, const base::CancelToken& cancel);

    PassageFinder* finder_ = nullptr;
    const Clock& clock_;
    const Phrases& phrases_;
};

}  // namespace hearth::agent::documents
