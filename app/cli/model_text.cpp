// hearth model tokenize | render: text to token ids, and a conversation to the text of a prompt.
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/model_commands.h"
#include "engine/chat_template.h"
#include "engine/tokenizer.h"

namespace hearth::app::cli {

namespace {

using base::ErrorCode;
using base::fail;
using Json = nlohmann::ordered_json;

struct TokenizeArguments {
    std::string file;
    bool noSpecial = false;
    bool pieces = false;
};

ExitCode tokenize(const TokenizeArguments& arguments) {
    const auto tokenizer = engine::openTokenizer(arguments.file);
    if (!tokenizer) return report(tokenizer.error());
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    const auto ids =
        (*tokenizer)
            ->encode(text, {.addSpecial = !arguments.noSpecial, .parseSpecial = !arguments.noSpecial});
    for (std::size_t i = 0; i < ids.size(); ++i) {
        if (arguments.pieces)
            std::cout << ids[i] << '\t'
                      << Json((*tokenizer)->bytes(ids[i], true))
                             .dump(-1, ' ', false, Json::error_handler_t::replace)
                      << '\n';
        else
            std::cout << (i > 0 ? " " : "") << ids[i];
    }
    if (!arguments.pieces) std::cout << '\n';
    return ExitCode::Ok;
}

struct RenderArguments {
    std::string chatTemplate;
    std::string context;
    std::string now;
};

base::Result<std::string> readFile(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad()) return fail(ErrorCode::NotFound, "The file cannot be read", path);
    return text;
}

// Local time where nothing is given.
base::Result<std::tm> moment(const std::string& text) {
    std::tm out{};
    if (text.empty()) {
        const std::time_t now = std::time(nullptr);
        localtime_r(&now, &out);
        return out;
    }
    const char* end = strptime(text.c_str(), "%Y-%m-%dT%H:%M:%S", &out);
    if (!end || *end != '\0')
        return fail(ErrorCode::InvalidInput, "\"" + text + "\" is no moment: write it as 2026-11-22T09:30:00",
                    "--now");
    return out;
}

ExitCode render(const RenderArguments& arguments) {
    const auto now = moment(arguments.now);
    if (!now) return report(now.error());
    const auto source = readFile(arguments.chatTemplate);
    if (!source) return report(source.error());
    const auto context = readFile(arguments.context);
    if (!context) return report(context.error());
    const auto placed = [](base::Error error, const std::string& file) {
        error.where = file + (error.where.empty() ? "" : ", " + error.where);
        report(error);
        return error.code == ErrorCode::InvalidInput ? ExitCode::Usage : ExitCode::Failed;
    };
    const auto parsed = engine::ChatTemplate::parse(*source);
    if (!parsed) return placed(parsed.error(), arguments.chatTemplate);
    const auto text = parsed->render(*context, *now);
    if (!text)
        return placed(text.error(), text.error().code == ErrorCode::InvalidInput ? arguments.context
                                                                                 : arguments.chatTemplate);
    std::cout << *text << std::flush;
    return ExitCode::Ok;
}

void addTokenize(Commands& commands, CLI::App& model) {
    auto arguments = std::make_shared<TokenizeArguments>();
    CLI::App* command =
        Commands::addTo(model, "tokenize", "Read text from the standard input and print its token ids",
                        "  echo -n \"Hello, world\" | hearth model tokenize model.gguf\n"
                        "  hearth model tokenize model.gguf --no-special --pieces < text.txt");
    command->add_option("FILE", arguments->file, "GGUF file; one with a vocabulary alone will do")
        ->required();
    command->add_flag("--no-special", arguments->noSpecial,
                      "Add no begin or end token, and take control tokens in the text as text");
    command->add_flag("--pieces", arguments->pieces, "One token a line, with its text");
    commands.run(command, [arguments] { return tokenize(*arguments); });
}

void addRender(Commands& commands, CLI::App& model) {
    auto arguments = std::make_shared<RenderArguments>();
    CLI::App* command = Commands::addTo(
        model, "render", "Print the prompt that a chat template makes of a conversation",
        "  hearth model render --template chat.jinja --context conversation.json\n"
        "  hearth model render --template chat.jinja --context conversation.json --now 2026-11-22T09:30:00");
    command->add_option("--template", arguments->chatTemplate, "Jinja file, as model publishers ship it")
        ->required()
        ->type_name("FILE");
    command
        ->add_option("--context", arguments->context,
                     "JSON object of the template's variables: messages, tools, bos_token, …")
        ->required()
        ->type_name("FILE");
    command->add_option("--now", arguments->now, "The local time that strftime_now sees (default: now)")
        ->type_name("TIME");
    commands.run(command, [arguments] { return render(*arguments); });
}

}  // namespace

void addModelText(Commands& commands, CLI::App& model) {
    addTokenize(commands, model);
    addRender(commands, model);
}

}  // namespace hearth::app::cli
