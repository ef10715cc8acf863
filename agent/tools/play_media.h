// What play_music and play_media share: a file of the user on the player that runs or in the program for it,
// else the player resumes, else a search on the web that the user agrees to first.
#pragma once

#include <string>

#include "tools/basic_tool.h"

namespace hearth::agent::tools {

class PlayTool : public BasicTool {
  public:
    PlayTool(ToolSpec spec, const ToolContext& context, bool video)
        : BasicTool(std::move(spec), context), video_(video) {}

    base::Result<Prepared> prepare(const Call& call) override;
    base::Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken cancel) override;

  protected:
    // The words that say what to play, in the order in which people search for it; empty: just play. Those
    // for the web say more ("album", "newest") than names of files do.
    virtual std::string wordsOf(const std::vector<Field>& fields, bool forWeb) const = 0;

  private:
    base::Result<Outcome> playFile(const std::string& path);
    base::Result<Outcome> resume();
    bool video_;
};

}  // namespace hearth::agent::tools
