// hearth index: reads the documents of folders into the library, and says what could not be read.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "catalogue/size_text.h"
#include "cli/data_access.h"
#include "cli/library.h"
#include "cli/library_commands.h"
#include "cli/terminal.h"
#include "rag/folder_indexer.h"
#include "rag/folder_watch.h"
#include "rag/library.h"

namespace hearth::app::cli {

namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr int passagesAtOnce = 256;
constexpr int documentsAtOnce = 8;
constexpr std::size_t shownSkips = 20;

struct Arguments {
    std::string folder;
    std::vector<std::string> exclude;
    std::string store;
    bool hidden = false;
    bool watch = false;
    bool json = false;
};

// What is going on, on the error output: one line that is written over where a person looks on, else a line
// now and then.
class IndexProgress {
  public:
    void show(const rag::IndexCounts& counts) {
        if (counts.current.empty()) return clear();
        line(std::to_string(counts.done) + " of " + std::to_string(counts.found) + " files, " +
             std::to_string(counts.chunks) + " passages, " + sizeText(counts.bytes) + ": " +
             fs::path(counts.current).filename().string());
    }
    void showWaiting(std::int64_t passages) {
        if (passages == 0) return clear();
        line(std::to_string(passages) + " passages to be found by their meaning");
    }
    void clear() {
        if (drawn_ && errorIsTerminal()) std::cerr << "\r\033[K" << std::flush;
        drawn_ = false;
    }

  private:
    void line(const std::string& text) {
        const auto now = std::chrono::steady_clock::now();
        const bool terminal = errorIsTerminal();
        if (now - last_ < (terminal ? std::chrono::milliseconds(100) : std::chrono::milliseconds(10'000)))
            return;
        last_ = now;
        drawn_ = true;
        if (terminal)
            std::cerr << "\r\033[K" << text.substr(0, 100) << std::flush;
        else
            std::cerr << text << std::endl;
    }

    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
    bool drawn_ = false;
};

Json toJson(const rag::IndexCounts& counts, const std::vector<rag::SkippedDocument>& skipped) {
    Json list = Json::array();
    for (const rag::SkippedDocument& each : skipped)
        list.push_back(
            {{"path", each.path}, {"reason", rag::toString(each.reason)}, {"message", each.message}});
    return {{"found", counts.found},     {"unchanged", counts.unchanged}, {"indexed", counts.indexed},
            {"moved", counts.moved},     {"removed", counts.removed},     {"excluded", counts.excluded},
            {"passages", counts.chunks}, {"bytes", counts.bytes},         {"skipped", std::move(list)}};
}

void print(const rag::IndexCounts& counts, const std::vector<rag::SkippedDocument>& skipped) {
    std::cout << counts.found << " files: " << counts.indexed << " read, " << counts.unchanged
              << " unchanged, " << counts.moved << " moved, " << counts.removed << " gone, " << skipped.size()
              << " skipped; " << counts.chunks << " passages, " << sizeText(counts.bytes) << " read\n";
    for (std::size_t i = 0; i < std::min(skipped.size(), shownSkips); ++i)
        std::cout << "  " << skipped[i].path << ": " << skipped[i].message << '\n';
    if (skipped.size() > shownSkips)
        std::cout << "  and " << skipped.size() - shownSkips << " more; --json lists them all\n";
    std::cout.flush();
}

// Vectors and summaries for what was read; Ctrl+C keeps what is done.
base::Result<void> embed(rag::Library& library, IndexProgress& progress) {
    std::int64_t waiting = library.waiting().value_or(0);
    for (;;) {
        progress.showWaiting(waiting);
        waiting = std::max<std::int64_t>(0, waiting - passagesAtOnce);
        const auto more = library.catchUp(passagesAtOnce, interruption());
        if (!more) return tl::unexpected<base::Error>(more.error());
        if (!*more) break;
    }
    progress.clear();
    for (;;) {
        const auto more = library.summarizeSome(documentsAtOnce, interruption());
        if (!more) return tl::unexpected<base::Error>(more.error());
        if (!*more) return library.saveGraph();
    }
}

ExitCode tell(rag::Library& library, const rag::IndexCounts& counts, const std::string& folder, bool json) {
    const auto skipped = library.store().skippedUnder(folder);
    if (!skipped) return report(skipped.error());
    if (json)
        std::cout << toJson(counts, *skipped).dump(2, ' ', false, Json::error_handler_t::replace)
                  << std::endl;
    else
        print(counts, *skipped);
    return ExitCode::Ok;
}

// Until Ctrl+C.
ExitCode follow(rag::FolderIndexer& indexer, rag::FolderWatch& watch, rag::Library& library,
                const std::string& folder, bool json, IndexProgress& progress) {
    while (!interruption().cancelled()) {
        const std::vector<std::string> paths = watch.wait(std::chrono::minutes(1), interruption());
        if (paths.empty()) continue;
        const auto counts = indexer.update(folder, paths, interruption());
        if (!counts) return report(counts.error());
        if (const auto embedded = embed(library, progress); !embedded) return report(embedded.error());
        if (const ExitCode told = tell(library, *counts, folder, json); told != ExitCode::Ok) return told;
    }
    return ExitCode::Ok;
}

// The window shows and watches it from now on, unless it lies in a folder that it watches already.
base::Result<void> keepFolder(rag::LibraryStore& store, const std::string& folder,
                              const rag::FolderRules& rules) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) return {};  // indexing says so
    const auto known = store.folders();
    if (!known) return tl::unexpected<base::Error>(known.error());
    for (const rag::LibraryFolder& other : *known)
        if (other.path != folder && (other.path == "/" || folder.starts_with(other.path + "/"))) return {};
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return store.keepFolder(
        {folder, rules, std::chrono::duration_cast<std::chrono::seconds>(now).count(), 0});
}

ExitCode run(const Arguments& arguments, const Global& global) {
    const auto program = rag::findReaderProgram();
    if (!program) return report(program.error());
    auto library = openLibrary(global.threads, arguments.store);
    if (!library) return report(library.error());
    if (!arguments.store.empty() && !arguments.json)
        std::cerr
            << "The vectors are bytes in PostgreSQL, pgvector is not used: the graph that finds the nearest "
               "is made and kept on each machine.\n";

    std::string folder = fs::absolute(arguments.folder).lexically_normal().string();
    while (folder.size() > 1 && folder.back() == '/') folder.pop_back();
    rag::IndexSettings settings;
    settings.rules = {arguments.exclude, arguments.hidden};
    IndexProgress progress;
    settings.progress = [&](const rag::IndexCounts& counts) { progress.show(counts); };
    const rag::DocumentReader reader(*program);
    const rag::TextEmbedder& counter = (*library)->embedder();
    rag::FolderIndexer indexer(
        reader, (*library)->store(), [&](std::string_view text) { return counter.countTokens(text); },
        settings);
    if (const auto kept = keepFolder((*library)->store(), folder, settings.rules); !kept)
        return report(kept.error());
    // Watched from before the first look: nothing falls between the two.
    auto watch = rag::FolderWatch::open(folder, settings.rules);
    if (!watch) return report(watch.error());
    const auto counts = indexer.index(folder, interruption());
    if (!counts) return report(counts.error());
    if (const auto embedded = embed(**library, progress); !embedded) return report(embedded.error());
    if (counts->removed > 0)
        if (const auto wiped = (*library)->store().wipeTraces(); !wiped) return report(wiped.error());
    const ExitCode told = tell(**library, *counts, folder, arguments.json);
    return told == ExitCode::Ok && arguments.watch
               ? follow(indexer, *watch, **library, folder, arguments.json, progress)
               : told;
}

}  // namespace

void addIndex(Commands& commands) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = commands.add("index", "Read a folder's documents, so that they can be searched",
                                     "  hearth index ~/Documents\n"
                                     "  hearth index ~/Documents --exclude '*.log' --exclude drafts --watch\n"
                                     "  hearth index ~/Documents --json");
    command->add_option("DIR", arguments->folder, "The folder")->required();
    command
        ->add_option("--exclude", arguments->exclude, "Leave out names, or paths below the folder, like this")
        ->type_name("PATTERN");
    command->add_flag("--hidden", arguments->hidden, "Hidden files too");
    command->add_flag("--watch", arguments->watch, "Go on with what changes, until Ctrl+C");
    addStoreOption(*command, arguments->store);
    command->add_flag("--json", arguments->json, "As JSON");
    commands.run(command, withData([arguments, &commands] { return run(*arguments, commands.global); }));
}

}  // namespace hearth::app::cli
