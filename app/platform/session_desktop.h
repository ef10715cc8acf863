// The desktop this program runs on, for the agent's tools: D-Bus, notifications, and other programs. Made by
// the composition root; may be called from any thread, one call at a time. Works without a desktop: then its
// calls say so.
#pragma once

#include <map>
#include <mutex>

#include "agent/desktop.h"

struct DBusConnection;

namespace hearth::app {

class SessionDesktop final : public agent::Desktop {
  public:
    SessionDesktop() = default;
    ~SessionDesktop() override;
    SessionDesktop(const SessionDesktop&) = delete;
    SessionDesktop& operator=(const SessionDesktop&) = delete;

    base::Result<void> openUrl(const std::string& url) override;
    base::Result<void> launch(const std::vector<std::string>& arguments) override;
    base::Result<std::string> execute(const std::vector<std::string>& arguments, int timeoutMs) override;
    base::Result<void> notify(const agent::Notification& notification) override;
    base::Result<std::vector<agent::BusValue>> call(const agent::BusCall& call) override;
    std::vector<std::string> busNames(const std::string& prefix) override;

  private:
    base::Result<DBusConnection*> connection(agent::BusCall::Bus bus);
    base::Result<std::vector<agent::BusValue>> callLocked(const agent::BusCall& call);

    std::mutex mutex_;
    DBusConnection* session_ = nullptr;
    DBusConnection* system_ = nullptr;
    std::map<std::string, std::uint32_t> shown_;  // notification by its id: to be replaced
};

}  // namespace hearth::app
