// Whether the passages say what an answer says. One thread, that of the finder.
#pragma once

#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "documents/citations.h"
#include "documents/passage.h"

namespace hearth::agent::documents {

// Sets `supported` of each sentence that states something: its numbers and names must stand in a passage that
// it cites, and most of the weight of its words too, or it must say nearly the same as a sentence there. One
// that cites nothing but is supported by a passage gets that one's number. Errors: those of the finder.
base::Result<void> checkSupport(PassageFinder& finder, std::vector<CitedSentence>& sentences,
                                const std::vector<Passage>& passages, const base::CancelToken& cancel);

}  // namespace hearth::agent::documents
