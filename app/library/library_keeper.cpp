#include "library/library_keeper.h"

#include <algorithm>
#include <utility>

#include "base/log.h"
#include "library/open_library.h"
#include "library/power_supply.h"
#include "rag/attached_file.h"
#include "storage/library_files.h"

namespace hearth::app {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Result;

namespace {

constexpr auto kTellEvery = std::chrono::milliseconds(200);
constexpr auto kTypingRests = std::chrono::milliseconds(1500);
constexpr auto kLookForMissing = std::chrono::seconds(3);
constexpr auto kLookAtPower = std::chrono::seconds(5);
constexpr auto kRetryAfter = std::chrono::seconds(60);
constexpr auto kSaveGraphEvery = std::chrono::minutes(2);
constexpr int kPassagesAtOnce = 64;
constexpr int kSummariesAtOnce = 16;

std::int64_t now() {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

std::string normal(const std::string& path) {
    std::string out = fs::absolute(path).lexically_normal().string();
    while (out.size() > 1 && out.back() == '/') out.pop_back();
    return out;
}

bool isWithin(const std::string& path, const std::string& folder) {
    return folder == "/" || path == folder || path.starts_with(folder + "/");
}

bool isFolder(const std::string& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

}  // namespace

LibraryKeeper::LibraryKeeper(fs::path dataFolder, Tell tell)
    : dataFolder_(std::move(dataFolder)), tell_(std::move(tell)), thread_([this] { run(); }) {}

LibraryKeeper::~LibraryKeeper() {
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        current_.cancel();
        closed_.cancel();
    }
    wake_.notify_one();
    thread_.join();
}

void LibraryKeeper::post(Command command) {
    {
        const std::lock_guard lock(mutex_);
        commands_.push_back(std::move(command));
        current_.cancel();
    }
    wake_.notify_one();
}

// --- what is asked of it

void LibraryKeeper::addFolder(const std::string& path) {
    post([this, path = normal(path)] {
        if (!open()) return;
        for (const auto& [other, entry] : entries_)
            if (isWithin(path, other)) return;
        rag::LibraryFolder folder{path, {}, now(), 0};
        auto& store = library_->store();
        auto done = store.keepFolder(folder);
        // What lies within it belongs to it from now on.
        for (auto entry = entries_.begin(); done && entry != entries_.end();) {
            const bool within = isWithin(entry->first, path);
            if (within) done = store.forgetFolder(entry->first);
            entry = within ? entries_.erase(entry) : std::next(entry);
        }
        if (!done) return fail(done.error());
        entries_[path].state.folder = std::move(folder);
    });
}

void LibraryKeeper::removeFolder(const std::string& path) {
    post([this, path = normal(path)] {
        if (!open() || entries_.erase(path) == 0) return;
        if (const auto done = library_->store().forgetFolder(path); !done) return fail(done.error());
        caughtUp_ = false;
        traces_ = true;
        ++state_.contents;
    });
}

void LibraryKeeper::setRules(const std::string& path, const rag::FolderRules& rules) {
    post([this, path = normal(path), rules] {
        Entry* entry = find(path);
        if (entry == nullptr || !open()) return;
        entry->state.folder.rules = rules;
        entry->due = true;
        entry->watcher.reset();
        if (const auto done = library_->store().keepFolder(entry->state.folder); !done) fail(done.error());
    });
}

void LibraryKeeper::lookAgain(const std::string& path) {
    post([this, path] {
        state_.problem.clear();
        if (path.empty()) openIfNeeded();
        for (auto& [folder, entry] : entries_)
            if (path.empty() || folder == normal(path)) entry.due = true;
    });
}

void LibraryKeeper::setPaused(bool paused) {
    paused_ = paused;
    post([] {});
}

void LibraryKeeper::noteTyping() {
    typed_ = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch()).count();
}

void LibraryKeeper::attach(std::int64_t conversation, const std::string& path, Attached done) {
    post([this, conversation, path = normal(path), done = std::move(done)] {
        if (!open())
            return done(base::fail(ErrorCode::Io, "The library cannot be opened: " + state_.problem, path));
        const rag::TextEmbedder& counter = library_->embedder();
        const auto attached = rag::attachFile(
            library_->store(), *reader_, [&](std::string_view text) { return counter.countTokens(text); },
            conversation, path, closed_.token());
        while (attached && !closed_.token().cancelled()) {  // soon asked about: not left for later
            const auto more = library_->catchUp(kPassagesAtOnce, closed_.token());
            if (!more || !*more) break;
        }
        ++state_.contents;
        countAll();
        publish(true);
        done(attached);
    });
}

void LibraryKeeper::detach(std::int64_t conversation, const std::string& path) {
    post([this, document = rag::attachmentFolder(conversation) + normal(path)] {
        if (!open()) return;
        if (const auto done = library_->store().removed(document); !done) fail(done.error());
        traces_ = true;
        ++state_.contents;
    });
}

void LibraryKeeper::dropAttachments(std::int64_t conversation) {
    post([this, conversation] {
        if (library_ == nullptr) return;
        const auto there = library_->store().attachedConversations();
        if (there && std::find(there->begin(), there->end(), conversation) == there->end()) return;
        if (const auto done = library_->store().forgetAttachments(conversation); !done) fail(done.error());
        traces_ = true;
        ++state_.contents;
    });
}

void LibraryKeeper::keepAttachments(std::vector<std::int64_t> conversations) {
    post([this, kept = std::move(conversations)] {
        if (library_ == nullptr) return;
        const auto there = library_->store().attachedConversations();
        if (!there) return fail(there.error());
        for (const std::int64_t one : *there)
            if (std::find(kept.begin(), kept.end(), one) == kept.end())
                traces_ = library_->store().forgetAttachments(one).has_value() || traces_;
    });
}

// --- the thread

void LibraryKeeper::run() {
    openIfNeeded();
    for (;;) {
        {
            const std::lock_guard lock(mutex_);
            if (closing_) break;
        }
        if (runCommands()) continue;
        if (library_ != nullptr) {
            lookForMissing();
            state_.pause = pause();
            if (state_.pause == LibraryPause::None && (readChanges() || readNext() || embedSome())) continue;
        }
        rest();
    }
    for (auto& [path, entry] : entries_)
        if (entry.watcher) entry.watcher->stop();
    entries_.clear();
    if (library_ != nullptr && graphDirty_) (void)library_->saveGraph();
}

// Where nobody has given a folder, no library is made and no model is loaded.
void LibraryKeeper::openIfNeeded() {
    const std::string file = libraryFile(dataFolder_).string();
    std::error_code error;
    if (library_ == nullptr && fs::exists(file, error)) {
        const auto store = rag::LibraryStore::open(file);
        if (!store) fail(store.error());
        using Folders = std::vector<rag::LibraryFolder>;
        using Ids = std::vector<std::int64_t>;
        const auto used = [&] {
            return !(*store)->folders().value_or(Folders()).empty() ||
                   !(*store)->attachedConversations().value_or(Ids()).empty();
        };
        if (store && used()) open();
    }
    if (library_ != nullptr) listFolders();
    state_.known = true;
    publish(true);
}

bool LibraryKeeper::open() {
    if (library_ != nullptr) return true;
    const auto program = rag::findReaderProgram();
    auto library =
        program ? openLibrary(dataFolder_, 1, closed_.token()) : tl::unexpected<base::Error>(program.error());
    if (!library) {
        fail(library.error());
        return false;
    }
    reader_.emplace(*program);
    library_ = std::move(*library);
    graphSaved_ = Clock::now();
    return true;
}

// Other programs may have added some.
void LibraryKeeper::listFolders() {
    const auto folders = library_->store().folders();
    if (!folders) return fail(folders.error());
    for (const rag::LibraryFolder& folder : *folders) {
        Entry& entry = entries_[folder.path];
        entry.state.folder = folder;
        count(entry);
    }
    caughtUp_ = false;
    countAll();
}

bool LibraryKeeper::runCommands() {
    std::deque<Command> commands;
    {
        const std::lock_guard lock(mutex_);
        commands.swap(commands_);
        current_ = base::CancelSource();
        if (closing_) current_.cancel();
        for (auto& [folder, paths] : news_)
            if (Entry* entry = find(folder))
                entry->changed.insert(entry->changed.end(), paths.begin(), paths.end());
        news_.clear();
    }
    for (const Command& command : commands) command();
    if (commands.empty()) return false;
    countAll();
    publish(true);
    return true;
}

bool LibraryKeeper::readChanges() {
    for (auto& [path, entry] : entries_) {
        if (entry.changed.empty() || entry.state.phase == FolderPhase::Missing) continue;
        read(entry, false);
        return true;
    }
    return false;
}

bool LibraryKeeper::readNext() {
    for (auto& [path, entry] : entries_) {
        if (!entry.due) continue;
        read(entry, true);
        return true;
    }
    return false;
}

bool LibraryKeeper::watch(Entry& entry) {
    if (entry.watcher) return true;
    const std::string path = entry.state.folder.path;
    auto watch = rag::FolderWatch::open(path, entry.state.folder.rules);
    if (!watch) {
        took(entry, tl::unexpected<base::Error>(watch.error()), true);
        return false;
    }
    entry.watcher =
        std::make_unique<FolderWatcher>(std::move(*watch), [this, path](std::vector<std::string> paths) {
            {
                const std::lock_guard lock(mutex_);
                auto& list = news_[path];
                list.insert(list.end(), paths.begin(), paths.end());
            }
            wake_.notify_one();
        });
    return true;
}

// A whole folder, watched from before the first look so that nothing falls between the two; or what changed.
void LibraryKeeper::read(Entry& entry, bool whole) {
    if (!watch(entry)) return;
    std::vector<std::string> paths;
    paths.swap(entry.changed);
    base::CancelToken cancel;
    {
        const std::lock_guard lock(mutex_);
        cancel = current_.token();
    }
    rag::IndexSettings settings;
    settings.rules = entry.state.folder.rules;
    settings.paused = [this] { return hold(); };
    settings.progress = [this, &entry](const rag::IndexCounts& counts) {
        entry.state.phase = FolderPhase::Reading;
        entry.state.found = counts.found;
        entry.state.done = counts.done;
        entry.state.current = counts.current;
        publish(false);
    };
    const rag::TextEmbedder& counter = library_->embedder();
    rag::FolderIndexer indexer(
        *reader_, library_->store(), [&](std::string_view text) { return counter.countTokens(text); },
        settings);
    const std::string folder = entry.state.folder.path;
    const auto counts = whole ? indexer.index(folder, cancel) : indexer.update(folder, paths, cancel);
    if (!counts && !whole) entry.changed = std::move(paths);
    took(entry, counts, whole);
}

void LibraryKeeper::took(Entry& entry, const Result<rag::IndexCounts>& counts, bool whole) {
    FolderState& state = entry.state;
    if (counts) {
        if (whole) entry.due = false;
        state.phase = entry.due ? FolderPhase::Waiting : FolderPhase::Ready;
        state.problem.clear();
        traces_ = traces_ || counts->removed > 0;
        if (counts->indexed + counts->moved + counts->removed + counts->skipped > 0 ||
            state.folder.changed == 0) {
            state.folder.changed = now();
            (void)library_->store().noteChange(state.folder.path, state.folder.changed);
        }
    } else if (counts.error().code == ErrorCode::Cancelled) {
        state.phase = entry.due ? FolderPhase::Waiting : FolderPhase::Ready;
    } else {
        const bool gone = counts.error().code == ErrorCode::NotFound;
        state.phase = gone ? FolderPhase::Missing : FolderPhase::Failed;
        state.problem = counts.error().text();
        entry.due = false;
        entry.retry = Clock::now() + kRetryAfter;
        entry.watcher.reset();
    }
    state.current.clear();
    caughtUp_ = false;
    ++state_.contents;
    count(entry);
    countAll();
    publish(true);
}

bool LibraryKeeper::embedSome() {
    if (caughtUp_) return false;
    base::CancelToken cancel;
    {
        const std::lock_guard lock(mutex_);
        cancel = current_.token();
    }
    const auto more = library_->catchUp(kPassagesAtOnce, cancel);
    if (!more) {
        if (more.error().code == ErrorCode::Cancelled) return true;
        caughtUp_ = true;
        fail(more.error());
    } else if (*more) {
        state_.unembedded = std::max<std::int64_t>(0, state_.unembedded - kPassagesAtOnce);
        publish(false);
    } else if (const auto summarized = library_->summarizeSome(kSummariesAtOnce, cancel);
               summarized && *summarized) {
        publish(false);
    } else {
        caughtUp_ = graphDirty_ = true;
        ++state_.contents;
        countAll();
        publish(true);
    }
    return true;
}

// What was removed leaves the file, once nothing else is to be done.
void LibraryKeeper::wipeTraces() {
    if (!std::exchange(traces_, false)) return;
    if (const auto wiped = library_->store().wipeTraces(); !wiped) fail(wiped.error());
}

void LibraryKeeper::rest() {
    wipeTraces();
    if (graphDirty_ && Clock::now() - graphSaved_ > kSaveGraphEvery) {
        if (const auto saved = library_->saveGraph(); !saved) fail(saved.error());
        graphDirty_ = false;
        graphSaved_ = Clock::now();
    }
    publish(false);
    const auto most = state_.pause != LibraryPause::None ? std::chrono::milliseconds(200)
                      : library_ != nullptr              ? std::chrono::milliseconds(2000)
                                                         : std::chrono::milliseconds(600'000);
    std::unique_lock lock(mutex_);
    wake_.wait_for(lock, most, [this] { return closing_ || !commands_.empty() || !news_.empty(); });
}

// A disk may come and go.
void LibraryKeeper::lookForMissing() {
    if (Clock::now() - missingLook_ < kLookForMissing) return;
    missingLook_ = Clock::now();
    for (auto& [path, entry] : entries_) {
        const bool missing = entry.state.phase == FolderPhase::Missing;
        const bool failed = entry.state.phase == FolderPhase::Failed;
        if (isFolder(path) == missing || (failed && Clock::now() > entry.retry)) {
            entry.due = true;
            entry.watcher.reset();
        }
    }
}

LibraryPause LibraryKeeper::pause() {
    if (paused_) return LibraryPause::Asked;
    const auto typed = Clock::time_point(std::chrono::milliseconds(typed_.load()));
    if (Clock::now() - typed < kTypingRests) return LibraryPause::Typing;
    if (Clock::now() - powerLook_ > kLookAtPower) {
        powerLook_ = Clock::now();
        onBattery_ = onBattery();
    }
    return onBattery_ && !batteryAllowed_ ? LibraryPause::Battery : LibraryPause::None;
}

// Between two documents of a long pass. What changed elsewhere does not wait for its end.
bool LibraryKeeper::hold() {
    state_.pause = pause();
    publish(false);
    if (state_.pause != LibraryPause::None) return true;
    if (nested_) return false;
    {
        const std::lock_guard lock(mutex_);
        for (auto& [folder, paths] : news_)
            if (Entry* entry = find(folder))
                entry->changed.insert(entry->changed.end(), paths.begin(), paths.end());
        news_.clear();
    }
    nested_ = true;
    readChanges();
    nested_ = false;
    return false;
}

void LibraryKeeper::count(Entry& entry) {
    if (const auto counts = library_->store().counts(entry.state.folder.path)) entry.state.counts = *counts;
}

void LibraryKeeper::countAll() {
    if (library_ == nullptr) return;
    state_.unembedded = library_->waiting().value_or(0);
    state_.attached = library_->store().attachedConversations().value_or(std::vector<std::int64_t>());
    state_.bytes = library_->store().bytes().value_or(0);
}

void LibraryKeeper::publish(bool now) {
    if (!now && Clock::now() - told_ < kTellEvery) return;
    told_ = Clock::now();
    state_.folders.clear();
    for (const auto& [path, entry] : entries_) state_.folders.push_back(entry.state);
    tell_(state_);
}

void LibraryKeeper::fail(const base::Error& error) {
    base::log(base::LogLevel::Warning, "library", error.text());
    state_.problem = error.text();
    publish(true);
}

LibraryKeeper::Entry* LibraryKeeper::find(const std::string& path) {
    const auto entry = entries_.find(path);
    return entry == entries_.end() ? nullptr : &entry->second;
}

}  // namespace hearth::app
