// An MPRIS player on the fake desktop's session bus.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "fakes/fake_desktop.h"

namespace hearth::tests {

class FakeMediaPlayer {
  public:
    explicit FakeMediaPlayer(FakeDesktop& desktop, const std::string& name = "fake") {
        service_ = "org.mpris.MediaPlayer2." + name;
        desktop.names.push_back(service_);
        properties["Identity"] = {std::string("Fake Player"), false};
        properties["PlaybackStatus"] = {std::string("Playing"), false};
        auto before = desktop.onCall;
        desktop.onCall = [this,
                          before](const agent::BusCall& call) -> base::Result<std::vector<agent::BusValue>> {
            if (call.service == service_) return answer(call);
            if (before) return before(call);
            return base::fail(base::ErrorCode::NotFound, "There is no such service", call.service);
        };
    }

    void load(const std::string& title, const std::string& artist, const std::string& album) {
        std::map<std::string, agent::BusValue> track;
        track["xesam:title"] = {title, false};
        track["xesam:artist"] = {std::vector<std::string>{artist}, false};
        track["xesam:album"] = {album, false};
        properties["Metadata"] = {track, false};
    }

    std::vector<std::string> commands;  // "Pause", "OpenUri file:///…"
    std::map<std::string, agent::BusValue> properties;

  private:
    base::Result<std::vector<agent::BusValue>> answer(const agent::BusCall& call) {
        if (call.method == "Get") {
            const auto found = properties.find(std::get<std::string>(call.arguments.at(1).value));
            if (found == properties.end())
                return base::fail(base::ErrorCode::InvalidInput, "No such property", call.method);
            return std::vector<agent::BusValue>{found->second};
        }
        if (call.method == "Set") {
            properties[std::get<std::string>(call.arguments.at(1).value)] = call.arguments.at(2);
            return std::vector<agent::BusValue>{};
        }
        std::string said = call.method;
        if (!call.arguments.empty()) said += " " + std::get<std::string>(call.arguments.front().value);
        commands.push_back(said);
        return std::vector<agent::BusValue>{};
    }

    std::string service_;
};

}  // namespace hearth::tests
