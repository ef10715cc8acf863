#include "agent/scheduler.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "agent/desktop.h"
#include "agent/file_changes.h"
#include "calendar/calendar_folder.h"
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

Scheduler::Scheduler(const ToolContext& context)
    : context_(context), folders_(std::make_shared<Folders>()), started_(context.clock->now()) {}

Result<void> Scheduler::load() {
    if (loaded_) return {};
    loaded_ = true;
    auto text = readFile(context_.dataDir / "fired.json");
    if (!text) return {};  // the first start
    const auto json = nlohmann::json::parse(*text, nullptr, false);
    if (!json.is_object()) {
        problems_.push_back("fired.json: This file is damaged; reminders may be shown twice");
        return {};
    }
    for (auto [key, target] : {std::pair{"fired", &fired_}, std::pair{"snoozed", &snoozed_}}) {
        if (!json.contains(key) || !json[key].is_object()) continue;
        for (const auto& [uid, instant] : json[key].items())
            if (instant.is_number_integer()) (*target)[uid] = instant.get<std::int64_t>();
    }
    return {};
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
                due.body = tools::saySpan(tools::toLocal(context_, occurrence.start), end, item.allDay, now);
                if (!item.location.empty()) due.body += ", " + item.location;
                due.missed = ring < started_;
                all.push_back(std::move(due));
            }
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const DueItem& a, const DueItem& b) { return a.due < b.due; });
    return all;
}

Result<std::vector<DueItem>> Scheduler::fireDue() {
    if (auto loaded = load(); !loaded) return tl::unexpected(loaded.error());
    const std::int64_t now = context_.clock->now();
    std::vector<DueItem> firing;
    for (DueItem& due : occurrences(now - kTodosLookBack, now + 1)) {
        const auto fired = fired_.find(due.id);
        if (fired != fired_.end() && due.due <= fired->second) continue;
        if (due.kind == DueItem::Kind::Appointment && due.due < now - kEventsLookBack) continue;
        // Of a row of missed ones the last is enough.
        std::erase_if(firing, [&](const DueItem& earlier) { return earlier.id == due.id; });
        firing.push_back(std::move(due));
    }
    for (auto it = snoozed_.begin(); it != snoozed_.end();) {
        if (it->second > now) {
            ++it;
            continue;
        }
        for (const DueItem& due : occurrences(now - kTodosLookBack, now + 1)) {
            const bool already = std::any_of(firing.begin(), firing.end(),
                                             [&](const DueItem& f) { return f.id == it->first; });
            if (due.id == it->first && !already) firing.push_back(due);
        }
        it = snoozed_.erase(it);
    }
    if (firing.empty()) return firing;
    for (const DueItem& due : firing) {
        const bool urgent = due.kind == DueItem::Kind::Alarm || due.kind == DueItem::Kind::Timer;
        std::string body = due.body;
        if (due.missed) body = "Missed: " + body;
        // Where the desktop shows no notifications, the caller still gets the items.
        (void)context_.desktop->notify({due.id, due.title, body, urgent});
        fired_[due.id] = std::max(fired_[due.id], due.due);
    }
    if (auto saved = save(); !saved) return tl::unexpected(saved.error());
    return firing;
}

std::optional<std::int64_t> Scheduler::nextDue() {
    if (!load()) return std::nullopt;
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

Result<void> Scheduler::snooze(const DueItem& item, std::int64_t seconds) {
    if (seconds <= 0)
        return base::fail(base::ErrorCode::InvalidInput, "A pause must be longer than nothing", item.id);
    if (auto loaded = load(); !loaded) return loaded;
    snoozed_[item.id] = context_.clock->now() + seconds;
    return save();
}

}  // namespace hearth::agent
