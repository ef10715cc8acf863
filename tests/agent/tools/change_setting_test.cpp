#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using agent::BusValue;
using base::ErrorCode;

class ChangeSetting : public ToolFixture {
  protected:
    void startGnome() {
        desktop_.names.push_back("org.gnome.Shell");
        keys_ = {{"color-scheme", "'default'"}, {"show-banners", "true"}};
        desktop_.onExecute = [this](const std::vector<std::string>& arguments) -> base::Result<std::string> {
            if (arguments.at(0) != "gsettings" || !keys_.contains(arguments.at(3)))
                return base::fail(ErrorCode::NotFound, "no such key");
            if (arguments.at(1) == "get") return keys_[arguments.at(3)] + "\n";
            const std::string& value = arguments.at(4);
            keys_[arguments.at(3)] = value == "true" || value == "false" ? value : "'" + value + "'";
            return std::string();
        };
    }
    // NetworkManager, and a Bluetooth adapter.
    void startRadios() {
        desktop_.onCall = [this](const agent::BusCall& call) -> base::Result<std::vector<BusValue>> {
            if (call.method == "GetManagedObjects") {
                std::map<std::string, BusValue> adapter{{"org.bluez.Adapter1", {}}};
                std::map<std::string, BusValue> objects{
                    {"/org/bluez", {std::map<std::string, BusValue>{}, false}},
                    {"/org/bluez/hci0", {adapter, false}}};
                return std::vector<BusValue>{{objects, false}};
            }
            bool& on = call.service == "org.bluez" ? bluetooth_ : wifi_;
            if (call.method == "Get") return std::vector<BusValue>{{on, false}};
            on = std::get<bool>(call.arguments.at(2).value);
            EXPECT_TRUE(call.arguments.at(2).variant);
            return std::vector<BusValue>{};
        };
    }
    std::string error(const char* name, const Arguments& arguments) {
        const auto prepared = tool(name).prepare({name, arguments});
        return prepared ? std::string() : prepared.error().message;
    }
    std::map<std::string, std::string> keys_;
    bool wifi_ = true;
    bool bluetooth_ = true;
};

TEST_F(ChangeSetting, TurnsSwitchesAndBack) {
    startGnome();
    startRadios();
    const auto dark = perform("change_setting", {{"setting", "dark mode"}});
    EXPECT_EQ(dark.text, "Dark style is on.");
    EXPECT_EQ(keys_["color-scheme"], "'prefer-dark'");
    EXPECT_EQ(*tool("change_setting").undo(dark.undo), "Dark style is off again.");
    EXPECT_EQ(keys_["color-scheme"], "'default'");
    perform("change_setting", {{"setting", "do not disturb"}, {"value", "on"}});
    EXPECT_EQ(keys_["show-banners"], "false");
    perform("change_setting", {{"setting", "wi-fi"}, {"value", "off"}});
    EXPECT_FALSE(wifi_);
    perform("change_setting", {{"setting", "bluetooth"}, {"value", "off"}});
    EXPECT_FALSE(bluetooth_);
    EXPECT_EQ(perform("get_setting", {{"setting", "Bluetooth"}}).text, "Bluetooth is off.");
}

TEST_F(ChangeSetting, ReadsOppositeNames) {
    startGnome();
    keys_["color-scheme"] = "'prefer-dark'";
    EXPECT_EQ(prepare("change_setting", {{"setting", "light mode"}}).summary, "Dark style off");
    EXPECT_EQ(prepare("change_setting", {{"setting", "notifications"}, {"value", "off"}}).summary,
              "Do not disturb on");
}

TEST_F(ChangeSetting, AsksWarnsOrSaysWhatIsMissing) {
    EXPECT_EQ(prepare("change_setting", {}).question, "Which setting should I change?");
    EXPECT_NE(error("change_setting", {{"setting", "seat heating"}, {"value", "on"}}).find("“seat heating”"),
              std::string::npos);
    EXPECT_NE(error("change_setting", {{"setting", "dark mode"}}).find("no way to change the dark style"),
              std::string::npos);
    startRadios();
    const auto prepared = prepare("change_setting", {{"setting", "wifi"}});
    EXPECT_EQ(prepared.question, "Should Wi-Fi be on or off?");
    EXPECT_THAT(prepared.fields.at(1).choices, testing::ElementsAre("on", "off"));
    EXPECT_EQ(prepare("change_setting", {{"setting", "wifi"}, {"value", "on"}}).warnings.at(0),
              "Wi-Fi is on already");
}

TEST_F(ChangeSetting, HandsLevelsOver) {
    desktop_.onExecute = [](const std::vector<std::string>&) { return std::string("Volume: 0.40"); };
    EXPECT_EQ(prepare("change_setting", {{"setting", "the volume"}, {"value", "higher"}}).summary,
              "Volume 40% → 50%");
    EXPECT_EQ(perform("get_setting", {{"setting", "volume"}}).text, "The volume is at 40%.");
    EXPECT_EQ(prepare("change_setting", {{"setting", "volume"}}).question,
              "What should the volume be, from 0 to 100?");
}

}  // namespace
}  // namespace hearth::tests
