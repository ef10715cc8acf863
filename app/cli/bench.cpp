// hearth bench: how fast models run here, beside what the machine allows.
#include "engine/bench.h"

#include <iostream>
#include <memory>

#include "cli/command.h"
#include "cli/library_commands.h"
#include "cli/terminal.h"

namespace hearth::app::cli {

namespace {

ExitCode run(engine::BenchOptions options, bool json, const Global& global) {
    options.threads = global.threads;
    options.cancel = interruption();
    options.onStep = [](const std::string& step) {
        if (errorIsTerminal()) std::cerr << "\r\033[K" << step << std::flush;
    };
    const auto result = engine::runBench(options);
    if (errorIsTerminal()) std::cerr << "\r\033[K" << std::flush;
    if (!result) return report(result.error());
    std::cout << (json ? result->json() : result->text());
    if (json) std::cout << '\n';
    return ExitCode::Ok;
}

}  // namespace

void addBench(Commands& commands) {
    std::string shapes;
    for (const engine::BenchShape& shape : engine::benchShapes())
        shapes += (shapes.empty() ? "" : ", ") + std::string(shape.name) + " (like " +
                  std::string(shape.like) + ")";
    auto options = std::make_shared<engine::BenchOptions>();
    auto json = std::make_shared<bool>(false);
    CLI::App* command =
        commands.add("bench", "Measure prompt and decoding speed, and their share of what the machine allows",
                     "  hearth bench\n"
                     "  hearth bench --shape 1.1b --type Q4_0 --threads 2 --json\n"
                     "  hearth bench model.gguf --prompt 1024 --decode 64");
    command->add_option("FILE", options->model, "GGUF file (default: a model with random weights)");
    command->add_option("--shape", options->shape, "Shape of the random model: " + shapes)
        ->capture_default_str();
    command
        ->add_option("--type", options->type,
                     "Weight type of the random model, or a mix as of `hearth quantize`, for example Q4_K_M")
        ->capture_default_str();
    command->add_option("--prompt", options->prompt, "Tokens of the prompt")->capture_default_str();
    command->add_option("--decode", options->decode, "Tokens to generate")->capture_default_str();
    command->add_option("--repetitions", options->repetitions, "Medians of N runs are reported")
        ->capture_default_str();
    command->add_option("--folder", options->folder,
                        "Where random models are kept (default: the cache folder)");
    command->add_flag("--json", *json, "As JSON");
    addBenchRag(commands, *command);
    // A subcommand of it has chosen already when this one's turn comes.
    command->callback([=, &commands] {
        if (command->get_subcommands().empty())
            commands.chosen = [=, &commands] { return run(*options, *json, commands.global); };
    });
}

}  // namespace hearth::app::cli
