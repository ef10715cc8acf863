// What tools may ask of the desktop they run on. The real one (app/platform, Qt D-Bus) and the fake one
// (tests/fakes) implement it; tools never talk to the system by other ways. Owned by the composition root,
// called on the assistant's worker thread.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace hearth::agent {

// A value of a D-Bus message. `variant`: sent inside a D-Bus variant ("v"), as org.freedesktop.DBus.
// Properties.Set wants it; variants that come back are unwrapped and have it false.
struct BusValue {
    std::variant<std::monostate, bool, std::int32_t, std::uint32_t, std::int64_t, std::uint64_t, double,
                 std::string, std::vector<std::string>, std::map<std::string, BusValue>,
                 std::vector<BusValue>>
        value;
    bool variant = false;
};

struct BusCall {
    enum class Bus { Session, System };
    Bus bus = Bus::Session;
    std::string service;    // "org.mpris.MediaPlayer2.vlc"
    std::string path;       // "/org/mpris/MediaPlayer2"
    std::string interface;  // "org.mpris.MediaPlayer2.Player"
    std::string method;     // "PlayPause"
    std::vector<BusValue> arguments;
    int timeoutMs = 2000;
};

struct Notification {
    std::string id;  // the same id replaces what is shown; may be empty
    std::string title;
    std::string body;
    bool urgent = false;  // stays until it is dismissed: alarms
};

class Desktop {
  public:
    virtual ~Desktop() = default;

    // Opens a web address, mailto:, tel:, geo: or file: address with what the user has chosen for it.
    virtual base::Result<void> openUrl(const std::string& url) = 0;
    // Starts a program without a shell and does not wait for it. `arguments[0]` is looked up in PATH.
    virtual base::Result<void> launch(const std::vector<std::string>& arguments) = 0;
    // Runs a program without a shell, waits for it and gives what it printed. An exit status other than 0
    // is an error that carries what it printed to its error output.
    virtual base::Result<std::string> execute(const std::vector<std::string>& arguments, int timeoutMs) = 0;
    virtual base::Result<void> notify(const Notification& notification) = 0;
    // The reply's values. NotFound: no such service on this desktop; Unsupported: there is no bus.
    virtual base::Result<std::vector<BusValue>> call(const BusCall& call) = 0;
    // Names on the session bus that start with `prefix`; empty where there is no bus.
    virtual std::vector<std::string> busNames(const std::string& prefix) = 0;
};

}  // namespace hearth::agent
