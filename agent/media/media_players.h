// The programs that play music and films, through the MPRIS D-Bus interface (version 2.2) that they offer on
// the session bus. A thin layer over the Desktop port: nothing is cached. Worker thread only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "agent/desktop.h"
#include "agent/phrases.h"
#include "base/result.h"

namespace hearth::agent {

struct Track {
    std::string title;
    std::vector<std::string> artists;
    std::string album;
};

struct MediaPlayer {
    std::string service;  // "org.mpris.MediaPlayer2.vlc"
    std::string name;     // "VLC media player"; the last part of the service where it does not say
    std::string status;   // "Playing", "Paused", "Stopped"; empty: it does not say
};

// All players, those that play first, then those that pause. Empty where there is none or no bus.
std::vector<MediaPlayer> mediaPlayers(Desktop& desktop);

// A method of the player interface without arguments: "PlayPause", "Play", "Pause", "Stop", "Next",
// "Previous".
base::Result<void> command(Desktop& desktop, const MediaPlayer& player, const std::string& method);
// A property of the player interface, read or set ("Shuffle", "LoopStatus", "Volume").
base::Result<BusValue> property(Desktop& desktop, const MediaPlayer& player, const std::string& name);
base::Result<void> setProperty(Desktop& desktop, const MediaPlayer& player, const std::string& name,
                               BusValue value);
// Starts playing this address.
base::Result<void> openUri(Desktop& desktop, const MediaPlayer& player, const std::string& uri);

// What the player has loaded; nothing where it tells nothing.
std::optional<Track> currentTrack(Desktop& desktop, const MediaPlayer& player);

// "“Blue” by Ana Silva (Skies)".
std::string trackText(const Phrases& phrases, const Track& track);

// What is said where no player runs.
inline constexpr const char* kNoPlayer = phrase(
    "No music or film program is running that I could steer. Open one first: say “open” and its name.");

}  // namespace hearth::agent
