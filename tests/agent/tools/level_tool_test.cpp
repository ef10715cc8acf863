#include <gmock/gmock.h>

#include <algorithm>

#include "fakes/tool_fixture.h"

namespace hearth::tests {
namespace {

using base::ErrorCode;

class LevelTool : public ToolFixture {
  protected:
    // A desktop with PipeWire at this volume.
    void startPipeWire() {
        desktop_.onExecute = [this](const std::vector<std::string>& arguments) -> base::Result<std::string> {
            if (arguments.at(0) != "wpctl") return base::fail(ErrorCode::NotFound, "no such program");
            if (arguments.at(1) == "get-volume") return "Volume: " + volume_ + (muted_ ? " [MUTED]\n" : "\n");
            if (arguments.at(1) == "set-volume") {
                const int percent = std::stoi(arguments.at(3));
                volume_ = std::to_string(percent / 100) + "." + std::to_string(percent % 100 / 10) +
                          std::to_string(percent % 10);
            }
            if (arguments.at(1) == "set-mute") muted_ = arguments.at(3) == "1";
            return std::string();
        };
    }
    void addBacklight() {
        context_.systemRoot = dir_ / "root";
        write(context_.systemRoot / "sys/class/backlight/intel/brightness", "400\n");
        write(context_.systemRoot / "sys/class/backlight/intel/max_brightness", "1000\n");
        desktop_.onCall = [](const agent::BusCall&) { return std::vector<agent::BusValue>{}; };
    }
    std::string volume_ = "0.40";
    bool muted_ = false;
};

TEST_F(LevelTool, ShowsBothLevelsBeforeItChangesAnything) {
    startPipeWire();
    const struct {
        Arguments arguments;
        const char* summary;
    } cases[] = {
        {{{"level", "fifty percent"}}, "Volume 40% → 50%"},
        {{{"level", "half"}}, "Volume 40% → 50%"},
        {{{"level", "max"}}, "Volume 40% → 100%"},
        {{{"direction", "up"}}, "Volume 40% → 50%"},
        {{{"direction", "down"}, {"level", "25"}}, "Volume 40% → 15%"},
        {{{"direction", "down"}, {"level", "70"}}, "Volume 40% → 0%"},
        {{{"direction", "mute"}}, "Volume 40% → muted"},
    };
    for (const auto& c : cases) EXPECT_EQ(prepare("set_volume", c.arguments).summary, c.summary);
    EXPECT_EQ(volume_, "0.40");
}

TEST_F(LevelTool, SetsAndUndoes) {
    startPipeWire();
    const auto outcome = perform("set_volume", {{"level", "75"}});
    EXPECT_EQ(outcome.text, "The volume is at 75%.");
    EXPECT_EQ(volume_, "0.75");
    EXPECT_EQ(*tool("set_volume").undo(outcome.undo), "The volume is at 40% again.");
    EXPECT_EQ(volume_, "0.40");
    perform("set_volume", {{"direction", "mute"}});
    EXPECT_TRUE(muted_);
    perform("set_volume", {{"direction", "up"}});
    EXPECT_FALSE(muted_);
}

TEST_F(LevelTool, ReadsPulseAudioToo) {
    desktop_.onExecute = [](const std::vector<std::string>& arguments) -> base::Result<std::string> {
        if (arguments.at(0) != "pactl") return base::fail(ErrorCode::NotFound, "no such program");
        if (arguments.at(1) == "get-sink-volume")
            return std::string("Volume: front-left: 19661 /  30% / -31 dB\n");
        if (arguments.at(1) == "get-sink-mute") return std::string("Mute: yes\n");
        return std::string();
    };
    EXPECT_EQ(prepare("set_volume", {{"direction", "unmute"}}).summary, "Volume muted → 30%");
}

TEST_F(LevelTool, SetsTheBrightnessThroughLogind) {
    addBacklight();
    EXPECT_EQ(perform("set_brightness", {{"direction", "up"}}).text, "The brightness is at 50%.");
    ASSERT_EQ(desktop_.calls.size(), 1u);
    EXPECT_EQ(desktop_.calls[0].method, "SetBrightness");
    EXPECT_EQ(std::get<std::string>(desktop_.calls[0].arguments[1].value), "intel");
    EXPECT_EQ(std::get<std::uint32_t>(desktop_.calls[0].arguments[2].value), 500u);
    // Never down to black.
    EXPECT_EQ(prepare("set_brightness", {{"level", "0"}}).summary, "Brightness 40% → 5%");
}

TEST_F(LevelTool, AsksOrSaysWhatIsMissing) {
    EXPECT_EQ(prepare("set_volume", {}).question, "How loud, from 0 to 100?");
    auto error = [&](const char* name, const Arguments& arguments) {
        const auto prepared = tool(name).prepare({name, arguments});
        return prepared ? std::string() : prepared.error().message;
    };
    EXPECT_NE(error("set_volume", {{"level", "5"}}).find("neither PipeWire"), std::string::npos);
    context_.systemRoot = dir_ / "root";
    EXPECT_NE(error("set_brightness", {{"level", "5"}}).find("no screen"), std::string::npos);
    startPipeWire();
    EXPECT_NE(error("set_volume", {{"level", "purple"}}).find("no level"), std::string::npos);
    EXPECT_NE(error("set_volume", {{"level", "150"}}).find("0 to 100"), std::string::npos);
    EXPECT_NE(error("set_volume", {{"level", "5"}, {"device", "the tv"}}).find("this computer"),
              std::string::npos);
}

}  // namespace
}  // namespace hearth::tests
