// Labelled requests from a file of JSON lines (gzip-packed or plain), and what their labels mean for us.
// Values; any thread.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/functional_grammar.h"

namespace hearth::agent {

struct LabelledSlot {
    std::string name;
    std::string value;  // lower-cased, white space collapsed
};

struct LabelledRequest {
    std::string id;
    std::string source;
    std::string split;
    std::string text;
    std::string domain;
    std::string intent;  // of the first frame, else the name of the first call; may be empty
    std::vector<LabelledSlot> slots;
    std::string dialogue;  // whose turn it is; empty: it stands alone
};

// Errors: Io, NotFound, or InvalidInput naming the line and what is wrong with it.
base::Result<std::vector<LabelledRequest>> readLabelledRequests(const std::filesystem::path& file);

class LabelMap {
  public:
    static base::Result<LabelMap> read(const std::filesystem::path& file);

    struct Meaning {
        std::string suggested;            // a function, or "small_talk", "dialog_control", "none"
        std::vector<std::string> accept;  // right answers of ours, the first being the one trained for
        bool outOfScope() const { return suggested == "none"; }
        bool noAction() const { return suggested == "none" || suggested == "small_talk"; }
    };
    std::optional<Meaning> meaning(const LabelledRequest& request) const;
    // The argument of `function` that a slot is; empty: it is ignored.
    std::string argument(const std::string& source, const std::string& slot,
                         const std::string& function) const;
    // Every argument of `function` that some slot of that source is: only these can be wrong.
    std::set<std::string> scoredArguments(const std::string& source, const std::string& function) const;

  private:
    using Strings = std::map<std::string, std::string>;
    std::map<std::string, Strings> labels_;
    std::map<std::string, std::vector<std::string>> accept_;
    std::map<std::string, std::map<std::string, std::vector<std::string>>> acceptLabels_;
    std::map<std::string, std::map<std::string, Strings>> slots_;  // source, slot, function or "*"
};

// functions.json: names, arguments, and which of them write.
struct FunctionTable {
    std::vector<engine::FunctionalFunction> functions;
    std::set<std::string> writing;
};
base::Result<FunctionTable> readFunctions(const std::filesystem::path& file);

}  // namespace hearth::agent
