// Takes an answer as it streams and gives each sentence once it is finished, for a screen reader. A block of
// code counts as one sentence. A value; one thread.
#pragma once

#include <QString>
#include <vector>

namespace hearth::app {

class SentenceGatherer {
  public:
    std::vector<QString> push(const QString& text);
    // The rest. `whole`: the answer as it is in the end; where nothing was pushed, it is given instead.
    std::vector<QString> finish(const QString& whole);

  private:
    qsizetype endOfSentence() const;  // in rest_, behind it; -1: not yet

    QString rest_;
    bool heard_ = false;
};

}  // namespace hearth::app
