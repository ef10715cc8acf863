#include "controls/switches.h"

#include "agent/desktop.h"
#include "words/words.h"

namespace hearth::agent {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int kTimeoutMs = 3000;
constexpr const char* kProperties = "org.freedesktop.DBus.Properties";

BusValue text(const std::string& value) {
    return {value, false};
}

bool isGnome(const ToolContext& context) {
    return !context.desktop->busNames("org.gnome.Shell").empty();
}
bool isPlasma(const ToolContext& context) {
    return !context.desktop->busNames("org.kde.plasmashell").empty();
}

tl::unexpected<base::Error> unsupported(const ToolContext& context, const std::string& what) {
    return fail(
        ErrorCode::Unsupported,
        context.say("This desktop offers me no way to change {what}. Please look in its own settings.",
                    {{"what", context.say(what)}}));
}

Result<bool> readKey(const ToolContext& context, const std::string& what, const char* schema, const char* key,
                     const std::string& onValue) {
    if (!isGnome(context)) return unsupported(context, what);
    auto value = context.desktop->execute({"gsettings", "get", schema, key}, kTimeoutMs);
    if (!value) return unsupported(context, what);
    return words::trimmed(*value) == onValue;
}

Result<void> writeKey(const ToolContext& context, const std::string& what, const char* schema,
                      const char* key, const std::string& value) {
    if (!isGnome(context)) return unsupported(context, what);
    auto done = context.desktop->execute({"gsettings", "set", schema, key, value}, kTimeoutMs);
    if (!done) return unsupported(context, what);
    return {};
}

struct Property {
    BusCall::Bus bus;
    const char* service;
    std::string path;
    const char* interface;
    const char* name;
};

BusCall callOf(const Property& property, const char* method) {
    BusCall call;
    call.bus = property.bus;
    call.service = property.service;
    call.path = property.path;
    call.interface = kProperties;
    call.method = method;
    call.arguments = {text(property.interface), text(property.name)};
    return call;
}

Result<bool> readProperty(const ToolContext& context, const Property& property, const std::string& what) {
    auto reply = context.desktop->call(callOf(property, "Get"));
    const bool* on = reply && !reply->empty() ? std::get_if<bool>(&reply->front().value) : nullptr;
    if (!on) return unsupported(context, what);
    return *on;
}

Result<void> writeProperty(const ToolContext& context, const Property& property, bool on,
                           const std::string& what) {
    BusCall call = callOf(property, "Set");
    BusValue value;
    value.value = on;
    value.variant = true;
    call.arguments.push_back(value);
    if (auto reply = context.desktop->call(call); !reply) {
        if (reply.error().code == ErrorCode::NotFound) return unsupported(context, what);
        return tl::unexpected(reply.error());
    }
    return {};
}

// --- dark style ---

constexpr const char* kInterface = "org.gnome.desktop.interface";

Result<bool> readDark(const ToolContext& context) {
    if (!isPlasma(context))
        return readKey(context, phrase("the dark style"), kInterface, "color-scheme", "'prefer-dark'");
    auto scheme = context.desktop->execute(
        {"kreadconfig5", "--file", "kdeglobals", "--group", "General", "--key", "ColorScheme"}, kTimeoutMs);
    if (!scheme) return unsupported(context, phrase("the dark style"));
    return scheme->find("Dark") != std::string::npos;
}

Result<void> writeDark(const ToolContext& context, bool on) {
    if (!isPlasma(context))
        return writeKey(context, phrase("the dark style"), kInterface, "color-scheme",
                        on ? "prefer-dark" : "default");
    auto done =
        context.desktop->execute({"plasma-apply-colorscheme", on ? "BreezeDark" : "BreezeLight"}, kTimeoutMs);
    if (!done) return unsupported(context, phrase("the dark style"));
    return {};
}

// --- do not disturb, night light ---

constexpr const char* kNotifications = "org.gnome.desktop.notifications";
constexpr const char* kColor = "org.gnome.settings-daemon.plugins.color";

Result<bool> readQuiet(const ToolContext& context) {
    return readKey(context, phrase("do not disturb"), kNotifications, "show-banners", "false");
}
Result<void> writeQuiet(const ToolContext& context, bool on) {
    return writeKey(context, phrase("do not disturb"), kNotifications, "show-banners", on ? "false" : "true");
}
Result<bool> readNightLight(const ToolContext& context) {
    return readKey(context, phrase("the night light"), kColor, "night-light-enabled", "true");
}
Result<void> writeNightLight(const ToolContext& context, bool on) {
    return writeKey(context, phrase("the night light"), kColor, "night-light-enabled", on ? "true" : "false");
}

// --- radios ---

// The first Bluetooth adapter: BlueZ lists its objects by path.
Result<Property> adapter(const ToolContext& context) {
    BusCall call;
    call.bus = BusCall::Bus::System;
    call.service = "org.bluez";
    call.path = "/";
    call.interface = "org.freedesktop.DBus.ObjectManager";
    call.method = "GetManagedObjects";
    auto reply = context.desktop->call(call);
    const auto* objects = reply && !reply->empty()
                              ? std::get_if<std::map<std::string, BusValue>>(&reply->front().value)
                              : nullptr;
    if (objects)
        for (const auto& [path, interfaces] : *objects)
            if (const auto* map = std::get_if<std::map<std::string, BusValue>>(&interfaces.value);
                map && map->contains("org.bluez.Adapter1"))
                return Property{BusCall::Bus::System, "org.bluez", path, "org.bluez.Adapter1", "Powered"};
    return fail(ErrorCode::Unsupported, context.say("This computer has no Bluetooth that I can reach."));
}

Result<bool> readBluetooth(const ToolContext& context) {
    auto property = adapter(context);
    if (!property) return tl::unexpected(property.error());
    return readProperty(context, *property, phrase("Bluetooth"));
}
Result<void> writeBluetooth(const ToolContext& context, bool on) {
    auto property = adapter(context);
    if (!property) return tl::unexpected(property.error());
    return writeProperty(context, *property, on, phrase("Bluetooth"));
}

Property wifi() {
    return {BusCall::Bus::System, "org.freedesktop.NetworkManager", "/org/freedesktop/NetworkManager",
            "org.freedesktop.NetworkManager", "WirelessEnabled"};
}
Result<bool> readWifi(const ToolContext& context) {
    return readProperty(context, wifi(), phrase("Wi-Fi"));
}
Result<void> writeWifi(const ToolContext& context, bool on) {
    return writeProperty(context, wifi(), on, phrase("Wi-Fi"));
}

Property flightMode() {
    return {BusCall::Bus::Session, "org.gnome.SettingsDaemon.Rfkill", "/org/gnome/SettingsDaemon/Rfkill",
            "org.gnome.SettingsDaemon.Rfkill", "AirplaneMode"};
}
Result<bool> readFlight(const ToolContext& context) {
    return readProperty(context, flightMode(), phrase("flight mode"));
}
Result<void> writeFlight(const ToolContext& context, bool on) {
    return writeProperty(context, flightMode(), on, phrase("flight mode"));
}

}  // namespace

const std::vector<Switch>& switches() {
    static const std::vector<Switch> table = {
        {"dark", phrase("Dark style"),
         "dark style|dark mode|dark theme|dark|night mode|light mode|light theme", readDark, writeDark},
        {"quiet", phrase("Do not disturb"),
         "do not disturb|dnd|quiet mode|silent mode|notifications|focus mode", readQuiet, writeQuiet},
        {"night_light", phrase("Night light"), "night light|blue light filter|night shift", readNightLight,
         writeNightLight},
        {"bluetooth", phrase("Bluetooth"), "bluetooth|blue tooth", readBluetooth, writeBluetooth},
        {"wifi", phrase("Wi-Fi"), "wifi|wi fi|wireless|wlan|wireless network", readWifi, writeWifi},
        {"flight", phrase("Flight mode"), "flight mode|airplane mode|aeroplane mode|plane mode", readFlight,
         writeFlight},
    };
    return table;
}

const Switch* findSwitch(const std::string& said) {
    std::string name;
    for (const std::string& word : words::of(said))
        if (word != "the" && word != "my" && word != "setting" && word != "settings")
            name += (name.empty() ? "" : " ") + word;
    for (const Switch& entry : switches()) {
        std::string_view names = entry.names;
        while (!names.empty()) {
            const std::size_t bar = names.find('|');
            if (name == names.substr(0, bar)) return &entry;
            names.remove_prefix(bar == std::string_view::npos ? names.size() : bar + 1);
        }
    }
    return nullptr;
}

}  // namespace hearth::agent
