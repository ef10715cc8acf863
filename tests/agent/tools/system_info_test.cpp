#include <algorithm>

#include "fakes/tool_fixture.h"
#include "system/system_state.h"

namespace hearth::tests {
namespace {

class SystemInfo : public ToolFixture {
  protected:
    SystemInfo() {
        context_.systemRoot = dir_ / "root";
        std::filesystem::create_directories(context_.homeDir);
    }
    void putBattery() {
        write(context_.systemRoot / "sys/class/power_supply/hid-mouse/type", "Battery\n");
        write(context_.systemRoot / "sys/class/power_supply/hid-mouse/scope", "Device\n");
        write(context_.systemRoot / "sys/class/power_supply/hid-mouse/capacity", "5\n");
        write(context_.systemRoot / "sys/class/power_supply/BAT0/type", "Battery\n");
        write(context_.systemRoot / "sys/class/power_supply/BAT0/capacity", "73\n");
        write(context_.systemRoot / "sys/class/power_supply/BAT0/status", "Charging\n");
    }
    std::string ask(const std::string& what) { return perform("system_info", {{"what", what}}).text; }
};

TEST_F(SystemInfo, AnswersWhatIsAsked) {
    putBattery();
    write(context_.systemRoot / "proc/meminfo",
          "MemTotal: 8000000 kB\nMemFree: 1 kB\nMemAvailable: 2000000 kB\n");
    write(context_.systemRoot / "proc/cpuinfo",
          "processor : 0\nmodel name : Fine CPU\nprocessor : 1\nmodel name : Fine CPU\n");
    write(context_.systemRoot / "proc/loadavg", "1.00 0.50 0.25 1/200 300\n");
    write(context_.systemRoot / "proc/uptime", "187200.42 300000.00\n");
    write(context_.systemRoot / "sys/class/net/lo/operstate", "unknown\n");
    write(context_.systemRoot / "sys/class/net/wlan0/operstate", "up\n");
    write(context_.systemRoot / "sys/class/net/wlan0/wireless/status", "0\n");
    write(context_.systemRoot / "sys/class/thermal/thermal_zone0/temp", "41600\n");
    EXPECT_EQ(ask("battery"), "The battery is at 73% and charging.");
    EXPECT_EQ(ask("how much ram"), "2.0 GB of 8.2 GB memory are free.");
    EXPECT_EQ(ask("cpu"), "The processor (Fine CPU) has 2 cores and was 50% busy over the last minute.");
    EXPECT_EQ(ask("uptime"), "The computer has been running for 2 days, 4 hours.");
    EXPECT_EQ(ask("wifi"), "Connected by Wi-Fi (wlan0).");
    EXPECT_EQ(ask("temperature"), "The hottest sensor shows 42 °C.");
    EXPECT_NE(ask("free disk space").find("are free on the disk"), std::string::npos);
    const std::string all = perform("system_info", {}).text;
    EXPECT_NE(all.find("battery"), std::string::npos);
    EXPECT_NE(all.find("memory"), std::string::npos);
}

TEST_F(SystemInfo, SaysWhatTheMachineDoesNotHave) {
    EXPECT_EQ(ask("battery"), "This computer has no battery.");
    EXPECT_EQ(ask("network"), "No network device is visible here.");
    // Asked in general, what is not there is left out.
    EXPECT_EQ(perform("system_info", {}).text.find("battery"), std::string::npos);
}

TEST(SystemState, WritesSizesAndSpans) {
    EXPECT_EQ(agent::sizeText(0), "0 bytes");
    EXPECT_EQ(agent::sizeText(1500000000), "1.5 GB");
    EXPECT_EQ(agent::sizeText(999999), "1.0 MB");
    EXPECT_EQ(agent::sizeText(250000000000), "250 GB");
    EXPECT_EQ(agent::spanText(59), "59 seconds");
    EXPECT_EQ(agent::spanText(3660), "1 hour, 1 minute");
    EXPECT_EQ(agent::spanText(86400), "1 day");
}

}  // namespace
}  // namespace hearth::tests
