// A desktop that writes down what was asked of it and answers as the test says.
#pragma once

#include <functional>

#include "agent/desktop.h"

namespace hearth::tests {

class FakeDesktop final : public agent::Desktop {
  public:
    std::vector<std::string> opened;
    std::vector<std::vector<std::string>> launched;
    std::vector<std::vector<std::string>> executed;
    std::vector<agent::Notification> notifications;
    std::vector<agent::BusCall> calls;
    std::vector<std::string> names;  // on the session bus

    // Unset: every program prints nothing, and the bus has no service.
    std::function<base::Result<std::string>(const std::vector<std::string>&)> onExecute;
    std::function<base::Result<std::vector<agent::BusValue>>(const agent::BusCall&)> onCall;

    base::Result<void> openUrl(const std::string& url) override {
        opened.push_back(url);
        return {};
    }
    base::Result<void> launch(const std::vector<std::string>& arguments) override {
        launched.push_back(arguments);
        return {};
    }
    base::Result<std::string> execute(const std::vector<std::string>& arguments, int) override {
        executed.push_back(arguments);
        return onExecute ? onExecute(arguments) : base::Result<std::string>(std::string());
    }
    base::Result<void> notify(const agent::Notification& notification) override {
        notifications.push_back(notification);
        return {};
    }
    base::Result<std::vector<agent::BusValue>> call(const agent::BusCall& call) override {
        calls.push_back(call);
        if (onCall) return onCall(call);
        return base::fail(base::ErrorCode::NotFound, "There is no such service", call.service);
    }
    std::vector<std::string> busNames(const std::string& prefix) override {
        std::vector<std::string> found;
        for (const std::string& name : names)
            if (name.starts_with(prefix)) found.push_back(name);
        return found;
    }
};

}  // namespace hearth::tests
