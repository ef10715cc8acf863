// hearth eval actions and tools: how well requests become calls, and the right tools are offered.
#include <cstdio>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "agent/evaluation.h"
#include "agent/tool_registry.h"
#include "cli/command.h"
#include "cli/library_commands.h"
#include "cli/models.h"
#include "cli/terminal.h"
#include "storage/data_folder.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string data;
    std::string labelMap;
    std::string functions;
    std::string split;
    std::string domain;
    int limit = 0;
    int errors = 0;
    bool byDomain = false;
    bool json = false;
};

double rounded(double value, double places) {
    return static_cast<double>(static_cast<long long>(value * places + 0.5)) / places;
}

Json scoresJson(const agent::ActionScores& scores) {
    const auto orNull = [](double value, int of) {
        return of > 0 ? Json(rounded(value, 1e4)) : Json(nullptr);
    };
    return {{"n", scores.n},
            {"n_in_scope", scores.inScope},
            {"n_no_action", scores.noAction},
            {"function_accuracy", orNull(scores.functionAccuracy, scores.inScope)},
            {"function_accuracy_all", orNull(scores.functionAccuracyAll, scores.n)},
            {"call_accuracy", orNull(scores.callAccuracy, scores.inScope)},
            {"slot_f1", orNull(scores.slotF1, scores.slots)},
            {"false_actions", orNull(scores.falseActions, scores.noAction)}};
}

Json reportJson(const agent::EvaluationReport& report, const Arguments& arguments) {
    Json out = scoresJson(report.scores);
    out["latency_ms_p50"] = rounded(report.latencyMsP50, 100);
    out["latency_ms_p95"] = rounded(report.latencyMsP95, 100);
    out["split"] = report.split;
    out["unmapped"] = report.unmapped;
    if (arguments.byDomain) {
        out["by_domain"] = Json::object();
        for (const auto& [domain, scores] : report.byDomain) out["by_domain"][domain] = scoresJson(scores);
    }
    if (arguments.errors > 0) out["errors"] = report.mistakes;
    return out;
}

void printScores(const std::string& name, const agent::ActionScores& scores) {
    const auto percent = [](double value, int of) {
        char text[20];
        std::snprintf(text, sizeof text, "%6.2f %%", value * 100);
        return of > 0 ? std::string(text) : std::string("       –");
    };
    std::printf("%-24s %6d  %s  %s  %s  %s\n", name.c_str(), scores.n,
                percent(scores.functionAccuracy, scores.inScope).c_str(),
                percent(scores.callAccuracy, scores.inScope).c_str(),
                percent(scores.slotF1, scores.slots).c_str(),
                percent(scores.falseActions, scores.noAction).c_str());
}

void printReport(const agent::EvaluationReport& report, const Arguments& arguments) {
    for (const std::string& mistake : report.mistakes) std::printf("%s\n", mistake.c_str());
    if (!report.mistakes.empty()) std::printf("\n");
    std::printf("%-24s %6s  %8s  %8s  %8s  %8s\n", "", "n", "function", "call", "slot F1", "false");
    if (arguments.byDomain)
        for (const auto& [domain, scores] : report.byDomain)
            printScores(domain.empty() ? "(none)" : domain, scores);
    printScores(report.split, report.scores);
    std::printf("function accuracy with what is out of scope: %.2f %%\n",
                report.scores.functionAccuracyAll * 100);
    std::printf("a whole call: %.1f ms (median), %.1f ms (95 %% are quicker)\n", report.latencyMsP50,
                report.latencyMsP95);
    if (report.unmapped > 0) std::printf("%d requests have a label that maps to nothing\n", report.unmapped);
}

// What both evaluations are given.
base::Result<agent::EvaluationOptions> optionsFrom(const Arguments& arguments) {
    agent::EvaluationOptions options;
    options.data = arguments.data;
    options.split = arguments.split;
    options.domain = arguments.domain;
    options.limit = arguments.limit;
    options.errors = arguments.errors;
    options.cancel = interruption();
    const std::pair<const std::string*, std::pair<std::filesystem::path*, const char*>> files[] = {
        {&arguments.labelMap, {&options.labelMap, "training/label_map.json"}},
        {&arguments.functions, {&options.functions, "training/functions.json"}}};
    for (const auto& [given, wanted] : files) {
        if (!given->empty()) {
            *wanted.first = *given;
            continue;
        }
        auto asset = assetFile(wanted.second);
        if (!asset) return tl::unexpected(asset.error());
        *wanted.first = *asset;
    }
    return options;
}

ExitCode run(const Arguments& arguments, const Global& global) {
    auto options = optionsFrom(arguments);
    if (!options) return report(options.error());
    auto model = openActionModel(global);
    if (!model) return report(model.error());
    base::Result<agent::EvaluationReport> result;
    {
        Progress progress("Requests");
        options->onProgress = [&progress](int done, int total) { progress.show(done, total); };
        result = agent::evaluateActions(*model, *options);
    }
    if (!result) return report(result.error());
    if (arguments.json)
        std::cout << reportJson(*result, arguments).dump(2, ' ', false, Json::error_handler_t::replace)
                  << '\n';
    else
        printReport(*result, arguments);
    std::fflush(stdout);
    return result->stopped ? ExitCode::Interrupted : ExitCode::Ok;
}

Json recallJson(const agent::ToolRecall& recall) {
    Json out = Json::object();
    for (std::size_t i = 0; i < agent::kToolRecallAt.size(); ++i)
        out[std::to_string(agent::kToolRecallAt[i])] = rounded(recall.at[i], 1e4);
    return out;
}

void printTools(const agent::ToolReport& report) {
    for (const std::string& missed : report.missed) std::printf("%s\n", missed.c_str());
    std::printf("%-34s", "the right tool is among the first");
    for (const std::size_t at : agent::kToolRecallAt) std::printf("%9zu", at);
    const std::pair<const char*, const agent::ToolRecall*> rows[] = {
        {"by words", &report.words}, {"by the built-in model", &report.model}, {"by both", &report.both}};
    for (const auto& [name, recall] : rows) {
        std::printf("\n%-34s", name);
        for (const double share : recall->at) std::printf("%7.2f %%", share * 100);
    }
    std::printf("\n%d requests (%s), %d tools\n", report.n, report.split.c_str(), report.tools);
}

ExitCode runTools(const Arguments& arguments, const Global& global) {
    auto options = optionsFrom(arguments);
    if (!options) return report(options.error());
    const auto context = agent::ToolContext::below(std::filesystem::temp_directory_path());  // nothing is run
    const agent::ToolRegistry registry = agent::ToolRegistry::withAllTools(context);
    std::vector<agent::ToolSpec> specs;
    for (const agent::ToolSpec* spec : registry.specs()) specs.push_back(*spec);
    auto model = openActionModel(global);
    if (!model) return report(model.error());
    base::Result<agent::ToolReport> result;
    {
        Progress progress("Requests");
        options->onProgress = [&progress](int done, int total) { progress.show(done, total); };
        result = agent::evaluateTools(*model, specs, *options);
    }
    if (!result) return report(result.error());
    const Json json = {{"n", result->n},
                       {"split", result->split},
                       {"tools", result->tools},
                       {"recall",
                        {{"words", recallJson(result->words)},
                         {"model", recallJson(result->model)},
                         {"both", recallJson(result->both)}}}};
    if (arguments.json)
        std::cout << json.dump(2) << '\n';
    else
        printTools(*result);
    std::fflush(stdout);
    return result->stopped ? ExitCode::Interrupted : ExitCode::Ok;
}

std::shared_ptr<Arguments> addOptions(CLI::App* command) {
    auto arguments = std::make_shared<Arguments>();
    command->add_option("--data", arguments->data, "Labelled requests: JSON lines, gzip-packed or plain")
        ->required()
        ->type_name("FILE");
    command
        ->add_option("--split", arguments->split,
                     "validation, train or all (default: validation where there is one)")
        ->check(CLI::IsMember({"validation", "train", "all"}));
    command->add_option("--domain", arguments->domain, "Only domains that begin so; several with | between");
    command->add_option("--limit", arguments->limit, "Only the first N requests")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--errors", arguments->errors, "List N mistakes")->check(CLI::NonNegativeNumber);
    command->add_flag("--json", arguments->json, "As JSON");
    command
        ->add_option("--label-map", arguments->labelMap,
                     "What labels mean (default: assets/training/label_map.json)")
        ->type_name("FILE");
    command
        ->add_option("--functions", arguments->functions,
                     "Functions there are (default: assets/training/functions.json)")
        ->type_name("FILE");
    return arguments;
}

}  // namespace

void addEval(Commands& commands) {
    CLI::App* eval = commands.add("eval", "Measure the models against labelled data",
                                  "  hearth eval actions --data hwu64.jsonl.gz --json");
    eval->require_subcommand(1);
    addEvalPii(commands, *eval);
    addEvalRag(commands, *eval);
    addEvalAnswers(commands, *eval);
    CLI::App* actions =
        Commands::addTo(*eval, "actions", "How well requests become calls of functions",
                        "  hearth eval actions --data hwu64.jsonl.gz --json\n"
                        "  hearth eval actions --data botframework.jsonl.gz --domain "
                        "\"calendar|email|todo\"\n"
                        "  hearth eval actions --data slurp_devel.jsonl.gz --by-domain --errors 20");
    auto forActions = addOptions(actions);
    actions->add_flag("--by-domain", forActions->byDomain, "The figures of each domain too");
    commands.run(actions, [forActions, &commands] { return run(*forActions, commands.global); });
    CLI::App* tools =
        Commands::addTo(*eval, "tools", "How well the tools that a larger model is offered are chosen",
                        "  hearth eval tools --data slurp_devel.jsonl.gz --errors 20");
    auto forTools = addOptions(tools);
    commands.run(tools, [forTools, &commands] { return runTools(*forTools, commands.global); });
}

}  // namespace hearth::app::cli
