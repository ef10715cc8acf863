// The answer without a larger model: the best passages, quoted, the sentence that answers in bold. Pure; any
// thread.
#pragma once

#include "agent/agent.h"
#include "documents/search.h"

namespace hearth::agent::documents {

// Text, statements and sources of an answer; `finding` must have passages.
AnswerDone quotedAnswer(const Finding& finding);

}  // namespace hearth::agent::documents
