// identify_music: says what the player plays; a question about other music is looked up on the web.
#include <nlohmann/json.hpp>

#include "media/media_players.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "tools/web_tools.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "identify_music";
    spec.verb = "Name the music";
    spec.description = "Say what is playing or answer about music";
    spec.icon = "music";
    spec.arguments = {
        {"song", ArgumentType::Text, "Song", "Which song?", false, {}},
        {"artist", ArgumentType::Text, "Artist", "Which artist?", false, {}},
    };
    spec.examples = {"what song is this", "who is singing", "which album is Blue Train from"};
    return spec;
}

class IdentifyMusic final : public BasicTool {
  public:
    explicit IdentifyMusic(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        if (call.argument("search_words"))
            return preparedSearch(context(), spec().name, *call.argument("search_words"));
        Prepared result = prepared(call);
        const std::string song = valueOf(result.fields, "song");
        const std::string artist = valueOf(result.fields, "artist");
        if (!song.empty() || !artist.empty())
            return preparedSearch(context(), spec().name,
                                  song + (song.empty() || artist.empty() ? "" : " ") + artist + " song");
        result.summary = say("What is playing");
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        if (isSearch(fields)) return runSearch(context(), fields);
        const auto players = mediaPlayers(*context().desktop);
        if (players.empty())
            return fail(
                ErrorCode::Unsupported,
                say("No player on this computer says what it plays, and I don't listen to the room."));
        for (const MediaPlayer& player : players) {
            const auto track = currentTrack(*context().desktop, player);
            if (!track) continue;
            const nlohmann::json items = {{{"title", track->title},
                                           {"artists", track->artists},
                                           {"album", track->album},
                                           {"player", player.name}}};
            const bool plays = player.status == "Playing";
            return Outcome{say(plays ? "{player} plays {track}." : "{player} has {track}.",
                               {{"player", player.name}, {"track", trackText(context().phrases, *track)}}),
                           {},
                           {},
                           items.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)};
        }
        return Outcome{
            say("{player} does not say what it plays.", {{"player", players.front().name}}), {}, {}, "[]"};
    }
};

}  // namespace

std::unique_ptr<Tool> makeIdentifyMusic(const ToolContext& context) {
    return std::make_unique<IdentifyMusic>(context);
}

}  // namespace hearth::agent::tools
