// hearth conversations list | search | show | rename | pin | delete | restore | export | import.
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/data_access.h"
#include "cli/terminal.h"
#include "exchange/importer.h"
#include "storage/data_folder.h"
#include "store/conversation_store.h"

namespace hearth::app::cli {

namespace {

using base::ErrorCode;
using Json = nlohmann::ordered_json;

constexpr std::int64_t kKeepDeletedMs = std::int64_t{24} * 60 * 60 * 1000;
constexpr std::uintmax_t kLargestImport = std::uintmax_t{512} << 20;

struct Arguments {
    std::int64_t id = 0;
    std::vector<std::int64_t> ids;
    std::vector<std::string> words;
    std::string file;
    std::string form = "markdown";
    int limit = 20;
    bool json = false;
    bool deleted = false;
    bool off = false;
    bool now = false;
};

using Use = std::function<ExitCode(ConversationStore&, const Arguments&)>;

std::int64_t nowMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

ExitCode withStore(const Use& use, const Arguments& given) {
    const auto folder = dataFolder();
    if (!folder) return report(folder.error());
    auto store = ConversationStore::openBeside((*folder / "conversations.db").string());
    if (!store) return report(store.error());
    if (auto purged = (*store)->purgeDeleted(nowMs() - kKeepDeletedMs); !purged)
        return report(purged.error());
    return use(**store, given);
}

ExitCode done(const base::Result<void>& result, const std::string& said) {
    if (!result) return report(result.error());
    if (!said.empty()) std::cout << said << '\n';
    return ExitCode::Ok;
}

std::string day(std::int64_t ms) {
    const std::time_t seconds = ms / 1000;
    std::tm local{};
    localtime_r(&seconds, &local);
    char text[40];
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M", &local);
    return text;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

void print(const Json& json) {
    std::cout << json.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

ExitCode list(ConversationStore& store, const Arguments& given) {
    const auto found = given.deleted ? store.deletedConversations() : store.conversations();
    if (!found) return report(found.error());
    Json out = Json::array();
    if (found->empty() && !given.json) std::cout << "There are none.\n";
    for (const ConversationRecord& record : *found) {
        if (given.json)
            out.push_back({{"id", record.id},
                           {"title", record.title},
                           {"created_ms", record.createdMs},
                           {"updated_ms", record.updatedMs},
                           {"pinned", record.pinned}});
        else
            std::cout << record.id << "  " << day(record.updatedMs) << "  " << (record.pinned ? "* " : "")
                      << record.title << '\n';
    }
    if (given.json) print(out);
    return ExitCode::Ok;
}

// The snippet with the words that were found in brackets, or bold on a terminal.
std::string marked(const SearchHit& hit) {
    const bool bold = outputIsTerminal();
    std::string out;
    std::size_t at = 0;
    for (const auto& [begin, end] : hit.marks) {
        out += hit.snippet.substr(at, begin - at) + (bold ? "\033[1m" : "[") +
               hit.snippet.substr(begin, end - begin) + (bold ? "\033[0m" : "]");
        at = end;
    }
    return out + hit.snippet.substr(at);
}

ExitCode search(ConversationStore& store, const Arguments& given) {
    const auto hits = store.find(joined(given.words), given.limit);
    if (!hits) return report(hits.error());
    Json out = Json::array();
    if (hits->empty() && !given.json) std::cout << "Nothing was found.\n";
    for (const SearchHit& hit : *hits) {
        if (given.json)
            out.push_back({{"conversation", hit.conversation},
                           {"title", hit.title},
                           {"message", hit.message},
                           {"created_ms", hit.createdMs},
                           {"snippet", hit.snippet},
                           {"marks", hit.marks}});
        else
            std::cout << hit.conversation << "  " << day(hit.createdMs) << "  " << hit.title << "\n  "
                      << marked(hit) << '\n';
    }
    if (given.json) print(out);
    return ExitCode::Ok;
}

ExitCode show(ConversationStore& store, const Arguments& given) {
    const auto whole = readWhole(store, given.id);
    if (!whole) return report(whole.error());
    std::cout << toMarkdown(*whole);
    return ExitCode::Ok;
}

ExitCode change(ConversationStore& store, const Arguments& given) {
    auto record = store.conversation(given.id);
    if (!record) return report(record.error());
    if (given.words.empty()) {
        record->pinned = !given.off;
    } else {
        record->title = joined(given.words);
        record->named = true;
    }
    return done(store.putConversation(*record), "");
}

ExitCode remove(ConversationStore& store, const Arguments& given) {
    for (const std::int64_t id : given.ids) {
        auto record = store.conversation(id);
        if (!record) return report(record.error());
        const auto deleted = given.now ? store.removeConversation(id) : store.setDeleted(id, nowMs());
        const ExitCode code = done(
            deleted,
            "Deleted: " + record->title +
                (given.now ? "" : "  (for a day: hearth conversations restore " + std::to_string(id) + ")"));
        if (code != ExitCode::Ok) return code;
    }
    return ExitCode::Ok;
}

ExitCode restore(ConversationStore& store, const Arguments& given) {
    for (const std::int64_t id : given.ids)
        if (auto back = store.setDeleted(id, 0); !back) return report(back.error());
    return ExitCode::Ok;
}

base::Result<std::vector<WholeConversation>> chosen(ConversationStore& store, std::vector<std::int64_t> ids) {
    if (ids.empty()) {
        auto all = store.conversations();
        if (!all) return tl::unexpected<base::Error>(all.error());
        for (const ConversationRecord& record : *all) ids.push_back(record.id);
    }
    std::vector<WholeConversation> out;
    for (const std::int64_t id : ids) {
        auto whole = readWhole(store, id);
        if (!whole) return tl::unexpected<base::Error>(whole.error());
        out.push_back(std::move(*whole));
    }
    return out;
}

ExitCode exportThem(ConversationStore& store, const Arguments& given) {
    const auto wholes = chosen(store, given.ids);
    if (!wholes) return report(wholes.error());
    std::string text;
    if (given.form == "json") {
        text = toJson(*wholes);
    } else {
        for (const WholeConversation& whole : *wholes) text += (text.empty() ? "" : "\n") + toMarkdown(whole);
    }
    if (given.file.empty() || given.file == "-") {
        std::cout << text;
        return ExitCode::Ok;
    }
    std::ofstream out(given.file, std::ios::binary);
    out << text;
    out.close();
    if (!out) return report({ErrorCode::Io, "The file cannot be written", given.file});
    std::cout << wholes->size() << " conversations written to " << given.file << '\n';
    return ExitCode::Ok;
}

ExitCode import(ConversationStore& store, const Arguments& given) {
    std::error_code missing;
    const auto size = std::filesystem::file_size(given.file, missing);
    if (missing) return report({ErrorCode::NotFound, "The file cannot be read", given.file});
    if (size > kLargestImport)
        return report(
            {ErrorCode::Unsupported, "The file is larger than 512 MiB; export fewer at a time", given.file});
    std::ifstream in(given.file, std::ios::binary);
    auto read = readConversations({std::istreambuf_iterator<char>(in), {}});
    if (!read) return report(read.error());
    const auto count = importConversations(store, std::move(*read), nowMs());
    if (!count) return report(count.error());
    std::cout << count->conversations << " conversations with " << count->messages << " messages taken in.";
    if (count->alreadyThere > 0) std::cout << ' ' << count->alreadyThere << " were here already.";
    std::cout << '\n';
    return ExitCode::Ok;
}

}  // namespace

void addConversations(Commands& commands) {
    CLI::App* group = commands.add("conversations", "List, search, export and import conversations",
                                   "  hearth conversations search lunch\n"
                                   "  hearth conversations export --form json all.json\n"
                                   "  hearth conversations import conversations.json");
    group->require_subcommand(1);
    auto given = std::make_shared<Arguments>();
    const auto sub = [&](const char* name, const char* help, Use use) {
        CLI::App* command = Commands::addTo(*group, name, help, "");
        commands.run(command, withData([given, use = std::move(use)] { return withStore(use, *given); }));
        return command;
    };
    const auto needsId = [&](CLI::App* command) {
        command->add_option("ID", given->id, "Number of `conversations list`")->required();
        return command;
    };
    CLI::App* listing = sub("list", "List them, newest first", list);
    listing->add_flag("--json", given->json, "As JSON");
    listing->add_flag("--deleted", given->deleted, "Those that can still be brought back");
    CLI::App* searching = sub("search", "Find words in titles and messages", search);
    searching->add_option("WORDS", given->words, "Beginnings of words that all must be there")->required();
    searching->add_option("--limit", given->limit, "At most N places")->check(CLI::Range(1, 10000));
    searching->add_flag("--json", given->json, "As JSON");
    needsId(sub("show", "Print one as Markdown", show));
    needsId(sub("rename", "Give one a title", change))->add_option("TITLE", given->words)->required();
    needsId(sub("pin", "Keep one on top of the list", change))->add_flag("--off", given->off, "No longer");
    CLI::App* removing = sub("delete", "Delete some; for a day they can be restored", remove);
    removing->add_option("ID", given->ids)->required();
    removing->add_flag("--now", given->now, "For good at once");
    sub("restore", "Bring deleted ones back", restore)->add_option("ID", given->ids)->required();
    CLI::App* exporting = sub("export", "Write all, or those of --id, to a file", exportThem);
    exporting->add_option("FILE", given->file, "Default: the standard output");
    exporting->add_option("--id", given->ids, "Only these");
    exporting->add_option("--form", given->form, "markdown to read, or json with everything")
        ->check(CLI::IsMember({"markdown", "json"}));
    sub("import", "Take in Markdown or JSON of Hearth, or ChatGPT's conversations.json", import)
        ->add_option("FILE", given->file)
        ->required();
}

}  // namespace hearth::app::cli
