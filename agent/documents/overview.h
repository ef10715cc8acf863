// "What is this folder about?", "Summarize the report": from the summaries made at indexing, or where a
// larger model can take it in, from the whole document. One thread, that of the finder.
#pragma once

#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/phrases.h"
#include "base/cancel.h"
#include "base/result.h"
#include "documents/search.h"

namespace hearth::agent::documents {

// The documents that the question means: the one it names, the only one there is, or all.
std::vector<rag::StoredDocument> meantDocuments(const std::string& question,
                                                const std::vector<rag::StoredDocument>& all);

// Summaries as they are: of one document its sentences, of several their kinds, what they share, and the
// first sentence of each. Errors: those of the finder.
base::Result<AnswerDone> overviewAnswer(PassageFinder& finder, const Finding& finding,
                                        const std::vector<rag::StoredDocument>& documents,
                                        const Phrases& phrases);

// The passages to be given to a larger model: the whole document where it has at most `tokens`, else those
// that hold the sentences of the summaries.
base::Result<std::vector<Passage>> overviewPassages(PassageFinder& finder,
                                                    const std::vector<rag::StoredDocument>& documents,
                                                    std::uint32_t tokens);

// Words that are frequent in these summaries, the most telling first.
std::vector<std::string> keyTerms(const std::vector<rag::StoredDocument>& documents, std::size_t count);

}  // namespace hearth::agent::documents
