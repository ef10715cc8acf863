// Which requests of a file an evaluation is about, and what was said before each of them. One thread.
#pragma once

#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/evaluation.h"
#include "base/result.h"
#include "evaluation/labelled_requests.h"

namespace hearth::agent {

// Chooses the split and the domain; `split` is set to what was chosen. Errors: NotFound where none is left.
base::Result<std::vector<LabelledRequest>> chosenRequests(std::vector<LabelledRequest> all,
                                                          const EvaluationOptions& options,
                                                          std::string& split);

// What was asked and called so far in the dialogue of a request, as the product would remember it.
class Conversation {
  public:
    const std::vector<Message>& before(const LabelledRequest& request);
    void add(const LabelledRequest& request, const std::vector<Call>& calls);

  private:
    std::string dialogue_;
    std::vector<Message> history_;
};

}  // namespace hearth::agent
