// hearth bench rag: how quick and exact the index of vectors is.
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/library_commands.h"
#include "cli/terminal.h"
#include "rag/vector_bench.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;

Json toJson(const rag::VectorBenchReport& r) {
    return {{"vectors", r.count},
            {"width", r.width},
            {"inserts_per_second", r.insertsPerSecond},
            {"inserts_per_second_at_end", r.insertsPerSecondAtEnd},
            {"replaced_per_second", r.replacedPerSecond},
            {"recall@10", r.recall10},
            {"latency_ms_p50", r.latencyMsP50},
            {"latency_ms_p99", r.latencyMsP99},
            {"core_ms_p99", r.coreMsP99},
            {"recall@10_folder", r.recallFolder},
            {"recall@10_dates", r.recallDates},
            {"latency_ms_p99_filtered", r.latencyMsP99Filtered},
            {"core_ms_p99_filtered", r.coreMsP99Filtered},
            {"resident_mb", r.residentMb},
            {"resident_mb_after_replacing_a_tenth", r.residentMbAfterChurn},
            {"recall@10_after_replacing_a_tenth", r.recallAfterChurn}};
}

ExitCode run(rag::VectorBenchOptions options, bool json) {
    options.workFile =
        (std::filesystem::temp_directory_path() / ("hearth-bench-rag-" + std::to_string(getpid()))).string();
    options.cancel = interruption();
    options.onProgress = [](const std::string& step, double done) {
        if (errorIsTerminal()) std::cerr << "\r\033[K" << step << " " << static_cast<int>(done * 100) << " %";
    };
    const auto result = rag::runVectorBench(options);
    if (errorIsTerminal()) std::cerr << "\r\033[K" << std::flush;
    if (!result) return report(result.error());
    const Json out = toJson(*result);
    if (json) {
        std::cout << out.dump(2) << '\n';
        return ExitCode::Ok;
    }
    for (const auto& [name, value] : out.items())
        std::printf("%-36s %12.4g\n", name.c_str(), value.get<double>());
    std::fflush(stdout);
    return ExitCode::Ok;
}

}  // namespace

void addBenchRag(Commands& commands, CLI::App& bench) {
    auto options = std::make_shared<rag::VectorBenchOptions>();
    auto json = std::make_shared<bool>(false);
    CLI::App* command =
        Commands::addTo(bench, "rag", "Measure the index of vectors: exactness, speed, memory",
                        "  hearth bench rag --json\n"
                        "  hearth bench rag --count 100000 --effort 200");
    command->add_option("--count", options->count, "Vectors")
        ->check(CLI::Range(100, 100'000'000))
        ->capture_default_str();
    command->add_option("--width", options->width, "Numbers of each")
        ->check(CLI::Range(8, 65536))
        ->capture_default_str();
    command->add_option("--queries", options->queries, "Searches to measure")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    command->add_option("--effort", options->effort, "Candidates that a search keeps")
        ->check(CLI::Range(10, 10'000))
        ->capture_default_str();
    command->add_option("--links", options->links, "Links of each vector to others")
        ->check(CLI::Range(4, 64))
        ->capture_default_str();
    command->add_option("--building", options->building, "Candidates looked at for an insertion")
        ->check(CLI::Range(10, 10'000))
        ->capture_default_str();
    command->add_flag("--json", *json, "As JSON");
    commands.run(command, [=] { return run(*options, *json); });
}

}  // namespace hearth::app::cli
