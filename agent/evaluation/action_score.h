// Counts right and wrong calls, by the definitions of label_map.json. One thread.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/evaluation.h"
#include "evaluation/labelled_requests.h"

namespace hearth::agent {

class ActionScore {
  public:
    ActionScore(const LabelMap& map, const std::set<std::string>& writing) : map_(map), writing_(writing) {}

    enum class Verdict { Right, WrongFunction, WrongArguments, FalseAction };
    Verdict add(const LabelledRequest& request, const LabelMap::Meaning& meaning,
                const std::vector<Call>& calls);
    ActionScores scores() const;

  private:
    const LabelMap& map_;
    const std::set<std::string>& writing_;
    int all_ = 0;
    int allRight_ = 0;
    int inScope_ = 0;
    int rightFunction_ = 0;
    int rightCall_ = 0;
    int noAction_ = 0;
    int falseActions_ = 0;
    int hitSlots_ = 0;
    int guessedSlots_ = 0;
    int labelledSlots_ = 0;
};

}  // namespace hearth::agent
