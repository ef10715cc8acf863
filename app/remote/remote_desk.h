// All that stands between the agent and a larger model elsewhere, made from what the user chose: the way out
// (which heeds the Offline switch), the finder of personal data, the policy, and the stand-ins kept for each
// conversation. Used on the thread of the agent that it is given to, which it must outlive.
#pragma once

#include <filesystem>
#include <memory>
#include <set>
#include <string>

#include "agent/hand_over.h"
#include "agent/remote_model.h"
#include "base/result.h"
#include "privacy/egress.h"
#include "privacy/finder.h"
#include "privacy/mapping_store.h"

namespace hearth::app {

struct RemoteSetup {
    std::filesystem::path dataDir;
    std::filesystem::path namesModel;  // assets/models/names.tagger
    agent::RemoteServer server;
    agent::RemoteLimits limits = {};
};

class RemoteDesk {
  public:
    // Errors: NotFound where no server is named; InvalidInput for an address that is none or a damaged
    // policy; those of opening the log, the stand-ins and the model of names.
    static base::Result<std::unique_ptr<RemoteDesk>> open(const RemoteSetup& setup);

    agent::RemoteModel& model() { return model_; }
    agent::HandOver& handOver() { return handOver_; }

  private:
    RemoteDesk(const RemoteSetup& setup, std::unique_ptr<privacy::Egress> egress, privacy::Finder finder,
               privacy::Policy policy, privacy::MappingStore mappings);

    std::unique_ptr<privacy::Egress> egress_;
    privacy::Finder finder_;
    privacy::MappingStore mappings_;
    agent::RemoteModel model_;
    agent::HandOver handOver_;
};

// The server as the settings of the folder name it, without its key.
agent::RemoteServer namedServer(const std::filesystem::path& dataDir);
// A way out for these rules: its log in the data folder, the Offline switch of the settings.
base::Result<std::unique_ptr<privacy::Egress>> openEgress(const std::filesystem::path& dataDir,
                                                          std::vector<privacy::EgressRule> rules);
// The way to that server alone. Errors: NotFound, InvalidInput as RemoteDesk::open.
base::Result<std::unique_ptr<privacy::Egress>> openRemoteEgress(const std::filesystem::path& dataDir,
                                                                const agent::RemoteServer& server);
// The kinds in a text with blanks between.
std::set<std::string> kindsIn(const std::string& text);
// Looks for all that the finder knows but these.
privacy::FindOptions optionsWithout(const privacy::Finder& finder, const std::set<std::string>& kinds);
// Kinds of personal data that the user switched off.
std::set<std::string> kindsOff(const std::filesystem::path& dataDir);

}  // namespace hearth::app
