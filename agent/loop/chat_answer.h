// Plain conversation with a larger model: the prompt by the model's own template, the answer streamed.
// One thread at a time.
#pragma once

#include <memory>
#include <string>

#include "agent/agent.h"
#include "base/result.h"
#include "engine/model.h"
#include "engine/session.h"

namespace hearth::agent::loop {

class ChatAnswer {
  public:
    static base::Result<std::unique_ptr<ChatAnswer>> create(std::shared_ptr<const engine::Model> model);

    // Streams TextDelta and PrefillProgress to `sink` and gives what AnswerDone needs. `now`: the date line
    // of the prompt, which comes last so that the cache keeps the rest.
    base::Result<AnswerDone> answer(const Request& request, const std::string& now, const EventSink& sink,
                                    base::CancelToken cancel);

  private:
    ChatAnswer(std::shared_ptr<const engine::Model> model, std::unique_ptr<engine::Session> session)
        : model_(std::move(model)), session_(std::move(session)) {}
    base::Result<std::string> prompt(const Request& request, const std::string& now, std::size_t skip) const;

    std::shared_ptr<const engine::Model> model_;
    std::unique_ptr<engine::Session> session_;
};

}  // namespace hearth::agent::loop
