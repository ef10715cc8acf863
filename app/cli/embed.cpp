#include "cli/model_commands.h"

#include <cstdio>
#include <iostream>
#include <map>
#include <memory>

#include "cli/models.h"
#include "cli/terminal.h"
#include "engine/embedder.h"

namespace hearth::app::cli {

namespace {

const std::map<std::string, engine::Pooling> kPoolings = {{"none", engine::Pooling::Tokens},
                                                          {"mean", engine::Pooling::Mean},
                                                          {"cls", engine::Pooling::First},
                                                          {"last", engine::Pooling::Last}};

struct EmbedArguments {
    std::string file;
    std::string tokens;
    std::string out;
    std::string pooling;
    bool normalize = false;
    bool quick = false;
};

using Vectors = std::vector<std::vector<float>>;

base::Result<Vectors> compute(engine::Embedder& embedder, const EmbedArguments& arguments) {
    engine::EmbedOptions options;
    options.normalize = arguments.normalize;
    options.cancel = interruption();
    if (!arguments.pooling.empty()) options.pooling = kPoolings.at(arguments.pooling);
    if (!arguments.tokens.empty()) {
        const auto tokens = readTokens(arguments.tokens, "--tokens");
        if (!tokens) return tl::unexpected(tokens.error());
        return embedder.embedTokens({&*tokens, 1}, options);
    }
    std::vector<std::string> texts;
    for (std::string line; std::getline(std::cin, line);) texts.push_back(line);
    return embedder.embed(texts, options);
}

// A line a vector.
void print(const Vectors& vectors, std::size_t width) {
    for (const std::vector<float>& vector : vectors)
        for (std::size_t i = 0; i < vector.size(); ++i)
            std::printf("%.7g%c", static_cast<double>(vector[i]), (i + 1) % width == 0 ? '\n' : ' ');
}

ExitCode embed(const EmbedArguments& arguments, const Global& global) {
    engine::EmbedderOptions options;
    options.threads = global.threads;
    options.exact = !arguments.quick;
    options.cancel = interruption();
    const auto embedder = engine::Embedder::open(arguments.file, options);
    if (!embedder) return report(embedder.error());
    const auto vectors = compute(**embedder, arguments);
    if (!vectors) return report(vectors.error());
    const bool tokens =
        (arguments.pooling.empty() ? (*embedder)->pooling() : kPoolings.at(arguments.pooling)) ==
        engine::Pooling::Tokens;
    const std::size_t width = vectors->empty() ? 1
                              : tokens         ? static_cast<std::size_t>((*embedder)->info().embedding)
                                               : vectors->front().size();
    if (arguments.out.empty()) {
        print(*vectors, width);
        return ExitCode::Ok;
    }
    std::vector<float> all;
    for (const std::vector<float>& vector : *vectors) all.insert(all.end(), vector.begin(), vector.end());
    if (auto written = writeFloats(arguments.out, all); !written) return report(written.error());
    std::cout << all.size() / width << " rows of " << width << " float32 written to " << arguments.out
              << '\n';
    return ExitCode::Ok;
}

}  // namespace

void addEmbed(Commands& commands, CLI::App& model) {
    auto arguments = std::make_shared<EmbedArguments>();
    CLI::App* command =
        Commands::addTo(model, "embed", "Give the vector of each line of the standard input",
                        "  hearth model embed minilm.gguf --normalize < sentences.txt\n"
                        "  hearth model embed bert.gguf --tokens \"101 7592 102\" --out vector.f32");
    command->add_option("FILE", arguments->file, "GGUF file of an embedding model, or of any other")
        ->required();
    command->add_option("--tokens", arguments->tokens, "Token ids, taken as they stand, in place of lines");
    command->add_option("--out", arguments->out, "Little-endian float32, one row a vector; else as text");
    command
        ->add_option("--pooling", arguments->pooling,
                     "none (a vector a token), mean, cls or last; else what the model file says")
        ->check(CLI::IsMember({"none", "mean", "cls", "last"}));
    command->add_flag("--normalize", arguments->normalize, "Make each vector of length 1");
    command->add_flag("--quick", arguments->quick, "With the quick kernels, which quantize activations");
    commands.run(command, [arguments, &commands] { return embed(*arguments, commands.global); });
}

}  // namespace hearth::app::cli
