// hearth quantize: a model file in a smaller weight type.
#include "engine/quantize.h"

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>

#include "cli/command.h"
#include "cli/terminal.h"

namespace hearth::app::cli {

namespace {

struct Arguments {
    std::string in;
    std::string out;
    std::string type;
    bool verbose = false;
};

ExitCode run(const Arguments& arguments, const Global& global) {
    std::error_code ignored;
    if (std::filesystem::equivalent(arguments.in, arguments.out, ignored))
        return report({base::ErrorCode::InvalidInput,
                       "The output would replace the model that is read; name another file", arguments.out});
    base::Result<engine::QuantizeReport> result;
    {
        Progress progress("Quantizing");
        engine::QuantizeOptions options;
        options.threads = global.threads;
        options.onProgress = [&progress](double share) { progress.show(share); };
        options.cancel = interruption();
        result = engine::quantizeFile(arguments.in, arguments.out, arguments.type, options);
    }
    if (!result) return report(result.error());
    if (arguments.verbose)
        for (const engine::QuantizedTensor& tensor : result->tensors)
            std::printf("%-40s %-6s → %-6s  error %.5f\n", tensor.name.c_str(), tensor.from.c_str(),
                        tensor.to.c_str(), tensor.error);
    const auto mib = [](std::uint64_t bytes) { return static_cast<double>(bytes) / (1 << 20); };
    std::printf("%s: %.1f MiB, was %.1f MiB\n", arguments.out.c_str(), mib(result->bytesAfter),
                mib(result->bytesBefore));
    std::fflush(stdout);
    return ExitCode::Ok;
}

}  // namespace

void addQuantize(Commands& commands) {
    std::string types;
    for (const std::string& type : engine::quantizeRecipes()) types += (types.empty() ? "" : ", ") + type;
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = commands.add("quantize", "Write a model again in a smaller weight type",
                                     "  hearth quantize model-f16.gguf model-q4.gguf Q4_K_M\n"
                                     "  hearth quantize model.gguf small.gguf Q8_0 --verbose");
    command->add_option("IN", arguments->in, "GGUF file to read")->required();
    command->add_option("OUT", arguments->out, "GGUF file to write")->required();
    command->add_option("TYPE", arguments->type, "One of " + types)->required();
    command->add_flag("--verbose", arguments->verbose, "Say the type and the error of each tensor");
    commands.run(command, [arguments, &commands] { return run(*arguments, commands.global); });
}

}  // namespace hearth::app::cli
