// How well the built-in model calls functions: the product's own engine and decoder over a file of labelled
// requests (`hearth eval actions`). Labels of data sets are mapped to functions by
// assets/training/label_map.json, whose `about` defines every figure here. A turn of a dialogue is decoded
// after the turns before it and what the model called there. One thread.
#pragma once

#include <array>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "agent/tool.h"
#include "base/cancel.h"
#include "base/result.h"
#include "engine/model.h"

namespace hearth::agent {

struct EvaluationOptions {
    std::filesystem::path data;       // JSON lines, gzip-packed or plain
    std::filesystem::path labelMap;   // label_map.json
    std::filesystem::path functions;  // functions.json
    std::string split;                // "train", "validation", "all"; empty: validation where there is one
    std::string domain;               // only requests whose domain begins so; several by "|"; empty: all
    int limit = 0;                    // only the first so many requests; 0: all
    int errors = 0;                   // how many mistakes to list
    std::function<void(int done, int total)> onProgress;  // may be empty
    base::CancelToken cancel;
};

struct ActionScores {
    int n = 0;                       // requests with a mapped label
    int inScope = 0;                 // of those, not labelled out of scope
    int noAction = 0;                // of those, out of scope or conversation
    double functionAccuracy = 0;     // in scope: a right function
    double functionAccuracyAll = 0;  // of all n
    double callAccuracy = 0;         // in scope: a right function and all its arguments
    double slotF1 = 0;
    int slots = 0;            // labelled slots that map to an argument; 0: slotF1 means nothing
    double falseActions = 0;  // of noAction: a writing function was called
};

struct EvaluationReport {
    std::string split;
    ActionScores scores;
    std::map<std::string, ActionScores> byDomain;
    int unmapped = 0;  // requests whose label maps to nothing: left out
    double latencyMsP50 = 0;
    double latencyMsP95 = 0;
    std::vector<std::string> mistakes;  // one line each
    bool stopped = false;               // cancelled: the figures are of what was done
};

// Errors name the file and the line, or the field that is wrong.
base::Result<EvaluationReport> evaluateActions(std::shared_ptr<const engine::Model> model,
                                               const EvaluationOptions& options);

// How many tools are looked at, from the best one on.
inline constexpr std::array<std::size_t, 4> kToolRecallAt{1, 3, 5, 8};

// The share of requests whose right tool is among the first so many.
struct ToolRecall {
    std::array<double, kToolRecallAt.size()> at{};
};

// How well the tools that a larger model is offered are chosen (`hearth eval tools`): over the requests whose
// label means one of the tools.
struct ToolReport {
    std::string split;
    int n = 0;                        // requests
    int tools = 0;                    // to choose from
    ToolRecall words;                 // by what tools say of themselves alone
    ToolRecall model;                 // by the built-in model alone
    ToolRecall both;                  // as the product does
    std::vector<std::string> missed;  // one line each
    bool stopped = false;             // cancelled: the figures are of what was done
};

// Errors: those of evaluateActions.
base::Result<ToolReport> evaluateTools(std::shared_ptr<const engine::Model> model,
                                       const std::vector<ToolSpec>& specs, const EvaluationOptions& options);

}  // namespace hearth::agent
