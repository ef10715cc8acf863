// control_playback: play, pause, stop, skip, repeat and shuffle on the player that runs.
#include <array>

#include "media/media_players.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "control_playback";
    spec.verb = "Control playback";
    spec.description = "Pause, resume, skip, repeat or shuffle";
    spec.icon = "media";
    spec.writes = true;
    spec.arguments = {{"action",
                       ArgumentType::Enum,
                       "Action",
                       "What should the player do?",
                       true,
                       {"play", "pause", "stop", "next", "previous", "repeat", "shuffle"}}};
    spec.examples = {"pause the music", "next song", "shuffle this playlist"};
    return spec;
}

struct Action {
    const char* name;
    const char* method;  // null: a property is turned
    const char* done;    // said with the player's name behind it
    const char* back;    // the method that takes it back; null: none does
};

constexpr std::array<Action, 7> kActions = {{
    {"play", "Play", "Playing on ", "Pause"},
    {"pause", "Pause", "Paused ", "Play"},
    {"stop", "Stop", "Stopped ", nullptr},
    {"next", "Next", "Skipped to the next on ", "Previous"},
    {"previous", "Previous", "Back to the previous on ", "Next"},
    {"repeat", nullptr, "", nullptr},
    {"shuffle", nullptr, "", nullptr},
}};

const Action* find(const std::string& name) {
    for (const Action& action : kActions)
        if (name == action.name) return &action;
    return nullptr;
}

class ControlPlayback final : public BasicTool {
  public:
    explicit ControlPlayback(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        const std::string action = valueOf(result.fields, "action");
        result.summary = "Control playback";
        if (action.empty()) return result;
        if (!find(action))
            return fail(ErrorCode::InvalidInput,
                        "I can't “" + action + "” music; say play, pause, stop, next or previous.", "action");
        const auto players = mediaPlayers(*context().desktop);
        if (players.empty()) return fail(ErrorCode::Unsupported, kNoPlayer);
        result.summary = action + " on " + players.front().name;
        result.summary[0] = static_cast<char>(result.summary[0] - 'a' + 'A');
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const Action* action = find(valueOf(fields, "action"));
        if (!action)
            return fail(ErrorCode::InvalidInput, "It is not clear what the player should do.", "action");
        Desktop& desktop = *context().desktop;
        const auto players = mediaPlayers(desktop);
        if (players.empty()) return fail(ErrorCode::Unsupported, kNoPlayer);
        const MediaPlayer& player = players.front();
        if (!action->method) return turn(player, action->name);
        if (auto done = command(desktop, player, action->method); !done) return tl::unexpected(done.error());
        const std::string undo = action->back ? player.service + " " + action->back : "";
        return Outcome{action->done + player.name + ".", {}, undo, {}};
    }

    Result<std::string> undo(const std::string& token) override {
        const std::size_t space = token.find(' ');
        MediaPlayer player;
        player.service = token.substr(0, space);
        if (space == std::string::npos)
            return fail(ErrorCode::InvalidInput, "There is nothing to take back.");
        if (auto done = command(*context().desktop, player, token.substr(space + 1)); !done)
            return tl::unexpected(done.error());
        return std::string("The player is as before.");
    }

  private:
    // Repeat and shuffle are switches: the other state than now.
    Result<Outcome> turn(const MediaPlayer& player, const std::string& name) {
        const bool repeat = name == "repeat";
        const char* key = repeat ? "LoopStatus" : "Shuffle";
        auto now = property(*context().desktop, player, key);
        if (!now) return fail(ErrorCode::Unsupported, player.name + " offers no " + name + ".");
        BusValue next;
        bool on = false;
        if (repeat) {
            const auto* loop = std::get_if<std::string>(&now->value);
            on = !loop || *loop == "None";
            next.value = std::string(on ? "Playlist" : "None");
        } else {
            const auto* shuffled = std::get_if<bool>(&now->value);
            on = !shuffled || !*shuffled;
            next.value = on;
        }
        if (auto done = setProperty(*context().desktop, player, key, next); !done)
            return tl::unexpected(done.error());
        return Outcome{(repeat ? "Repeat is " : "Shuffle is ") + std::string(on ? "on" : "off") + " on " +
                           player.name + ".",
                       {},
                       {},
                       {}};
    }
};

}  // namespace

std::unique_ptr<Tool> makeControlPlayback(const ToolContext& context) {
    return std::make_unique<ControlPlayback>(context);
}

}  // namespace hearth::agent::tools
