// add_to_playlist: puts a song of the user's files on an M3U playlist in the music folder, which every player
// reads. Without a song, the one that plays.
#include "agent/file_changes.h"
#include "files/file_search.h"
#include "media/media_players.h"
#include "media/music_files.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

// Hidden fields: the file that goes onto the playlist, and the playlist's own.
constexpr const char* kSong = "path";
constexpr const char* kList = "playlist_path";

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "add_to_playlist";
    spec.verb = "Add to playlist";
    spec.description = "Add music to a playlist";
    spec.icon = "music";
    spec.writes = true;
    spec.arguments = {
        {"playlist", ArgumentType::Text, "Playlist", "Onto which playlist?", true, {}},
        {"song", ArgumentType::Text, "Song", "Which song?", false, {}},
        {"artist", ArgumentType::Text, "Artist", "By whom?", false, {}},
        {"kind", ArgumentType::Text, "Kind", "A song or an album?", false, {}},
        {"owner", ArgumentType::Text, "Whose", "Whose playlist?", false, {}},
    };
    spec.examples = {"add Blue Train to my jazz playlist", "put this song on the dinner playlist",
                     "add Kind of Blue by Miles Davis to evening"};
    return spec;
}

fs::path musicFolder(const fs::path& home) {
    for (const fs::path& folder : userFolders(home))
        if (words::folded(folder.filename().string()).find("musi") != std::string::npos) return folder;
    return home / "Music";
}

// "my jazz playlist" is "jazz".
std::string playlistName(const std::string& said) {
    std::string name;
    for (const std::string& word : words::of(said))
        if (word != "playlist" && word != "my" && word != "the" && word != "called")
            name += (name.empty() ? "" : " ") + word;
    return name.empty() ? std::string() : words::capitalized(name);
}

bool namesNothing(const std::string& song) {
    for (const std::string& word : words::of(song))
        if (word != "this" && word != "song" && word != "the" && word != "current" && word != "track" &&
            word != "it" && word != "that" && word != "one")
            return false;
    return true;
}

class AddToPlaylist final : public BasicTool {
  public:
    explicit AddToPlaylist(const ToolContext& context)
        : BasicTool(makeSpec(), context, phrase("The playlist is as before.")) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        result.summary = say("Add to a playlist");
        const std::string name = playlistName(valueOf(result.fields, "playlist"));
        if (name.empty()) {
            ask(result, "playlist", questionFor("playlist"));
            return result;
        }
        std::string song = valueOf(result.fields, "song");
        const std::string artist = valueOf(result.fields, "artist");
        if (namesNothing(song)) song = artist.empty() ? playing() : "";
        const std::string words = song + (song.empty() || artist.empty() ? "" : " ") + artist;
        if (words.empty()) {
            ask(result, "song", say("Which song? No player says what it plays."));
            return result;
        }
        const auto file = findMedia(context().homeDir, words, false, {});
        if (!file)
            return fail(ErrorCode::NotFound,
                        say("“{words}” is not among your own music files, and I can't reach playlists of "
                            "online services.",
                            {{"words", words}}),
                        "song");
        const fs::path list = musicFolder(context().homeDir) / (fileNameFor(name) + ".m3u8");
        set(result, "playlist", name);
        set(result, "song", file->stem().string());
        setHidden(result, kSong, file->string());
        setHidden(result, kList, list.string());
        result.summary =
            say("Add “{song}” to the playlist “{list}”", {{"song", file->stem().string()}, {"list", name}});
        std::error_code error;
        if (!fs::exists(list, error)) result.warnings.push_back(say("The playlist is new"));
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string song = valueOf(fields, kSong);
        const fs::path list = valueOf(fields, kList);
        if (song.empty() || list.empty())
            return fail(ErrorCode::InvalidInput, say("It is not clear which song is meant."), "song");
        std::string bytes = "#EXTM3U\n";
        std::error_code error;
        if (fs::exists(list, error)) {
            auto old = readFile(list);
            if (!old) return tl::unexpected(old.error());
            bytes = *old;
            if (!bytes.empty() && bytes.back() != '\n') bytes += '\n';
        }
        const std::string id = changeId(fields);
        if (auto done = context().changes->apply(id, {{list, bytes + song + "\n"}}); !done)
            return tl::unexpected(done.error());
        return Outcome{say("Added “{song}” to the playlist “{list}”.",
                           {{"song", valueOf(fields, "song")}, {"list", valueOf(fields, "playlist")}}),
                       list.string(),
                       id,
                       {}};
    }

  private:
    std::string playing() const {
        for (const MediaPlayer& player : mediaPlayers(*context().desktop))
            if (const auto track = currentTrack(*context().desktop, player))
                return track->title + (track->artists.empty() ? "" : " " + track->artists.front());
        return {};
    }
};

}  // namespace

std::unique_ptr<Tool> makeAddToPlaylist(const ToolContext& context) {
    return std::make_unique<AddToPlaylist>(context);
}

}  // namespace hearth::agent::tools
