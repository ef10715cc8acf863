// Giving a request to a larger model elsewhere: what would be sent, as the privacy policy wants it, and the
// answer with the user's own names and numbers again. Keeps the stand-ins of the conversations it saw lately
// in memory. One thread at a time; what it is given must outlive it.
#pragma once

#include <functional>
#include <list>
#include <memory>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/remote_model.h"
#include "privacy/finder.h"
#include "privacy/masking.h"
#include "privacy/policy.h"

namespace hearth::agent {

class HandOver {
  public:
    HandOver(RemoteModel& remote, const privacy::Finder& finder, privacy::Policy policy)
        : remote_(remote), finder_(finder), policy_(std::move(policy)) {}

    // What would be sent. Errors: Refused where the policy forbids a kind of data in it (named in the
    // message).
    base::Result<HandOverOffer> preview(const Request& request);

    // Sends that, and gives the restored answer, told to `onText` as it comes. Errors: those of preview() and
    // RemoteModel::ask.
    base::Result<std::string> answer(const Request& request,
                                     const std::function<void(const std::string&)>& onText,
                                     const base::CancelToken& cancel);

    // Seconds that an answer may take on this device before an automatic hand-over prefers the other one; 0:
    // any.
    double patience() const { return patience_; }
    void setPatience(double seconds) { patience_ = seconds; }

    void setPolicy(privacy::Policy policy) { policy_ = std::move(policy); }
    // Drops the stand-ins of all conversations.
    void forget() { maskers_.clear(); }

  private:
    struct Conversation {
        std::string first;  // the first thing said in it
        std::unique_ptr<privacy::Masker> masker;
    };
    base::Result<std::vector<RemoteMessage>> masked(const Request& request, const std::string& host);
    privacy::Masker& maskerFor(const Request& request, const std::string& host);

    RemoteModel& remote_;
    const privacy::Finder& finder_;
    privacy::Policy policy_;
    double patience_ = 0;
    std::list<Conversation> maskers_;  // lately used first
};

}  // namespace hearth::agent
