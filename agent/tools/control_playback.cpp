// control_playback: play, pause, stop, skip, repeat and shuffle on the player that runs.
#include <array>

#include "media/media_players.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

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
    const char* done;    // a phrase
    const char* back;    // the method that takes it back; null: none does
};

constexpr std::array<Action, 7> kActions = {{
    {"play", "Play", phrase("Playing on {player}."), "Pause"},
    {"pause", "Pause", phrase("Paused {player}."), "Play"},
    {"stop", "Stop", phrase("Stopped {player}."), nullptr},
    {"next", "Next", phrase("Skipped to the next on {player}."), "Previous"},
    {"previous", "Previous", phrase("Back to the previous on {player}."), "Next"},
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
        result.summary = say("Control playback");
        if (action.empty()) return result;
        if (!find(action))
            return fail(ErrorCode::InvalidInput,
                        say("I can't “{action}” music; say play, pause, stop, next or previous.",
                            {{"action", action}}),
                        "action");
        const auto players = mediaPlayers(*context().desktop);
        if (players.empty()) return fail(ErrorCode::Unsupported, say(kNoPlayer));
        result.summary = words::capitalized(
            say("{action} on {player}", {{"action", say(action)}, {"player", players.front().name}}));
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const Action* action = find(valueOf(fields, "action"));
        if (!action)
            return fail(ErrorCode::InvalidInput, say("It is not clear what the player should do."), "action");
        Desktop& desktop = *context().desktop;
        const auto players = mediaPlayers(desktop);
        if (players.empty()) return fail(ErrorCode::Unsupported, say(kNoPlayer));
        const MediaPlayer& player = players.front();
        if (!action->method) return turn(player, action->name);
        if (auto done = command(desktop, player, action->method); !done) return tl::unexpected(done.error());
        const std::string undo = action->back ? player.service + " " + action->back : "";
        return Outcome{say(action->done, {{"player", player.name}}), {}, undo, {}};
    }

    Result<std::string> undo(const std::string& token) override {
        const std::size_t space = token.find(' ');
        MediaPlayer player;
        player.service = token.substr(0, space);
        if (space == std::string::npos)
            return fail(ErrorCode::InvalidInput, phrase("There is nothing to take back."));
        if (auto done = command(*context().desktop, player, token.substr(space + 1)); !done)
            return tl::unexpected(done.error());
        return say("The player is as before.");
    }

  private:
    // Repeat and shuffle are switches: the other state than now.
    Result<Outcome> turn(const MediaPlayer& player, const std::string& name) {
        const bool repeat = name == "repeat";
        const char* key = repeat ? "LoopStatus" : "Shuffle";
        auto now = property(*context().desktop, player, key);
        if (!now)
            return fail(ErrorCode::Unsupported,
                        say(repeat ? "{player} offers no repeat." : "{player} offers no shuffle.",
                            {{"player", player.name}}));
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
        const std::string state = on ? "on" : "off";
        const std::string text = repeat ? say("Repeat is {state, select, on{on} other{off}} on {player}.",
                                              {{"state", state}, {"player", player.name}})
                                        : say("Shuffle is {state, select, on{on} other{off}} on {player}.",
                                              {{"state", state}, {"player", player.name}});
        return Outcome{text, {}, {}, {}};
    }
};

}  // namespace

std::unique_ptr<Tool> makeControlPlayback(const ToolContext& context) {
    return std::make_unique<ControlPlayback>(context);
}

}  // namespace hearth::agent::tools
