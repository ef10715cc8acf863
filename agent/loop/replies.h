// The assistant's fixed sentences, from assets/prompts/replies.json: honest about what the built-in model
// cannot do. Immutable after reading.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"

namespace hearth::agent::loop {

class Replies {
  public:
    // A file that is missing or malformed is an error naming it.
    static base::Result<Replies> read(const std::filesystem::path& file);

    // A sentence for the topic; of several the `turn`-th, in circles. An unknown topic gives that of "other".
    std::string say(const std::string& topic, std::size_t turn = 0) const;
    // True where a larger model would do better.
    static bool needsLargerModel(const std::string& topic);

  private:
    std::map<std::string, std::vector<std::string>> sentences_;
};

}  // namespace hearth::agent::loop
