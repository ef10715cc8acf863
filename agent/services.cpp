#include "agent/services.h"

#include <cstdlib>
#include <map>
#include <sstream>

#include "agent/file_changes.h"
#include "calendar/ical.h"
#include "loop/agent_loop.h"
#include "store/folder_lock.h"

namespace hearth::agent {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

fs::path environmentPath(const char* name, const fs::path& otherwise) {
    const char* value = std::getenv(name);
    return value && *value ? fs::path(value) : otherwise;
}

// Where programs describe themselves (XDG Base Directory, XDG Desktop Entry), the user's own first.
std::vector<fs::path> systemApplicationDirs(const fs::path& home) {
    std::vector<fs::path> dirs{environmentPath("XDG_DATA_HOME", home / ".local/share") / "applications"};
    std::istringstream rest(environmentPath("XDG_DATA_DIRS", "/usr/local/share:/usr/share").string());
    for (std::string dir; std::getline(rest, dir, ':');)
        if (!dir.empty()) dirs.push_back(fs::path(dir) / "applications");
    return dirs;
}

ToolContext contextFor(const AgentOptions& options) {
    ToolContext context = ToolContext::below(options.dataDir);
    if (!options.calendarDir.empty()) context.calendarDir = options.calendarDir;
    context.homeDir = options.homeDir.empty() ? environmentPath("HOME", options.dataDir) : options.homeDir;
    context.applicationDirs =
        options.applicationDirs.empty() ? systemApplicationDirs(context.homeDir) : options.applicationDirs;
    context.zone = options.zone.empty() ? calendar::systemZone() : options.zone;
    context.phrases = Phrases::of(options.language);
    context.desktop = options.desktop;
    return context;
}

class Services final : public AgentServices {
  public:
    Services(const AgentOptions& options, store::FolderLock lock, privacy::AuditLog audit)
        : lock_(std::move(lock)),
          clock_(options.clock),
          changes_(options.dataDir / "undo"),
          context_(contextFor(options)),
          approval_(options.dataDir / "approval.json"),
          audit_(std::move(audit)) {
        context_.clock = clock_ ? clock_ : &systemClock_;
        context_.changes = &changes_;
        tools_ = ToolRegistry::withAllTools(context_);
        runner_ = std::make_unique<loop::ActionRunner>(tools_, audit_, context_);
        scheduler_ = std::make_unique<Scheduler>(context_);
    }

    Result<void> start(const AgentOptions& options) {
        auto recovered = runner_->recover();
        if (!recovered) return tl::unexpected(recovered.error());
        recovered_ = std::move(*recovered);
        auto replies = loop::Replies::read(options.promptsDir / "replies.json");
        if (!replies) return tl::unexpected(replies.error());
        std::unique_ptr<loop::ActionModel> model;
        if (options.actionModel) {
            auto made = loop::makeActionModel(options.actionModel, tools_.specs());
            if (!made) return tl::unexpected(made.error());
            model = std::move(*made);
        }
        agent_ = std::make_unique<loop::AgentLoop>(loop::AgentLoop::Parts{
            tools_, context_, approval_, *runner_, std::move(*replies), std::move(model), nullptr});
        return setChatModel(options.chatModel);
    }

    Agent& agent() override { return *agent_; }
    Scheduler& scheduler() override { return *scheduler_; }
    ApprovalPolicy& approval() override { return approval_; }
    const ToolRegistry& tools() const override { return tools_; }
    const ToolContext& context() const override { return context_; }
    privacy::AuditLog& audit() override { return audit_; }
    const std::vector<std::string>& recovered() const override { return recovered_; }

    void speak(const std::string& language) override { context_.phrases = Phrases::of(language); }
    void setHandOver(HandOver* handOver) override { agent_->setHandOver(handOver); }
    void setGuestTools(std::vector<std::unique_ptr<Tool>> tools) override {
        tools_.setGuests(std::move(tools));
    }
    void setDocuments(std::unique_ptr<PassageFinder> library) override {
        agent_->setDocuments(library.get());
        library_ = std::move(library);
    }
    Result<void> setChatModel(std::shared_ptr<const engine::Model> model) override {
        std::unique_ptr<ChatAnswer> chat;
        if (model) {
            auto made = ChatAnswer::create(std::move(model));
            if (!made) return tl::unexpected(made.error());
            chat = std::move(*made);
        }
        adapters_.clear();  // they are of the model before
        agent_->setChat(std::move(chat));
        return {};
    }

    Result<void> setChatAdapters(const std::vector<engine::AdapterFile>& files) override {
        ChatAnswer* chat = agent_->chat();
        if (chat == nullptr && files.empty()) return {};
        if (chat == nullptr)
            return fail(
                ErrorCode::Unsupported,
                context_.say(
                    "An adapter changes a larger model, and none is open. Open the model it was made for"),
                files.front().path);
        std::vector<engine::AdapterUse> uses;
        for (const engine::AdapterFile& file : files) {
            auto& known = adapters_[file.path];
            if (!known) {
                auto opened = engine::Adapter::open(file.path, chat->model());
                if (!opened) return tl::unexpected(opened.error());
                known = std::move(*opened);
            }
            uses.push_back({known, file.scale});
        }
        return chat->setAdapters(uses);
    }

  private:
    store::FolderLock lock_;  // first: let go of when all else is closed
    SystemClock systemClock_;
    const Clock* clock_;
    FileChanges changes_;
    ToolContext context_;
    ApprovalPolicy approval_;
    privacy::AuditLog audit_;
    ToolRegistry tools_;
    std::unique_ptr<loop::ActionRunner> runner_;
    std::unique_ptr<Scheduler> scheduler_;
    std::map<std::string, std::shared_ptr<const engine::Adapter>> adapters_;  // of the larger model, by path
    std::unique_ptr<PassageFinder> library_;                                  // may be null
    std::unique_ptr<loop::AgentLoop> agent_;
    std::vector<std::string> recovered_;
};

}  // namespace

bool callsFunctions(const engine::Model& model) {
    const engine::Tokenizer& tokenizer = model.tokenizer();
    return tokenizer.find("<user>") && tokenizer.find("<assistant>") && tokenizer.find("<end>") &&
           tokenizer.find("<fn:irrelevant>");
}

Result<std::unique_ptr<AgentServices>> AgentServices::create(const AgentOptions& options) {
    if (options.dataDir.empty()) return fail(ErrorCode::InvalidInput, "No data folder is given", "dataDir");
    if (options.desktop == nullptr) return fail(ErrorCode::InvalidInput, "No desktop is given", "desktop");
    std::error_code error;
    fs::create_directories(options.dataDir, error);
    if (error)
        return fail(ErrorCode::Io, "The data folder cannot be made: " + error.message(),
                    options.dataDir.string());
    // A command that runs beside this one is done in a moment; a window stays.
    constexpr int kWaitMs = 3000;
    auto lock = store::FolderLock::acquire(options.dataDir, kWaitMs);
    if (!lock) return tl::unexpected(lock.error());
    const fs::path database = options.database.empty() ? options.dataDir / "hearth.db" : options.database;
    auto audit = privacy::AuditLog::open(database);
    if (!audit) return tl::unexpected(audit.error());
    auto services = std::make_unique<Services>(options, std::move(*lock), std::move(*audit));
    if (auto started = services->start(options); !started) return tl::unexpected(started.error());
    return services;
}

}  // namespace hearth::agent
