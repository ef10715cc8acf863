// hearth system: what this machine can run. hearth audit: what left it.
#include <ctime>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "catalogue/catalogue.h"
#include "cli/command.h"
#include "cli/data_access.h"
#include "cli/egress_host.h"
#include "cli/terminal.h"
#include "engine/bench.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

Json machineJson(const Machine& machine) {
    Json graphics = Json::array();
    for (const GraphicsCard& card : machine.graphics)
        graphics.push_back({{"name", card.name}, {"memory_bytes", card.memoryBytes}});
    return {{"cpu", machine.cpu},
            {"cores", machine.cores},
            {"threads", machine.threads},
            {"instructions", machine.instructions},
            {"memory_bytes", machine.memoryBytes},
            {"free_memory_bytes", machine.freeMemoryBytes},
            {"bandwidth_bytes_per_s", machine.bandwidth},
            {"graphics", graphics},
            {"vulkan", machine.vulkan}};
}

void printMachine(const Machine& machine) {
    std::cout << "processor   " << machine.cpu << ", " << machine.cores << " cores, " << machine.threads
              << " threads\n"
              << "instructions "
              << (machine.instructions.empty() ? "none with kernels of their own"
                                               : joined(machine.instructions))
              << "\nmemory      " << sizeText(machine.memoryBytes) << ", of which "
              << sizeText(machine.freeMemoryBytes) << " are free; read at "
              << sizeText(static_cast<std::uint64_t>(machine.bandwidth)) << "/s\n";
    for (const GraphicsCard& card : machine.graphics)
        std::cout << "graphics    " << card.name
                  << (card.memoryBytes > 0 ? ", " + sizeText(card.memoryBytes) : "") << '\n';
    std::cout << "Vulkan      "
              << (machine.vulkan ? "the loader is installed" : "the loader is not installed")
              << "; models run on the processor\n";
}

// The largest file that fits and keeps up with reading.
std::uint64_t largestThatFits(const Machine& machine) {
    std::uint64_t best = 0;
    constexpr std::uint64_t kStep = std::uint64_t{256} << 20;
    constexpr std::uint64_t kUsualCache =
        144 * 1024;  // bytes a token, of models of about 4 billion parameters
    for (std::uint64_t bytes = kStep; judgeFit(bytes, kUsualCache, machine).fit == Fit::Fits; bytes += kStep)
        best = bytes;
    return best;
}

ExitCode system(bool json) {
    Machine machine = lookAtMachine();
    machine.bandwidth = engine::memoryBandwidth();
    const std::uint64_t largest = largestThatFits(machine);
    if (json) {
        Json out = machineJson(machine);
        out["largest_model_bytes"] = largest;
        std::cout << out.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
        return ExitCode::Ok;
    }
    printMachine(machine);
    std::cout << "\nModel files of up to " << sizeText(largest)
              << " fit; `hearth model catalogue` lists some.\n";
    return ExitCode::Ok;
}

Json entryJson(const privacy::EgressEntry& entry) {
    return {{"id", entry.id},
            {"time", entry.time},
            {"purpose", entry.purpose},
            {"host", entry.host},
            {"method", entry.method},
            {"sent", entry.sent},
            {"bytes_sent", entry.bytesSent},
            {"bytes_received", entry.bytesReceived},
            {"status", entry.status},
            {"outcome", entry.outcome}};
}

ExitCode audit(int limit, bool json) {
    auto egress = openEgress({});
    if (!egress) return report(egress.error());
    const auto entries = (*egress)->sent(limit);
    if (!entries) return report(entries.error());
    Json list = Json::array();
    if (entries->empty() && !json) std::cout << "Nothing left this device yet.\n";
    for (const privacy::EgressEntry& entry : *entries) {
        if (json) {
            list.push_back(entryJson(entry));
            continue;
        }
        const std::time_t seconds = entry.time;
        std::tm local = {};
        localtime_r(&seconds, &local);
        char when[40];
        std::strftime(when, sizeof when, "%Y-%m-%d %H:%M", &local);
        std::cout << when << "  " << entry.host << "  " << entry.purpose << "  sent "
                  << sizeText(static_cast<std::uint64_t>(entry.bytesSent)) << ", received "
                  << sizeText(static_cast<std::uint64_t>(entry.bytesReceived)) << "  "
                  << (entry.outcome.empty() ? "interrupted" : entry.outcome) << '\n';
        if (!entry.sent.empty()) std::cout << "  " << entry.sent << '\n';
    }
    if (json) std::cout << list.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    return ExitCode::Ok;
}

}  // namespace

void addSystem(Commands& commands) {
    auto json = std::make_shared<bool>(false);
    auto limit = std::make_shared<int>(50);
    CLI::App* systemCommand = commands.add("system", "Say what this machine can run",
                                           "  hearth system\n"
                                           "  hearth system --json");
    systemCommand->add_flag("--json", *json, "As JSON");
    commands.run(systemCommand, [=] { return system(*json); });

    CLI::App* auditCommand = commands.add("audit", "List what left this device, newest first",
                                          "  hearth audit\n"
                                          "  hearth audit --limit 5 --json");
    auditCommand->add_option("--limit", *limit, "At most N entries")->check(CLI::Range(1, 100000));
    auditCommand->add_flag("--json", *json, "As JSON");
    commands.run(auditCommand, withData([=] { return audit(*limit, *json); }));
}

}  // namespace hearth::app::cli
