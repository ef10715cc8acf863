// From a question to the passages that have to do with it, the sentence that answers marked in each. One
// thread, that of the finder.
#pragma once

#include <string>
#include <vector>

#include "agent/agent.h"
#include "base/cancel.h"
#include "base/result.h"
#include "documents/passage.h"

namespace hearth::agent::documents {

// Below this a passage has nothing to do with the question: the share of its words, by their rarity, and the
// cosine of the vectors. Tuned with `hearth eval answers` on half of the questions: see docs/documents.md.
inline constexpr double kRelevant = 0.7;

struct Finding {
    rag::QuestionKind kind = rag::QuestionKind::Passage;
    std::vector<Passage> passages;              // relevant ones, the best first
    std::vector<rag::StoredDocument> overview;  // of an overview question
    DocumentAnswer state;                       // what was searched and found; nothing used yet
};

base::Result<Finding> search(PassageFinder& finder, const std::string& question, const DocumentScope& scope,
                             std::int64_t now, const base::CancelToken& cancel);

// A short question may lean on the one before it: both together. Else the question itself.
std::string wholeQuestion(const Request& request);

}  // namespace hearth::agent::documents
