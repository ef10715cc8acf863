#include "rag/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <map>
#include <unordered_map>

#include "base/descriptor.h"
#include "ingest/folder_scan.h"

namespace hearth::rag {

using base::Descriptor;

using Clock = std::chrono::steady_clock;

namespace {

constexpr std::uint32_t watched = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO |
                                  IN_DELETE | IN_ONLYDIR | IN_EXCL_UNLINK;

struct Pending {
    Clock::time_point first, last;
};

bool isBelow(const std::string& path, const std::string& folder) {
    return path.size() > folder.size() && path[folder.size()] == '/' && path.rfind(folder, 0) == 0;
}

}  // namespace

class FolderWatch::State {
  public:
    State(std::string folder, FolderRules rules, WatchSettings settings)
        : folder_(std::move(folder)), rules_(std::move(rules)), settings_(settings) {
        if (!settings_.onlyLook) notify_ = Descriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
        looks_ = !notify_.valid();
        if (!looks_) watch(folder_);
        if (looks_) files_ = list();
        nextLook_ = Clock::now() + settings_.look;
    }

    std::vector<std::string> wait(std::chrono::milliseconds timeout, const base::CancelToken& cancel) {
        const auto end = Clock::now() + timeout;
        for (;;) {
            if (looks_ && Clock::now() >= nextLook_) look();
            std::vector<std::string> ready = takeReady();
            if (!ready.empty() || cancel.cancelled() || Clock::now() >= end) return ready;
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
            const int most = pending_.empty() ? 250 : 100;  // asleep, it should not wake the processor
            const auto step = static_cast<int>(std::clamp<std::int64_t>(left.count() + 1, 1, most));
            pollfd source{notify_.get(), POLLIN, 0};  // a negative descriptor is passed over
            if (::poll(&source, 1, step) > 0) readEvents();
        }
    }

    bool looks() const { return looks_; }

  private:
    // The folder and those below it. Where there are no watches left, the whole is looked at instead.
    void watch(const std::string& start) {
        scanFolder(
            folder_, start, rules_, [](const FileState&) {},
            [&](const std::string& path) {
                const int number = ::inotify_add_watch(notify_.get(), path.c_str(), watched);
                if (number >= 0)
                    folders_[number] = path;
                else if (errno == ENOSPC)
                    startLooking();
            },
            {});
    }

    void startLooking() {
        if (looks_) return;
        looks_ = true;
        files_ = list();
    }

    void forget(const std::string& path) {
        for (auto entry = folders_.begin(); entry != folders_.end();) {
            const bool inside = entry->second == path || isBelow(entry->second, path);
            if (inside) ::inotify_rm_watch(notify_.get(), entry->first);
            entry = inside ? folders_.erase(entry) : std::next(entry);
        }
    }

    void readEvents() {
        alignas(inotify_event) char buffer[16384];
        for (;;) {
            const ssize_t got = ::read(notify_.get(), buffer, sizeof buffer);
            if (got <= 0) return;
            for (ssize_t at = 0; at < got;) {
                const auto* event = reinterpret_cast<const inotify_event*>(buffer + at);
                take(*event);
                at += static_cast<ssize_t>(sizeof(inotify_event) + event->len);
            }
        }
    }

    void take(const inotify_event& event) {
        if ((event.mask & IN_Q_OVERFLOW) != 0)
            return note(folder_);  // some were lost: everything may have changed
        const auto folder = folders_.find(event.wd);
        if (folder == folders_.end()) return;
        if ((event.mask & IN_IGNORED) != 0) {
            folders_.erase(folder);
            return;
        }
        if (event.len == 0) return;
        const std::string path = folder->second + "/" + event.name;
        if (isExcluded(rules_, relativeTo(folder_, path))) return;
        if ((event.mask & IN_ISDIR) != 0) {
            if ((event.mask & IN_MOVED_FROM) != 0) forget(path);
            if ((event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) watch(path);
        }
        note(path);
    }

    void note(const std::string& path) {
        const auto now = Clock::now();
        const auto [entry, added] = pending_.try_emplace(path, Pending{now, now});
        if (!added) entry->second.last = now;
    }

    // A move gives two paths, which belong together: all are held back until each has been left alone.
    std::vector<std::string> takeReady() {
        const auto now = Clock::now();
        const auto waits = [&](const auto& entry) {
            return now - entry.second.last < settings_.quiet && now - entry.second.first < settings_.most;
        };
        if (pending_.empty() || std::any_of(pending_.begin(), pending_.end(), waits)) return takeLate(now);
        std::vector<std::string> out;
        for (const auto& [path, times] : pending_) out.push_back(path);
        pending_.clear();
        return out;
    }

    // But none is held back for ever by others that are written all the time.
    std::vector<std::string> takeLate(Clock::time_point now) {
        std::vector<std::string> out;
        for (auto entry = pending_.begin(); entry != pending_.end();) {
            const bool late = now - entry->second.first >= settings_.most;
            if (late) out.push_back(entry->first);
            entry = late ? pending_.erase(entry) : std::next(entry);
        }
        return out;
    }

    std::map<std::string, FileState> list() const {
        std::map<std::string, FileState> out;
        scanFolder(folder_, folder_, rules_, [&](const FileState& file) { out.emplace(file.path, file); }, {},
                   {});
        return out;
    }

    void look() {
        std::map<std::string, FileState> files = list();
        for (const auto& [path, file] : files) {
            const auto before = files_.find(path);
            if (before == files_.end() || before->second.size != file.size ||
                before->second.modified != file.modified)
                note(path);
        }
        for (const auto& [path, file] : files_)
            if (files.count(path) == 0) note(path);
        files_ = std::move(files);
        nextLook_ = Clock::now() + settings_.look;
    }

    std::string folder_;
    FolderRules rules_;
    WatchSettings settings_;
    Descriptor notify_;
    std::unordered_map<int, std::string> folders_;  // by their watch
    std::map<std::string, Pending> pending_;
    bool looks_ = false;
    std::map<std::string, FileState> files_;  // as they were at the last look
    Clock::time_point nextLook_;
};

FolderWatch::FolderWatch(std::unique_ptr<State> state) : state_(std::move(state)) {}
FolderWatch::FolderWatch(FolderWatch&&) noexcept = default;
FolderWatch& FolderWatch::operator=(FolderWatch&&) noexcept = default;
FolderWatch::~FolderWatch() = default;

base::Result<FolderWatch> FolderWatch::open(const std::string& folder, FolderRules rules,
                                            WatchSettings settings) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error))
        return base::fail(base::ErrorCode::NotFound, "There is no such folder.", folder);
    return FolderWatch(std::make_unique<State>(folder, std::move(rules), settings));
}

std::vector<std::string> FolderWatch::wait(std::chrono::milliseconds timeout,
                                           const base::CancelToken& cancel) {
    return state_->wait(timeout, cancel);
}

bool FolderWatch::looks() const {
    return state_->looks();
}

}  // namespace hearth::rag
