// The real program with its window, without a display, and a connection to it: what tests of the whole drive.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "fakes/temporary_folder.h"
#include "gui/program.h"
#include "handover/line_socket.h"
#include "handover/socket_path.h"

namespace hearth::tests {

class OffscreenHearth {
  public:
    // Local sockets and the data lie in `folder`, for this process too.
    explicit OffscreenHearth(const std::filesystem::path& folder) : folder_(folder) {
        setenv("XDG_RUNTIME_DIR", folder.c_str(), 1);
        std::filesystem::create_directories(data());
    }
    std::filesystem::path data() const { return folder_ / "data"; }
    std::string log() const { return (folder_ / "hearth.log").string(); }

    std::unique_ptr<Program> start() const {
        return std::make_unique<Program>(
            std::vector<std::string>{HEARTH_PROGRAM},
            std::map<std::string, std::string>{{"HEARTH_DATA_DIR", data().string()},
                                               {"HOME", folder_.string()},
                                               {"XDG_RUNTIME_DIR", folder_.string()},
                                               {"QT_QPA_PLATFORM", "offscreen"},
                                               {"QT_QUICK_BACKEND", "software"},
                                               {"DISPLAY", ""},
                                               {"WAYLAND_DISPLAY", ""},
                                               {"DBUS_SESSION_BUS_ADDRESS", ""},
                                               {"TZ", "Europe/Berlin"},
                                               {"LC_ALL", "C.UTF-8"}},
            log());
    }
    // Connected, and greeted; nothing where the program ended first.
    std::optional<app::LineSocket> connect(Program& program) const {
        std::optional<app::LineSocket> socket;
        eventually([&] {
            if (!program.running()) return true;
            auto made = app::LineSocket::connect(app::socketPath(data()));
            if (!made || !made->send("{\"agent\":1}")) return false;
            const auto greeting = made->receive(-1);
            if (greeting && *greeting) socket.emplace(std::move(*made));
            return true;
        });
        return socket;
    }

  private:
    std::filesystem::path folder_;
};

}  // namespace hearth::tests
