// A collection with judgements, as retrieval_evaluation.h describes it, read from its folder. Values.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace hearth::rag {

struct CollectionDocument {
    std::string id;
    std::string title;
    std::string text;
    std::string group;
};

struct CollectionQuery {
    std::string id;
    std::string text;
    std::string group;
};

// Judged relevant: the whole document, or the spans of it (bytes), as far as there are any.
struct Judgement {
    std::string document;
    std::vector<std::pair<std::size_t, std::size_t>> spans;
};

struct Collection {
    std::vector<CollectionDocument> documents;
    std::vector<CollectionQuery> queries;                      // those with judgements
    std::map<std::string, std::vector<Judgement>> judgements;  // by query
    bool hasSpans = false;
};

base::Result<Collection> readCollection(const std::string& folder);

}  // namespace hearth::rag
