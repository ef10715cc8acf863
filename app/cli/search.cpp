// hearth search: passages of the documents that were indexed.
#include <chrono>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/data_access.h"
#include "cli/library.h"
#include "cli/library_commands.h"
#include "cli/terminal.h"
#include "rag/library.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
    std::string question;
    std::vector<std::string> folders;
    std::string store;
    int limit = 10;
    bool json = false;
};

Json passageJson(const rag::FoundPassage& passage) {
    const rag::Chunk& chunk = passage.chunk.chunk;
    Json out = {{"path", chunk.path},
                {"title", passage.chunk.title},
                {"text", chunk.text},
                {"score", passage.score},
                {"kind", rag::toString(chunk.kind)}};
    if (!chunk.headings.empty()) out["headings"] = chunk.headings;
    if (chunk.location.page != 0) out["page"] = chunk.location.page;
    if (chunk.location.firstLine != 0) out["line"] = chunk.location.firstLine;
    if (!chunk.location.cell.empty()) out["cell"] = chunk.location.cell;
    return out;
}

Json toJson(const rag::Retrieval& found) {
    Json out = {{"documents_searched", found.documentsSearched},
                {"found", found.found},
                {"time_ignored", found.timeIgnored},
                {"passages", Json::array()}};
    for (const rag::FoundPassage& passage : found.passages) out["passages"].push_back(passageJson(passage));
    for (const rag::StoredDocument& document : found.overview)
        out["documents"].push_back({{"path", document.document.path}, {"summary", document.summary}});
    return out;
}

void print(const rag::Retrieval& found) {
    for (const rag::StoredDocument& document : found.overview)
        std::cout << document.document.path << (document.summary.empty() ? "" : "\n    " + document.summary)
                  << "\n";
    int number = 0;
    for (const rag::FoundPassage& passage : found.passages) {
        const rag::Location& at = passage.chunk.chunk.location;
        std::cout << "[" << ++number << "] " << passage.chunk.chunk.path;
        if (at.page != 0)
            std::cout << ", page " << at.page;
        else if (at.firstLine != 0)
            std::cout << ":" << at.firstLine;
        std::cout << "\n    " << passage.chunk.chunk.text.substr(0, 400) << "\n";
    }
    std::cout << found.documentsSearched << " documents searched, " << found.found << " passages found"
              << (found.timeIgnored ? "; none from the time you named" : "") << "\n";
}

ExitCode run(const Arguments& arguments, const Global& global) {
    auto library = openLibrary(global.threads, arguments.store);
    if (!library) return report(library.error());
    rag::RetrievalRequest request;
    request.question = arguments.question;
    for (const std::string& folder : arguments.folders)
        request.filter.folders.push_back(std::filesystem::absolute(folder).lexically_normal().string());
    request.limit = arguments.limit;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    request.hints =
        rag::readQuestion(arguments.question, std::chrono::duration_cast<std::chrono::seconds>(now).count());
    const auto found = (*library)->find(request, interruption());
    if (!found) return report(found.error());
    if (arguments.json)
        std::cout << toJson(*found).dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    else
        print(*found);
    return ExitCode::Ok;
}

}  // namespace

void addSearch(Commands& commands) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = commands.add("search", "Find passages in the documents that were indexed",
                                     "  hearth search \"who signed the contract?\"\n"
                                     "  hearth search \"steel prices\" --in ~/Documents/work --json");
    command->add_option("QUESTION", arguments->question, "What to look for")->required();
    command->add_option("--in", arguments->folders, "Only in this folder; may be given again")
        ->type_name("DIR");
    command->add_option("--limit", arguments->limit, "Passages to give")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    addStoreOption(*command, arguments->store);
    command->add_flag("--json", arguments->json, "As JSON");
    commands.run(command, withData([arguments, &commands] { return run(*arguments, commands.global); }));
}

}  // namespace hearth::app::cli
