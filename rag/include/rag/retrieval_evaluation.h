// How well passages are found, on a collection with judgements: a folder with docs, queries and qrels as JSON
// lines (.jsonl or .jsonl.gz). docs: id, text, optionally title and group (or meeting: records of a group are
// one document, in order, and its queries search it alone); queries: id, text, optionally group; qrels:
// query, doc, relevance, optionally spans ([begin, end) in characters). Long texts are cut as documents are;
// where there are spans a passage is relevant if it holds a part of one, else with its document. One thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "rag/text_embedder.h"

namespace hearth::rag {

struct RetrievalScores {
    std::string method;  // "bm25", "vector", "hybrid"
    double ndcg10 = 0;   // binary relevance, log2 discount, ideal of the first ten
    double recall20 = 0;
    double mrr = 0;           // of the first 20
    double latencyMsP95 = 0;  // of hybrid: with the ten passages read that are given
};

struct RetrievalEvaluation {
    int documents = 0;  // records
    int passages = 0;
    int queries = 0;  // with judgements
    bool bySpans = false;
    std::vector<RetrievalScores> methods;
    bool stopped = false;
};

struct RetrievalEvaluationOptions {
    std::string data;      // the folder
    std::string workFile;  // where the index is made; removed afterwards
    bool keep = false;     // it is not: for training on what it holds
    int limit = 0;         // only so many queries, spread over all; 0: all
    base::CancelToken cancel;
    std::function<void(int done, int total)> onProgress;
};

// Errors: NotFound, InvalidInput with file and line.
base::Result<RetrievalEvaluation> evaluateRetrieval(TextEmbedder& embedder,
                                                    const RetrievalEvaluationOptions& options);

}  // namespace hearth::rag
