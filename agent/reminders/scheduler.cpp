#include "agent/scheduler.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "agent/desktop.h"
#include "agent/file_changes.h"
#include "base/log.h"
#include "calendar/calendar_folder.h"
#include "store/folder_lock.h"
#include "tools/todo_common.h"
#include "tools/when.h"

namespace hearth::agent {

using base::Result;
using calendar::Item;
using calendar::Occurrence;

namespace {

constexpr std::int64_t kDay = 86400;
// Of the calendar only what was missed lately is worth a notice; a reminder is kept until it was shown.
constexpr std::int64_t kEventsLookBack = kDay;
constexpr std::int64_t kTodosLookBack = 400 * kDay;
// Later than this, it was missed: the computer was off or asleep.
constexpr std::int64_t kLate = 120;
constexpr int kLockWaitMs = 2000;

DueItem::Kind kindOf(const Item& item) {
    if (item.kind == Item::Kind::Appointment) return DueItem::Kind::Appointment;
    if (item.categories == tools::kAlarmCategory) return DueItem::Kind::Alarm;
    if (item.categories == tools::kTimerCategory) return DueItem::Kind::Timer;
    return DueItem::Kind::Reminder;
}

// The instants at which an occurrence rings.
std::vector<std::int64_t> ringsOf(const Occurrence& occurrence) {
    std::vector<std::int64_t> rings;
    for (const auto& alarm : occurrence.item->alarms) {
        if (alarm.absolute)
            rings.push_back(*alarm.absolute);
        else
            rings.push_back((alarm.fromEnd ? occurrence.end : occurrence.start) + alarm.offset);
    }
    return rings;
}

// Names, sizes and times of the files: equal as long as nobody wrote in the folder. Reads no file.
std::string stateOf(const std::filesystem::path& dir) {
    namespace fs = std::filesystem;
    std::string state;
    std::error_code error;
    for (fs::recursive_directory_iterator it(dir, error), end; !error && it != end; it.increment(error)) {
        std::error_code gone;
        const auto size = it->is_regular_file(gone) ? it->file_size(gone) : 0;
        const auto time = it->last_write_time(gone).time_since_epoch().count();
        state += it->path().string() + ' ' + std::to_string(size) + ' ' + std::to_string(time) + '\n';
        if (it.depth() >= 1) it.disable_recursion_pending();
    }
    return state;
}

}  // namespace

struct Scheduler::Folders {
    struct Read {
        std::string state;
        std::unique_ptr<calendar::CalendarFolder> folder;
    };
    std::map<std::string, Read> byPath;

    const calendar::CalendarFolder& at(const std::filesystem::path& dir, const std::string& zone) {
        Read& read = byPath[dir.string()];
        std::string state = stateOf(dir);
        if (!read.folder || read.state != state) {
            read.folder = std::make_unique<calendar::CalendarFolder>(dir, zone);
            read.state = std::move(state);
        }
        return *read.folder;
    }
};

Scheduler::Scheduler(const ToolContext& context, Show show)
    : context_(context), show_(std::move(show)), folders_(std::make_shared<Folders>()) {
    if (!show_) show_ = [this](const std::vector<DueItem>& firing) { showByDesktop(firing); };
}

// Each time anew: the background part and the window take turns.
void Scheduler::load() {
    fired_.clear();
    snoozed_.clear();
    auto text = readFile(context_.dataDir / "fired.json");
    if (!text) return;  // the first start
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object()) {
        base::log(base::LogLevel::Warning, "agent",
                  "fired.json is damaged; reminders of the past may be shown twice");
        return;
    }
    for (auto [key, target] : {std::pair{"fired", &fired_}, std::pair{"snoozed", &snoozed_}}) {
        if (!json.contains(key) || !json[key].is_object()) continue;
        for (const auto& [uid, instant] : json[key].items())
            if (instant.is_number_integer()) (*target)[uid] = instant.get<std::int64_t>();
    }
}

Result<void> Scheduler::save() {
    const nlohmann::json json{{"fired", fired_}, {"snoozed", snoozed_}};
    return writeFileAtomically(context_.dataDir / "fired.json",
                               json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n");
}

// Everything that rings in [from, to), fired or not, soonest first.
std::vector<DueItem> Scheduler::occurrences(std::int64_t from, std::int64_t to) {
    std::vector<DueItem> all;
    problems_.clear();
    for (const auto& dir : {context_.remindersDir, context_.calendarDir}) {
        const calendar::CalendarFolder& folder = folders_->at(dir, context_.zone);
        problems_.insert(problems_.end(), folder.problems().begin(), folder.problems().end());
        // An alarm may ring up to a week before its event.
        for (const Occurrence& occurrence : folder.occurrences(from - kDay, to + 7 * kDay)) {
            const Item& item = *occurrence.item;
            const std::string& status = item.status;
            if (status == "COMPLETED" || status == "CANCELLED" || status == "IN-PROCESS") continue;
            for (const std::int64_t ring : ringsOf(occurrence)) {
                if (ring < from || ring >= to) continue;
                DueItem due;
                due.id = item.uid;
                due.kind = kindOf(item);
                due.title = item.title;
                due.due = ring;
                const CivilTime now = tools::toLocal(context_, context_.clock->now());
                const auto end = item.kind == Item::Kind::Appointment
                                     ? std::optional(tools::toLocal(context_, occurrence.end))
                                     : std::nullopt;
                due.body = tools::saySpan(context_.phrases, tools::toLocal(context_, occurrence.start), end,
                                          item.allDay, now);
                if (!item.location.empty()) due.body += ", " + item.location;
                due.missed = ring < context_.clock->now() - kLate;
                all.push_back(std::move(due));
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const DueItem& a, const DueItem& b) { return a.due < b.due; });
    return all;
}

// What rang by its own time and was not shown yet; of a row of missed ones the last is enough.
std::vector<DueItem> Scheduler::firstRings(std::int64_t now) {
    std::vector<DueItem> firing;
    for (DueItem& due : occurrences(now - kTodosLookBack, now + 1)) {
        const auto fired = fired_.find(due.id);
        if (fired != fired_.end() && due.due <= fired->second) continue;
        if (due.kind == DueItem::Kind::Appointment && due.due < now - kEventsLookBack) continue;
        std::erase_if(firing, [&](const DueItem& earlier) { return earlier.id == due.id; });
        firing.push_back(std::move(due));
    }
    return firing;
}

void Scheduler::addSnoozed(std::int64_t now, std::vector<DueItem>& firing) {
    for (auto it = snoozed_.begin(); it != snoozed_.end();) {
        if (it->second > now) {
            ++it;
            continue;
        }
        std::optional<DueItem> last;  // of a row that rang several times
        for (const DueItem& due : occurrences(now - kTodosLookBack, now + 1))
            if (due.id == it->first) last = due;
        const bool already = std::any_of(firing.begin(), firing.end(),
                                         [&](const DueItem& other) { return other.id == it->first; });
        if (last && !already) {
            last->missed = it->second < now - kLate;
            firing.push_back(*last);
        }
        it = snoozed_.erase(it);
    }
}

void Scheduler::showByDesktop(const std::vector<DueItem>& firing) const {
    for (const DueItem& due : firing) {
        const bool urgent = due.kind == DueItem::Kind::Alarm || due.kind == DueItem::Kind::Timer;
        const std::string body = due.missed ? context_.say("Missed: {what}", {{"what", due.body}}) : due.body;
        // Where the desktop shows no notifications, the caller still gets the items.
        (void)context_.desktop->notify({due.id, due.title, body, urgent});
    }
}

Result<std::vector<DueItem>> Scheduler::fireDue() {
    const auto lock = store::FolderLock::acquire(context_.dataDir, kLockWaitMs, "bell.lock");
    if (!lock) return tl::unexpected(lock.error());
    load();
    const std::int64_t now = context_.clock->now();
    std::vector<DueItem> firing = firstRings(now);
    const std::size_t snoozedBefore = snoozed_.size();
    addSnoozed(now, firing);
    if (firing.empty() && snoozed_.size() == snoozedBefore) return firing;
    if (!firing.empty()) show_(firing);
    for (const DueItem& due : firing) fired_[due.id] = std::max(fired_[due.id], due.due);
    if (auto saved = save(); !saved) return tl::unexpected(saved.error());
    return firing;
}

std::optional<std::int64_t> Scheduler::nextDue() {
    load();
    const std::int64_t now = context_.clock->now();
    std::optional<std::int64_t> next;
    for (const DueItem& due : occurrences(now, now + 366 * kDay)) {
        const auto fired = fired_.find(due.id);
        if (fired != fired_.end() && due.due <= fired->second) continue;
        next = due.due;
        break;
    }
    for (const auto& [uid, instant] : snoozed_)
        if (!next || instant < *next) next = instant;
    return next;
}

Result<void> Scheduler::snooze(const std::string& id, std::int64_t seconds) {
    if (seconds <= 0)
        return base::fail(base::ErrorCode::InvalidInput, context_.say("A pause must be longer than nothing"),
                          id);
    const auto lock = store::FolderLock::acquire(context_.dataDir, kLockWaitMs, "bell.lock");
    if (!lock) return tl::unexpected(lock.error());
    load();
    snoozed_[id] = context_.clock->now() + seconds;
    return save();
}

std::map<std::string, std::int64_t> Scheduler::snoozed() {
    load();
    return snoozed_;
}

}  // namespace hearth::agent
