#include "media/media_players.h"

#include <algorithm>

#include "words/words.h"

namespace hearth::agent {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr const char* kPrefix = "org.mpris.MediaPlayer2.";
constexpr const char* kPath = "/org/mpris/MediaPlayer2";
constexpr const char* kPlayer = "org.mpris.MediaPlayer2.Player";
constexpr const char* kRoot = "org.mpris.MediaPlayer2";
constexpr const char* kProperties = "org.freedesktop.DBus.Properties";

BusValue text(const std::string& value) {
    return BusValue{value, false};
}

BusCall callOf(const std::string& service, const char* interface, const char* method,
               std::vector<BusValue> arguments) {
    BusCall call;
    call.service = service;
    call.path = kPath;
    call.interface = interface;
    call.method = method;
    call.arguments = std::move(arguments);
    return call;
}

Result<BusValue> get(Desktop& desktop, const std::string& service, const char* interface,
                     const std::string& name) {
    auto reply = desktop.call(callOf(service, kProperties, "Get", {text(interface), text(name)}));
    if (!reply) return tl::unexpected(reply.error());
    if (reply->empty()) return fail(ErrorCode::Unsupported, phrase("The player did not answer."), service);
    return reply->front();
}

std::string asText(const Result<BusValue>& value) {
    const auto* found = value ? std::get_if<std::string>(&value->value) : nullptr;
    return found ? *found : std::string();
}

int rankOf(const MediaPlayer& player) {
    return player.status == "Playing" ? 0 : player.status == "Paused" ? 1 : 2;
}

}  // namespace

std::vector<MediaPlayer> mediaPlayers(Desktop& desktop) {
    std::vector<MediaPlayer> players;
    for (const std::string& service : desktop.busNames(kPrefix)) {
        MediaPlayer player;
        player.service = service;
        player.name = asText(get(desktop, service, kRoot, "Identity"));
        if (player.name.empty())
            player.name = words::capitalized(service.substr(std::string_view(kPrefix).size()));
        player.status = asText(get(desktop, service, kPlayer, "PlaybackStatus"));
        players.push_back(std::move(player));
    }
    std::stable_sort(players.begin(), players.end(),
                     [](const MediaPlayer& a, const MediaPlayer& b) { return rankOf(a) < rankOf(b); });
    return players;
}

Result<void> command(Desktop& desktop, const MediaPlayer& player, const std::string& method) {
    auto reply = desktop.call(callOf(player.service, kPlayer, method.c_str(), {}));
    if (!reply) return tl::unexpected(reply.error());
    return {};
}

Result<BusValue> property(Desktop& desktop, const MediaPlayer& player, const std::string& name) {
    return get(desktop, player.service, kPlayer, name);
}

Result<void> setProperty(Desktop& desktop, const MediaPlayer& player, const std::string& name,
                         BusValue value) {
    value.variant = true;
    auto reply = desktop.call(
        callOf(player.service, kProperties, "Set", {text(kPlayer), text(name), std::move(value)}));
    if (!reply) return tl::unexpected(reply.error());
    return {};
}

Result<void> openUri(Desktop& desktop, const MediaPlayer& player, const std::string& uri) {
    auto reply = desktop.call(callOf(player.service, kPlayer, "OpenUri", {text(uri)}));
    if (!reply) return tl::unexpected(reply.error());
    return {};
}

std::optional<Track> currentTrack(Desktop& desktop, const MediaPlayer& player) {
    const auto metadata = get(desktop, player.service, kPlayer, "Metadata");
    const auto* map = metadata ? std::get_if<std::map<std::string, BusValue>>(&metadata->value) : nullptr;
    if (!map) return std::nullopt;
    auto find = [&](const char* key) -> const BusValue* {
        auto it = map->find(key);
        return it == map->end() ? nullptr : &it->second;
    };
    Track track;
    auto textAt = [&](const char* key) {
        const BusValue* value = find(key);
        const auto* found = value ? std::get_if<std::string>(&value->value) : nullptr;
        return found ? *found : std::string();
    };
    track.title = textAt("xesam:title");
    track.album = textAt("xesam:album");
    if (const BusValue* artists = find("xesam:artist"))
        if (const auto* all = std::get_if<std::vector<std::string>>(&artists->value)) track.artists = *all;
    if (track.title.empty() && track.album.empty()) return std::nullopt;
    return track;
}

std::string trackText(const Phrases& phrases, const Track& track) {
    std::string out = track.title.empty() ? phrases.say("something") : phrases.quoted(track.title);
    if (!track.artists.empty())
        out = phrases.say("{track} by {artists}", {{"track", out}, {"artists", phrases.all(track.artists)}});
    if (!track.album.empty()) out += " (" + track.album + ")";
    return out;
}

}  // namespace hearth::agent
