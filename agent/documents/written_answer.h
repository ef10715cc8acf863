// The answer with a larger model: what it is asked, and what is made of what it writes. Every sentence of it
// is held against the passages that it cites. One thread, that of the finder.
#pragma once

#include <string>
#include <vector>

#include "agent/agent.h"
#include "base/cancel.h"
#include "base/result.h"
#include "documents/search.h"

namespace hearth::agent::documents {

// The question with numbered passages, in marks that no passage can write.
std::string promptFor(const std::string& question, const std::vector<Passage>& passages);

// Whether the model said that the passages do not hold the answer.
bool saysNothing(const std::string& written);

// Passes on what is written a sentence at a time, without foreign links: nothing in it may be followed before
// it was looked at. Other events go on as they are.
class WrittenStream {
  public:
    WrittenStream(const std::vector<Passage>& passages, const EventSink& sink);
    void tell(const Event& event);

  private:
    std::string known_;  // what the passages say
    const EventSink& sink_;
    std::string held_;
};

// The written text without foreign links and with citations of passages that exist, its sentences held
// against them. Errors: those of the finder.
base::Result<AnswerDone> checkedAnswer(PassageFinder& finder, const Finding& finding,
                                       const std::vector<Passage>& passages, const std::string& written,
                                       const base::CancelToken& cancel);

}  // namespace hearth::agent::documents
