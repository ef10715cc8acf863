// play_music and play_media: see play_media.h.
#include "tools/play_media.h"

#include <filesystem>

#include "agent/desktop.h"
#include "media/media_players.h"
#include "media/music_files.h"
#include "tools/tools.h"
#include "tools/web_tools.h"
#include "words/uri.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// The hidden field with the file that the card showed.
constexpr const char* kPath = "path";

ArgumentSpec text(const char* name, const char* label, const char* question) {
    return {name, ArgumentType::Text, label, question, false, {}};
}

ToolSpec musicSpec() {
    ToolSpec spec;
    spec.name = "play_music";
    spec.verb = "Play music";
    spec.description = "Play songs, albums, artists or playlists";
    spec.icon = "music";
    spec.writes = true;
    spec.arguments = {text("song", "Song", "Which song?"),
                      text("artist", "Artist", "By whom?"),
                      text("album", "Album", "Which album?"),
                      text("genre", "Genre", "Which kind of music?"),
                      text("playlist", "Playlist", "Which playlist?"),
                      text("service", "Service", "On which service?"),
                      text("kind", "Kind", "A song, an album or something else?"),
                      text("sort", "Sort", "The newest, the best?"),
                      text("year", "Year", "From which year?")};
    spec.examples = {"play some jazz", "play Blue Train by John Coltrane", "play my dinner playlist"};
    return spec;
}

ToolSpec mediaSpec() {
    ToolSpec spec;
    spec.name = "play_media";
    spec.verb = "Play";
    spec.description = "Play a film, radio station, podcast, audiobook or game";
    spec.icon = "media";
    spec.writes = true;
    spec.arguments = {text("title", "Title", "What should I play?"), text("kind", "Kind", "What kind?"),
                      text("service", "Service", "On which service?")};
    spec.examples = {"play the film Metropolis", "play BBC Radio 4", "continue my audiobook"};
    return spec;
}

std::string joinedFields(const std::vector<Field>& fields, std::initializer_list<const char*> names) {
    std::string out;
    for (const char* name : names)
        if (const std::string value = valueOf(fields, name); !value.empty())
            out += (out.empty() ? "" : " ") + value;
    return out;
}

class PlayMusic final : public PlayTool {
  public:
    explicit PlayMusic(const ToolContext& context) : PlayTool(musicSpec(), context, false) {}

  protected:
    std::string wordsOf(const std::vector<Field>& fields, bool forWeb) const override {
        if (forWeb)
            return joinedFields(
                fields, {"sort", "song", "album", "artist", "genre", "playlist", "kind", "year", "service"});
        return joinedFields(fields, {"song", "album", "artist", "genre", "playlist"});
    }
};

class PlayMedia final : public PlayTool {
  public:
    explicit PlayMedia(const ToolContext& context) : PlayTool(mediaSpec(), context, true) {}

  protected:
    std::string wordsOf(const std::vector<Field>& fields, bool forWeb) const override {
        return forWeb ? joinedFields(fields, {"title", "kind", "service"}) : joinedFields(fields, {"title"});
    }
};

}  // namespace

Result<Prepared> PlayTool::prepare(const Call& call) {
    if (call.argument("search_words"))
        return preparedSearch(context(), spec().name, *call.argument("search_words"));
    Prepared result = prepared(call);
    const std::string words = wordsOf(result.fields, true);
    const std::string own = wordsOf(result.fields, false);
    if (words.empty()) {
        const auto players = mediaPlayers(*context().desktop);
        if (players.empty()) return fail(ErrorCode::Unsupported, say(kNoPlayer));
        result.summary = say("Play on {player}", {{"player", players.front().name}});
        return result;
    }
    const bool elsewhere = !valueOf(result.fields, "service").empty();
    if (!elsewhere && !own.empty())
        if (const auto path = findMedia(context().homeDir, own, video_, {})) {
            setHidden(result, kPath, path->string());
            result.summary = say("Play {what}", {{"what", path->filename().string()}});
            return result;
        }
    Prepared search = preparedSearch(context(), spec().name, video_ ? "play " + words : "listen to " + words);
    search.warnings.push_back(say("Nothing among your own files fits, so this searches the web"));
    if (elsewhere)
        search.warnings.back() = say("I can't reach that service from here, so this searches the web");
    return search;
}

Result<Outcome> PlayTool::run(const std::vector<Field>& fields, base::CancelToken) {
    if (isSearch(fields)) return runSearch(context(), fields);
    const std::string path = valueOf(fields, kPath);
    return path.empty() ? resume() : playFile(path);
}

Result<Outcome> PlayTool::playFile(const std::string& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return fail(ErrorCode::NotFound, say("That file is not there any more."), path);
    const std::string uri = fileUri(path);
    const std::string name = std::filesystem::path(path).filename().string();
    const auto players = mediaPlayers(*context().desktop);
    // Browsers and others are players that cannot open files; the program for the file's type can.
    if (!players.empty() && openUri(*context().desktop, players.front(), uri))
        return Outcome{say("Playing {what} on {player}.", {{"what", name}, {"player", players.front().name}}),
                       path,
                       {},
                       {}};
    if (auto opened = context().desktop->openUrl(uri); !opened) return tl::unexpected(opened.error());
    return Outcome{say("Opened {what}.", {{"what", name}}), path, {}, {}};
}

Result<Outcome> PlayTool::resume() {
    const auto players = mediaPlayers(*context().desktop);
    if (players.empty()) return fail(ErrorCode::Unsupported, say(kNoPlayer));
    if (auto done = command(*context().desktop, players.front(), "Play"); !done)
        return tl::unexpected(done.error());
    return Outcome{say("Playing on {player}.", {{"player", players.front().name}}), {}, {}, {}};
}

std::unique_ptr<Tool> makePlayMusic(const ToolContext& context) {
    return std::make_unique<PlayMusic>(context);
}
std::unique_ptr<Tool> makePlayMedia(const ToolContext& context) {
    return std::make_unique<PlayMedia>(context);
}

}  // namespace hearth::agent::tools
