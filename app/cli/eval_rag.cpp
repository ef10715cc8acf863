// hearth eval rag: how well passages are found in a collection with judgements.
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/library.h"
#include "cli/library_commands.h"
#include "cli/terminal.h"
#include "rag/retrieval_evaluation.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string data;
    std::string embedder;
    std::string keep;
    int limit = 0;
    bool json = false;
};

double rounded(double value, double places) {
    return static_cast<double>(static_cast<long long>(value * places + 0.5)) / places;
}

Json toJson(const rag::RetrievalEvaluation& result, const std::string& embedder) {
    Json out;
    for (const rag::RetrievalScores& scores : result.methods)
        out[scores.method] = {{"ndcg@10", rounded(scores.ndcg10, 1e4)},
                              {"recall@20", rounded(scores.recall20, 1e4)},
                              {"mrr", rounded(scores.mrr, 1e4)},
                              {"latency_ms_p95", rounded(scores.latencyMsP95, 100)}};
    out["documents"] = result.documents;
    out["passages"] = result.passages;
    out["queries"] = result.queries;
    out["judged"] = result.bySpans ? "passages" : "documents";
    out["embedder"] = embedder;
    return out;
}

void print(const rag::RetrievalEvaluation& result) {
    std::printf("%d documents, %d passages, %d queries; %s are judged\n\n", result.documents, result.passages,
                result.queries, result.bySpans ? "passages" : "documents");
    std::printf("%-8s %8s %10s %8s %12s\n", "", "nDCG@10", "recall@20", "MRR", "p95 (ms)");
    for (const rag::RetrievalScores& s : result.methods)
        std::printf("%-8s %8.4f %10.4f %8.4f %12.2f\n", s.method.c_str(), s.ndcg10, s.recall20, s.mrr,
                    s.latencyMsP95);
    std::fflush(stdout);
}

ExitCode run(const Arguments& arguments, const Global& global) {
    auto embedder = openEmbedder(arguments.embedder, global.threads);
    if (!embedder) return report(embedder.error());
    rag::RetrievalEvaluationOptions options;
    options.data = arguments.data;
    options.workFile =
        (std::filesystem::temp_directory_path() / ("hearth-eval-rag-" + std::to_string(getpid()) + ".db"))
            .string();
    if (!arguments.keep.empty()) options.workFile = arguments.keep;
    options.keep = !arguments.keep.empty();
    options.limit = arguments.limit;
    options.cancel = interruption();
    base::Result<rag::RetrievalEvaluation> result;
    {
        Progress progress("Queries");
        options.onProgress = [&progress](int done, int total) { progress.show(done, total); };
        result = rag::evaluateRetrieval(**embedder, options);
    }
    if (!result) return report(result.error());
    if (arguments.json)
        std::cout << toJson(*result, (*embedder)->name()).dump(2) << '\n';
    else
        print(*result);
    return result->stopped ? ExitCode::Interrupted : ExitCode::Ok;
}

}  // namespace

void addEvalRag(Commands& commands, CLI::App& eval) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = Commands::addTo(
        eval, "rag", "How well passages are found in documents, by words, by vectors and by both",
        "  hearth eval rag --data collection --json\n"
        "  hearth eval rag --data collection --embedder nomic-embed.gguf --limit 100");
    command
        ->add_option("--data", arguments->data,
                     "Folder with docs, queries and qrels: JSON lines, gzip-packed or plain")
        ->required()
        ->type_name("DIR");
    command->add_option("--embedder", arguments->embedder, "GGUF embedding model (default: the built-in one)")
        ->type_name("FILE");
    command->add_option("--limit", arguments->limit, "Only N queries, spread over all")
        ->check(CLI::NonNegativeNumber);
    command->add_option("--keep", arguments->keep, "Leave the index in this file")->type_name("FILE");
    command->add_flag("--json", arguments->json, "As JSON");
    commands.run(command, [arguments, &commands] { return run(*arguments, commands.global); });
}

}  // namespace hearth::app::cli
