// Which sentence of a passage answers a question: by the words they share, by meaning, and by what kind of
// thing is asked for. One thread.
#pragma once

#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "documents/passage.h"

namespace hearth::agent::documents {

// Sets the marks of all passages, which are of this finder's library, and sorts them so that the passage
// with the best sentence comes early: relevance and sentence count alike.
base::Result<void> markSentences(std::vector<Passage>& passages, const std::string& question,
                                 PassageFinder& finder, const base::CancelToken& cancel);

}  // namespace hearth::agent::documents
