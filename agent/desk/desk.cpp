#include "agent/desk.h"

#include <algorithm>

#include "agent/desktop.h"
#include "agent/file_changes.h"
#include "agent/tool_registry.h"
#include "desk/desk_rows.h"
#include "lists/list_file.h"
#include "loop/action_runner.h"
#include "notes/note_folder.h"
#include "tools/basic_tool.h"
#include "tools/item_choice.h"
#include "tools/when.h"

namespace hearth::agent {

using base::ErrorCode;
using base::Result;
using calendar::CalendarFolder;
using tools::toLocal;

namespace {

// A desk shows no notifications and starts no programs: its tools only write files.
class NoDesktop final : public Desktop {
  public:
    Result<void> openUrl(const std::string& url) override { return none(url); }
    Result<void> launch(const std::vector<std::string>& arguments) override { return none(arguments.at(0)); }
    Result<std::string> execute(const std::vector<std::string>& arguments, int) override {
        return none(arguments.at(0));
    }
    Result<void> notify(const Notification& notification) override { return none(notification.title); }
    Result<std::vector<BusValue>> call(const BusCall& call) override { return none(call.service); }
    std::vector<std::string> busNames(const std::string&) override { return {}; }

  private:
    static tl::unexpected<base::Error> none(const std::string& what) {
        return base::fail(ErrorCode::Unsupported, phrase("A form cannot do that"), what);
    }
};

Field hidden(const char* name, std::string value) {
    Field field;
    field.name = name;
    field.value = std::move(value);
    return field;
}

class FileDesk final : public Desk {
  public:
    FileDesk(DeskOptions options, privacy::AuditLog audit)
        : changes_(options.dataDir / "undo"),
          context_(ToolContext::below(options.dataDir)),
          audit_(std::move(audit)) {
        if (!options.calendarDir.empty()) context_.calendarDir = options.calendarDir;
        context_.zone = options.zone.empty() ? calendar::systemZone() : options.zone;
        context_.phrases = Phrases::of(options.language);
        context_.clock = options.clock ? options.clock : &systemClock_;
        context_.changes = &changes_;
        context_.desktop = &desktop_;
        registry_ = ToolRegistry::withAllTools(context_);
        runner_ = std::make_unique<loop::ActionRunner>(registry_, audit_, context_);
        scheduler_ = std::make_unique<Scheduler>(
            context_, options.show ? std::move(options.show) : [](const std::vector<DueItem>&) {});
    }

    DeskRows<DeskEvent> events(const CivilTime& first, int days) override {
        const CivilTime start = tools::midnight(first);
        const CalendarFolder folder(context_.calendarDir, context_.zone);
        DeskRows<DeskEvent> out{{}, folder.problems(), tools::localNow(context_)};
        for (const auto& occurrence : folder.occurrences(
                 tools::toInstant(context_, start), tools::toInstant(context_, tools::plusDays(start, days))))
            if (occurrence.item->kind == calendar::Item::Kind::Appointment)
                out.rows.push_back(desk::eventOf(context_, occurrence));
        return out;
    }

    DeskRows<DeskTodo> todos() override {
        DeskRows<DeskTodo> out{{}, {}, tools::localNow(context_)};
        const auto snoozed = scheduler_->snoozed();
        for (const auto& dir : {context_.remindersDir, context_.calendarDir}) {
            const CalendarFolder folder(dir, context_.zone);
            out.problems.insert(out.problems.end(), folder.problems().begin(), folder.problems().end());
            for (auto& todo : desk::todosOf(context_, folder)) {
                if (const auto found = snoozed.find(todo.uid); found != snoozed.end())
                    todo.snoozed = found->second;
                out.rows.push_back(std::move(todo));
            }
        }
        std::stable_sort(out.rows.begin(), out.rows.end(),
                         [](const DeskTodo& a, const DeskTodo& b) { return a.instant < b.instant; });
        return out;
    }

    DeskRows<DeskNote> notes() override {
        DeskRows<DeskNote> out{{}, {}, tools::localNow(context_)};
        for (Note& note : readNotes(context_.notesDir))
            out.rows.push_back({std::move(note.path), std::move(note.title), std::move(note.text),
                                toLocal(context_, note.modified)});
        return out;
    }

    DeskRows<DeskList> lists() override {
        DeskRows<DeskList> out{{}, {}, tools::localNow(context_)};
        for (const ListFile& list : readLists(context_.listsDir)) {
            DeskList row{list.path, list.name, {}};
            for (const ListItem& item : list.items())
                row.items.push_back({item.text, item.done, static_cast<int>(item.line)});
            out.rows.push_back(std::move(row));
        }
        return out;
    }

    Result<DeskRows<DeskLogRow>> log(int limit, int offset) override {
        auto entries = audit_.list(limit, offset);
        if (!entries) return tl::unexpected(entries.error());
        DeskRows<DeskLogRow> out{{}, {}, tools::localNow(context_)};
        for (auto& entry : *entries) {
            DeskLogRow row;
            if (const Tool* tool = registry_.find(entry.tool)) {
                row.verb = context_.say(tool->spec().verb);
                row.icon = tool->spec().icon;
            }
            row.time = toLocal(context_, entry.time);
            row.entry = std::move(entry);
            out.rows.push_back(std::move(row));
        }
        return out;
    }

    Result<ActionDone> carryOut(const Call& call) override {
        ProposedAction action;
        action.id = "page-" + FileChanges::newId();
        action.tool = call.tool;
        auto prepared = removes(call.tool) ? removal(call) : preparedBy(call);
        if (!prepared) return tl::unexpected(prepared.error());
        if (!prepared->question.empty())
            return base::fail(ErrorCode::InvalidInput, prepared->question, prepared->questionField);
        action.prepared = std::move(*prepared);
        auto done = runner_->run(action, true, false, {});
        if (done && !done->ok) return base::fail(ErrorCode::Io, done->text, call.tool);
        return done;
    }

    Result<std::string> undo(std::int64_t auditId) override { return runner_->undo(auditId); }
    void speak(const std::string& language) override { context_.phrases = Phrases::of(language); }
    Scheduler& scheduler() override { return *scheduler_; }
    const ToolContext& context() const override { return context_; }

  private:
    // Tools that know what to remove from words; a page knows the very thing.
    static bool removes(const std::string& tool) {
        return tool == "delete_event" || tool == "cancel_reminder" || tool == "cancel_alarm" ||
               tool == "delete_note";
    }

    Result<Prepared> preparedBy(const Call& call) const {
        Tool* tool = registry_.find(call.tool);
        if (tool == nullptr)
            return base::fail(ErrorCode::NotFound, context_.say("There is no such tool"), call.tool);
        return tool->prepare(call);
    }

    Result<Prepared> removal(const Call& call) const {
        Prepared prepared;
        prepared.tool = call.tool;
        if (call.tool == "delete_note") {
            prepared.summary = call.argument("title").value_or("");
            prepared.fields = {hidden("query", prepared.summary),
                               hidden("path", call.argument("path").value_or(""))};
            return prepared;
        }
        const std::string key = call.argument("key").value_or("");
        const bool event = call.tool == "delete_event";
        const CalendarFolder folder(event ? context_.calendarDir : context_.remindersDir, context_.zone);
        const auto chosen = tools::findByKey(folder.items(), key, context_.zone);
        if (!chosen) return tl::unexpected(chosen.error());
        prepared.summary = tools::sayOccurrence(context_, *chosen);
        prepared.fields = {hidden("name", prepared.summary),
                           hidden(event ? tools::kChoiceField : "keys", key),
                           hidden(tools::kScopeField, call.argument("scope").value_or(""))};
        return prepared;
    }

    SystemClock systemClock_;
    NoDesktop desktop_;
    FileChanges changes_;
    ToolContext context_;
    privacy::AuditLog audit_;
    ToolRegistry registry_;
    std::unique_ptr<loop::ActionRunner> runner_;
    std::unique_ptr<Scheduler> scheduler_;
};

}  // namespace

Result<std::unique_ptr<Desk>> Desk::open(DeskOptions options) {
    if (options.dataDir.empty())
        return base::fail(ErrorCode::InvalidInput, "No data folder is given", "dataDir");
    std::error_code error;
    std::filesystem::create_directories(options.dataDir, error);
    auto audit = privacy::AuditLog::open(options.dataDir / "hearth.db");
    if (!audit) return tl::unexpected(audit.error());
    return std::make_unique<FileDesk>(std::move(options), std::move(*audit));
}

}  // namespace hearth::agent
