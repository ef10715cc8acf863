// hearth quantize: a model file in a smaller weight type.
#include "engine/quantize.h"

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/terminal.h"

namespace hearth::app::cli {

namespace {

struct Arguments {
    std::string in;
    std::string out;
    std::string type;
    std::string calibration;
    bool verbose = false;
    bool json = false;
};

void printJson(const engine::QuantizeReport& result, const std::string& out) {
    nlohmann::ordered_json json = {{"path", out},
                                   {"bytes_before", result.bytesBefore},
                                   {"bytes_after", result.bytesAfter},
                                   {"calibration_tokens", result.calibrationTokens},
                                   {"tensors", nlohmann::ordered_json::array()}};
    for (const engine::QuantizedTensor& tensor : result.tensors) {
        nlohmann::ordered_json line = {{"name", tensor.name},
                                       {"from", tensor.from},
                                       {"to", tensor.to},
                                       {"bytes_before", tensor.bytesBefore},
                                       {"bytes_after", tensor.bytesAfter},
                                       {"error", tensor.error}};
        if (tensor.calibratedError) line["calibrated_error"] = *tensor.calibratedError;
        if (!tensor.wanted.empty()) line["wanted"] = tensor.wanted;
        json["tensors"].push_back(std::move(line));
    }
    std::cout << json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void printText(const engine::QuantizeReport& result, const Arguments& arguments) {
    std::size_t others = 0;
    for (const engine::QuantizedTensor& tensor : result.tensors) {
        others += tensor.wanted.empty() ? 0 : 1;
        if (!arguments.verbose) continue;
        std::printf("%-40s %-6s → %-6s  error %.5f", tensor.name.c_str(), tensor.from.c_str(),
                    tensor.to.c_str(), tensor.error);
        if (tensor.calibratedError) std::printf("  on the text %.5f", *tensor.calibratedError);
        if (!tensor.wanted.empty()) std::printf("  (rows too short for %s)", tensor.wanted.c_str());
        std::printf("\n");
    }
    if (result.calibrationTokens > 0) std::printf("calibrated on %d tokens\n", result.calibrationTokens);
    if (others > 0)
        std::printf(
            "%zu of %zu tensors have rows that the blocks of their type do not fit into, and got a near "
            "type%s\n",
            others, result.tensors.size(), arguments.verbose ? "" : "; --verbose names them");
    const auto mib = [](std::uint64_t bytes) { return static_cast<double>(bytes) / (1 << 20); };
    std::printf("%s: %.1f MiB, was %.1f MiB\n", arguments.out.c_str(), mib(result.bytesAfter),
                mib(result.bytesBefore));
    std::fflush(stdout);
}

ExitCode run(const Arguments& arguments, const Global& global) {
    std::error_code ignored;
    if (std::filesystem::equivalent(arguments.in, arguments.out, ignored))
        return report({base::ErrorCode::InvalidInput,
                       "The output would replace the model that is read; name another file", arguments.out});
    base::Result<engine::QuantizeReport> result;
    {
        Progress reading("Reading the calibration text");
        Progress progress("Quantizing");
        engine::QuantizeOptions options;
        options.threads = global.threads;
        options.calibration = arguments.calibration;
        options.onCalibration = [&reading](double share) { reading.show(share); };
        options.onProgress = [&progress](double share) { progress.show(share); };
        options.cancel = interruption();
        result = engine::quantizeFile(arguments.in, arguments.out, arguments.type, options);
    }
    if (!result) return report(result.error());
    if (arguments.json)
        printJson(*result, arguments.out);
    else
        printText(*result, arguments);
    return ExitCode::Ok;
}

}  // namespace

void addQuantize(Commands& commands) {
    std::string types;
    for (const std::string& type : engine::quantizeRecipes()) types += (types.empty() ? "" : ", ") + type;
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        commands.add("quantize", "Write a model again in a smaller weight type",
                     "  hearth quantize model-f16.gguf model-q4.gguf Q4_K_M\n"
                     "  hearth quantize model.gguf small.gguf Q8_0 --verbose\n"
                     "  hearth quantize model-f16.gguf model-q3.gguf Q3_K_M --calibration text.txt");
    command->add_option("IN", arguments->in, "GGUF file to read")->required();
    command->add_option("OUT", arguments->out, "GGUF file to write")->required();
    command->add_option("TYPE", arguments->type, "One of " + types)->required();
    command->add_option("--calibration", arguments->calibration,
                        "A text like that which the model will be used for; it reads some pages first, and "
                        "errors go where they matter least");
    command->add_flag("--json", arguments->json, "Say types, sizes and errors as JSON");
    command->add_flag("--verbose", arguments->verbose, "Say the type and the error of each tensor");
    commands.run(command, [arguments, &commands] { return run(*arguments, commands.global); });
}

}  // namespace hearth::app::cli
