// hearth eval answers: how well questions are answered from the documents that were indexed.
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "agent/answer_evaluation.h"
#include "cli/data_access.h"
#include "cli/library.h"
#include "cli/library_commands.h"
#include "cli/terminal.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string data;
    int limit = 0;
    int mistakes = 0;
    bool json = false;
};

double rounded(double value, double places) {
    return static_cast<double>(static_cast<long long>(value * places + 0.5)) / places;
}

Json toJson(const agent::AnswerEvaluation& result) {
    return {{"answerable", result.answerable},
            {"answered", rounded(result.answered, 1e4)},
            {"sentence", rounded(result.sentence, 1e4)},
            {"passage", rounded(result.passage, 1e4)},
            {"unanswerable", result.unanswerable},
            {"refused", rounded(result.refused, 1e4)},
            {"latency_ms_p95", rounded(result.latencyMsP95, 100)},
            {"mistakes", result.mistakes}};
}

void print(const agent::AnswerEvaluation& result) {
    std::printf(
        "%d questions with an answer: %.1f%% answered, %.1f%% by the right sentence, %.1f%% with the "
        "right passage\n",
        result.answerable, 100 * result.answered, 100 * result.sentence, 100 * result.passage);
    std::printf("%d without: %.1f%% refused\n", result.unanswerable, 100 * result.refused);
    for (const std::string& mistake : result.mistakes) std::printf("  %s\n", mistake.c_str());
    std::fflush(stdout);
}

ExitCode run(const Arguments& arguments, const Global& global) {
    auto library = openLibrary(global.threads);
    if (!library) return report(library.error());
    const auto finder = agent::makePassageFinder(std::move(*library));
    Progress progress("Asking");
    agent::AnswerEvaluationOptions options;
    options.data = arguments.data;
    options.limit = arguments.limit;
    options.mistakes = arguments.mistakes;
    options.cancel = interruption();
    options.onProgress = [&progress](int done, int total) { progress.show(done, total); };
    const auto result = agent::evaluateAnswers(*finder, options);
    progress.clear();
    if (!result) return report(result.error());
    if (arguments.json)
        std::cout << toJson(*result).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        print(*result);
    return result->stopped ? ExitCode::Interrupted : ExitCode::Ok;
}

}  // namespace

void addEvalAnswers(Commands& commands, CLI::App& eval) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = Commands::addTo(
        eval, "answers", "How well questions are answered from the documents that were indexed",
        "  hearth eval answers --data questions.jsonl --errors 20");
    command
        ->add_option(
            "--data", arguments->data,
            R"(JSON lines: {"question": "…", "in": ["DIR"], "answers": ["…"]}; no answers: none is there)")
        ->required();
    command->add_option("--limit", arguments->limit, "Only the first so many questions");
    command->add_option("--errors", arguments->mistakes, "List so many mistakes");
    command->add_flag("--json", arguments->json, "As JSON");
    commands.run(command, withData([arguments, &commands] { return run(*arguments, commands.global); }));
}

}  // namespace hearth::app::cli
