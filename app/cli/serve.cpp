// hearth serve: the local server for other programs.
#include <chrono>
#include <iostream>
#include <memory>
#include <thread>

#include "cli/command.h"
#include "cli/models.h"
#include "cli/terminal.h"
#include "server/access_token.h"
#include "server/api.h"
#include "server/http_server.h"
#include "settings/settings_file.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

namespace {

struct Arguments {
    int port = 4891;
    std::string embeddingModel;
    std::string cors;
    int sessions = 4;
    int context = 0;
    int mostRequests = 16;
    bool showToken = false;
};

base::Result<std::shared_ptr<const engine::Model>> modelToServe(const Global& global,
                                                                const std::filesystem::path& folder) {
    std::string file = !global.model.empty() ? global.model : global.chatModel;
    if (file.empty()) file = SettingsFile::in(folder).text("chat.model");
    if (file.empty())
        return base::fail(
            base::ErrorCode::NotFound,
            "There is no model to serve: the built-in one only calls functions. Name a GGUF file "
            "with --model, or fetch one: hearth model catalogue");
    return openModel(file, global.threads);
}

ExitCode serve(const Arguments& arguments, const Global& global) {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    const auto token = server::accessToken(*folder);
    if (!token) return report(token.error());
    if (arguments.showToken) {
        std::cout << *token << '\n';
        return ExitCode::Ok;
    }
    auto model = modelToServe(global, *folder);
    if (!model) return report(model.error());
    server::ModelHost host(std::move(*model), {.name = {},
                                               .sessions = arguments.sessions,
                                               .context = arguments.context,
                                               .embeddingModel = arguments.embeddingModel});
    server::Api api(host, {*token, arguments.cors, arguments.mostRequests});
    auto listening = server::HttpServer::listen(
        {.port = arguments.port}, [&api](const server::HttpRequest& request) { return api.handle(request); });
    if (!listening) return report(listening.error());
    std::cout << "Serving " << host.name() << " at http://127.0.0.1:" << (*listening)->port() << "/v1\n"
              << "The key is in " << (*folder / "server.token").string()
              << "; hearth serve --token prints it. Ctrl+C ends it." << std::endl;
    const base::CancelToken interrupted = interruption();
    while (!interrupted.cancelled()) std::this_thread::sleep_for(std::chrono::milliseconds(100));
    (*listening)->stop();
    api.close();
    return ExitCode::Ok;
}

}  // namespace

void addServe(Commands& commands) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = commands.add(
        "serve", "Answer other programs of this computer, in OpenAI's interface",
        "  hearth serve --model Qwen3-4B-Q4_K_M.gguf\n"
        "  curl http://127.0.0.1:4891/v1/models -H \"Authorization: Bearer $(hearth serve --token)\"");
    command
        ->add_option("--port", arguments->port, "Where to listen, on this machine only; 0: any that is free")
        ->check(CLI::Range(0, 65535))
        ->capture_default_str();
    command->add_option("--embedding-model", arguments->embeddingModel,
                        "GGUF file for /v1/embeddings; without: the model itself");
    command->add_option("--sessions", arguments->sessions, "Requests that are computed in turn at once")
        ->check(CLI::Range(1, 64))
        ->capture_default_str();
    command->add_option("--context", arguments->context,
                        "Tokens of a conversation; 0: as the model was trained, at most 4096");
    command->add_option("--max-requests", arguments->mostRequests, "More at once are told to come again")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--cors", arguments->cors,
                        "The web page that may use the server from a browser, such as http://localhost:3000");
    command->add_flag("--token", arguments->showToken, "Print the key that programs must show, and leave");
    commands.run(command, [arguments, &commands] { return serve(*arguments, commands.global); });
}

}  // namespace hearth::app::cli
