// What may be told to whom: for each kind of personal data and each destination allow, mask or never. What
// the user did not choose is as standardHandling() says. Kept as JSON in a small file. Values; any thread.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "privacy/finder.h"

namespace hearth::privacy {

enum class Handling { Allow, Mask, Never };

// Never for what opens accounts and doors (keys, wallets); else mask.
Handling standardHandling(std::string_view kind);

class Policy {
  public:
    // `destination`: a host, or "*" for all; `kind`: as Finding::kind, or "*" for all. A host's rule goes
    // before that for all hosts, and a kind's before that for all kinds.
    Handling of(const std::string& kind, const std::string& destination) const;
    void set(const std::string& kind, const std::string& destination, Handling handling);

    // A missing file is the standard policy. InvalidInput names what is wrong: a damaged policy must not be
    // taken for a lax one.
    static base::Result<Policy> read(const std::filesystem::path& file);
    base::Result<void> write(const std::filesystem::path& file) const;

  private:
    std::map<std::pair<std::string, std::string>, Handling> rules_;  // by destination and kind
};

// What a policy says about one text.
struct Verdict {
    std::vector<std::string> forbidden;  // kinds that must never go there: then nothing may
    std::vector<std::string> masked;     // kinds that go as stand-ins
};
Verdict judge(const Policy& policy, const std::vector<Finding>& findings, const std::string& destination);

}  // namespace hearth::privacy
