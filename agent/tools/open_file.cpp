// open_file: opens a file or folder of the user with the program that the desktop has for it.
#include "agent/desktop.h"
#include "files/file_search.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/uri.h"
#include "words/words.h"

namespace hearth::agent::tools {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr std::size_t kChoices = 8;
// The hidden field with the path that the card showed.
constexpr const char* kPath = "path";

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "open_file";
    spec.verb = "Open";
    spec.description = "Open a file or folder";
    spec.icon = "file";
    spec.writes = true;
    spec.arguments = {{"query", ArgumentType::Text, "File", "Which file or folder should I open?", true, {}}};
    spec.examples = {"open the tax return", "open my downloads folder", "open the budget spreadsheet"};
    return spec;
}

class OpenFile final : public BasicTool {
  public:
    explicit OpenFile(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        result.summary = say("Open a file");
        const std::string query = valueOf(result.fields, "query");
        if (query.empty()) return result;
        const auto paths = candidates(query);
        if (paths.empty())
            return fail(ErrorCode::NotFound,
                        say("No file or folder of yours fits “{query}”.", {{"query", query}}), "query");
        if (paths.size() > 1) {
            std::vector<std::string> names;
            for (const fs::path& path : paths)
                if (names.size() < kChoices) names.push_back(shortPath(path, context().homeDir));
            ask(result, "query", say("Which of these should I open?"), names);
            return result;
        }
        const std::string shown = shortPath(paths.front(), context().homeDir);
        set(result, "query", shown);
        setHidden(result, kPath, paths.front().string());
        result.summary = say("Open {what}", {{"what", shown}});
        if (isProgram(paths.front()))
            result.warnings.push_back(say("This file is a program: opening it may start it"));
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const fs::path path = valueOf(fields, kPath);
        std::error_code error;
        if (path.empty() || !fs::exists(path, error))
            return fail(ErrorCode::NotFound, say("That file is not there any more."), path.string());
        if (auto opened = context().desktop->openUrl(fileUri(path)); !opened)
            return tl::unexpected(opened.error());
        return Outcome{
            say("Opened {what}.", {{"what", shortPath(path, context().homeDir)}}), path.string(), {}, {}};
    }

  private:
    static bool isProgram(const fs::path& path) {
        std::error_code error;
        const auto status = fs::status(path, error);
        const bool executable = (status.permissions() & fs::perms::owner_exec) != fs::perms::none;
        return fs::is_regular_file(status) && (executable || path.extension() == ".desktop");
    }

    // A path as it was said or chosen; a folder of the user by its name; else what a search finds best.
    std::vector<fs::path> candidates(const std::string& query) const {
        std::error_code error;
        fs::path said = query;
        if (query.rfind("~/", 0) == 0) said = context().homeDir / query.substr(2);
        if (said.is_absolute() && fs::exists(said, error)) return {said};
        for (const fs::path& folder : userFolders(context().homeDir))
            if (namesFolder(query, folder.filename().string())) return {folder};
        FileQuery search;
        search.words = withoutKind(query, search.kind);
        const auto found = findFiles(context().homeDir, search, {}).found;
        std::vector<fs::path> paths;
        for (const FoundFile& file : found)
            if (file.fit >= found.front().fit - 0.03) paths.push_back(file.path);
        return paths;
    }

    // "my downloads folder" names Downloads, and "Documents" does; "the documents of Ana" does not.
    static bool namesFolder(const std::string& query, const std::string& folder) {
        bool named = false;
        for (const std::string& word : words::of(query)) {
            const bool same = word == words::folded(folder) || word + "s" == words::folded(folder);
            const bool framing = word == "my" || word == "the" || word == "folder" || word == "directory";
            if (!same && !framing) return false;
            named = named || same;
        }
        return named;
    }

    // "the budget spreadsheet" is a spreadsheet named "budget"; "photos" alone stays as it is.
    static std::string withoutKind(const std::string& query, std::string& kind) {
        std::string rest;
        for (const std::string& word : words::of(query)) {
            if (isFileKind(word) && kind.empty())
                kind = word;
            else if (!words::isFiller(word))
                rest += (rest.empty() ? "" : " ") + word;
        }
        if (rest.empty()) {
            kind.clear();
            return query;
        }
        return rest;
    }
};

}  // namespace

std::unique_ptr<Tool> makeOpenFile(const ToolContext& context) {
    return std::make_unique<OpenFile>(context);
}

}  // namespace hearth::agent::tools
