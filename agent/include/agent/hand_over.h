// Giving a request to a larger model elsewhere: what would be sent, as the privacy policy wants it, and the
// answer with the user's own names and numbers again. Keeps the stand-ins of the conversations it saw lately
// in memory, and where it is given a store, there too. One thread at a time; what it is given must outlive
// it.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/remote_model.h"
#include "privacy/finder.h"
#include "privacy/mapping_store.h"
#include "privacy/masking.h"
#include "privacy/policy.h"

namespace hearth::agent {

class HandOver {
  public:
    HandOver(RemoteModel& remote, const privacy::Finder& finder, privacy::Policy policy)
        : remote_(remote), finder_(finder), policy_(std::move(policy)) {}

    // While it says so nothing is offered or sent.
    void setOffline(std::function<bool()> offline) { offline_ = std::move(offline); }
    bool offline() const { return offline_ && offline_(); }

    // What would be sent. Errors: Refused where the policy forbids a kind of data in it (named as
    // the place).
    base::Result<HandOverOffer> preview(const Request& request);

    // Sends that, and gives the restored answer, told to `onText` as it comes. Errors: those of preview() and
    // RemoteModel::ask; Refused while offline.
    base::Result<std::string> answer(const Request& request,
                                     const std::function<void(const std::string&)>& onText,
                                     const base::CancelToken& cancel);

    // Seconds that an answer may take on this device before an automatic hand-over prefers the other one; 0:
    // any.
    double patience() const { return patience_ ? patience_() : 0; }
    void setPatience(std::function<double()> seconds) { patience_ = std::move(seconds); }
    // Kinds of personal data that are neither looked for nor masked.
    void setKindsOff(std::set<std::string> kinds) { kindsOff_ = std::move(kinds); }
    // Keeps the stand-ins of conversations that have a number; null: in memory alone.
    void keepIn(privacy::MappingStore* store) { store_ = store; }
    base::Result<std::string> host() const { return remote_.host(); }
    const std::string& model() const { return remote_.server().model; }

    void setPolicy(privacy::Policy policy) { policy_ = std::move(policy); }
    // Drops the stand-ins of all conversations.
    void forget() { maskers_.clear(); }

  private:
    struct Conversation {
        std::string name;  // its number, or the first thing said in it
        std::unique_ptr<privacy::Masker> masker;
    };
    base::Result<std::vector<RemoteMessage>> masked(const Request& request, const std::string& host);
    privacy::Masker& maskerFor(const Request& request, const std::string& host);
    privacy::FindOptions findOptions(const std::string& host) const;
    std::unique_ptr<privacy::Masker> makeMasker(const Request& request) const;

    RemoteModel& remote_;
    const privacy::Finder& finder_;
    privacy::Policy policy_;
    std::function<double()> patience_;
    std::set<std::string> kindsOff_;
    std::function<bool()> offline_;
    privacy::MappingStore* store_ = nullptr;
    std::list<Conversation> maskers_;  // lately used first
};

}  // namespace hearth::agent
