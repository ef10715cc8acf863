// Which tools a request may need, most likely first: the words of the request against what the tools say of
// themselves (BM25), and what the built-in model takes for likely. Only these are put before a larger model,
// so that sixty tools cost it no more than eight. Immutable; any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agent/tool.h"

namespace hearth::agent {

class ToolRanking {
  public:
    explicit ToolRanking(const std::vector<const ToolSpec*>& specs);

    // A function of the built-in model and its probability.
    using Likely = std::pair<std::string, double>;

    // All tools, the likeliest first; those that nothing speaks for come last, in the order given. `likely`
    // may name functions that are no tools, and may be empty.
    std::vector<std::string> rank(const std::string& request, std::vector<Likely> likely) const;

    // How well the words of the request fit each tool, 0 … 1, the best of them 1.
    std::vector<double> wordScores(const std::string& request) const;

  private:
    struct Document {
        std::string name;
        std::map<std::string, double> weights;  // of each term: how often it occurs, by field
        double length = 0;
    };
    std::vector<Document> documents_;
    std::map<std::string, int> documentsWith_;
    double averageLength_ = 1;
};

// The terms of a text: words in lower case, without endings and the words that every request has.
std::vector<std::string> termsOf(std::string_view text);

// Tools put before a larger model at once.
inline constexpr std::size_t kOfferedTools = 8;

// The tools to offer: those in `kept` (of open cards) always, then the best of `ranked`. What was offered
// `before` in this conversation stays as it is while it still has the best few: the prompt begins with the
// tools, and a prompt that begins as the last one did is not computed again.
std::vector<std::string> offeredTools(const std::vector<std::string>& ranked,
                                      const std::vector<std::string>& kept,
                                      const std::vector<std::string>& before);

}  // namespace hearth::agent
