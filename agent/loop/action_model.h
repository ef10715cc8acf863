// The model that turns a request into calls of functions, as the loop sees it: the built-in model behind its
// functional tokens, or a script in tests. One thread at a time.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "agent/tool.h"
#include "loop/functional_decoder.h"

namespace hearth::agent::loop {

struct DecodeRequest {
    std::string text;
    std::vector<Message> history;  // oldest first; the last turns of it are used
    std::string function;          // not empty: the first call is this one, only its arguments are open
    base::CancelToken cancel;
};

class ActionModel {
  public:
    virtual ~ActionModel() = default;
    virtual base::Result<Decoded> decode(const DecodeRequest& request) = 0;
};

// The built-in model over the tools' functions and those of the conversation. Errors: a model without
// functional tokens.
base::Result<std::unique_ptr<ActionModel>> makeActionModel(std::shared_ptr<const engine::Model> model,
                                                           const std::vector<const ToolSpec*>& specs);

}  // namespace hearth::agent::loop
