// How well questions are answered from documents, without a larger model (`hearth eval answers`): over JSON
// lines of questions with what the answer must hold, asked of a library that was indexed before. One thread.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "agent/passage_finder.h"
#include "base/cancel.h"
#include "base/result.h"

namespace hearth::agent {

struct AnswerEvaluationOptions {
    // {"question": "…", "in": ["/folder"], "answers": ["a passage of the document"]}: without answers the
    // documents do not hold it, and nothing should be found.
    std::filesystem::path data;
    int limit = 0;     // only the first so many; 0: all
    int mistakes = 0;  // how many to list
    base::CancelToken cancel;
    std::function<void(int done, int total)> onProgress;  // may be empty
};

struct AnswerEvaluation {
    int answerable = 0;
    double answered = 0;  // of those
    double sentence = 0;  // of those: the first marked sentence is of the answer
    double passage = 0;   // of those: a quoted passage holds some of it
    int unanswerable = 0;
    double refused = 0;  // of those
    double latencyMsP95 = 0;
    std::vector<std::string> mistakes;
    bool stopped = false;
};

// Errors: NotFound; InvalidInput with file and line; those of the library.
base::Result<AnswerEvaluation> evaluateAnswers(PassageFinder& library,
                                               const AnswerEvaluationOptions& options);

}  // namespace hearth::agent
