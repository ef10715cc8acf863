// Keeps the library up to date, on a thread of its own: reads the folders that were given, watches them, and
// makes vectors of what was read, while neither the user types nor the battery drains. It owns the Library
// that writes; others on the same file may search meanwhile. Calls may come from any thread and return at
// once; `tell` is called on the keeper's thread. The destructor stops what runs and keeps what is done.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "base/cancel.h"
#include "base/result.h"
#include "library/folder_watcher.h"
#include "library/library_state.h"
#include "rag/document_reader.h"
#include "rag/folder_indexer.h"
#include "rag/library.h"

namespace hearth::app {

class LibraryKeeper {
  public:
    using Tell = std::function<void(const LibraryState&)>;
    // What became of attach().
    using Attached = std::function<void(const base::Result<std::size_t>&)>;

    LibraryKeeper(std::filesystem::path dataFolder, Tell tell);
    ~LibraryKeeper();
    LibraryKeeper(const LibraryKeeper&) = delete;
    LibraryKeeper& operator=(const LibraryKeeper&) = delete;

    void addFolder(const std::string& path);
    // What was read of it goes; its files stay.
    void removeFolder(const std::string& path);
    void setRules(const std::string& path, const rag::FolderRules& rules);
    // Looks through it again; through all, and for what other programs did to the library, where it is empty.
    void lookAgain(const std::string& path = {});

    void setPaused(bool paused);
    void setBatteryAllowed(bool allowed) { batteryAllowed_ = allowed; }
    void noteTyping();

    // Reads a file for one conversation. `done` is called on the keeper's thread.
    void attach(std::int64_t conversation, const std::string& path, Attached done);
    void detach(std::int64_t conversation, const std::string& path);
    void dropAttachments(std::int64_t conversation);
    // Of all conversations but these.
    void keepAttachments(std::vector<std::int64_t> conversations);

  private:
    using Clock = std::chrono::steady_clock;
    using Command = std::function<void()>;

    struct Entry {
        FolderState state;
        bool due = true;  // to be looked through
        std::vector<std::string> changed;
        Clock::time_point retry{};
        std::unique_ptr<FolderWatcher> watcher;
    };

    void post(Command command);
    void run();
    void openIfNeeded();
    bool open();
    bool runCommands();
    bool readNext();
    bool readChanges();
    bool watch(Entry& entry);
    void read(Entry& entry, bool whole);
    void took(Entry& entry, const base::Result<rag::IndexCounts>& counts, bool whole);
    bool embedSome();
    void wipeTraces();
    void rest();
    void lookForMissing();
    void listFolders();
    void count(Entry& entry);
    void countAll();
    LibraryPause pause();
    bool hold();
    void publish(bool now);
    void fail(const base::Error& error);
    Entry* find(const std::string& path);

    const std::filesystem::path dataFolder_;
    const Tell tell_;
    std::optional<rag::DocumentReader> reader_;
    std::unique_ptr<rag::Library> library_;
    std::map<std::string, Entry> entries_;  // by path
    LibraryState state_;
    Clock::time_point told_{}, missingLook_{}, powerLook_{}, graphSaved_{};
    bool onBattery_ = false, caughtUp_ = false, graphDirty_ = false, traces_ = false, nested_ = false;

    std::atomic<bool> paused_{false}, batteryAllowed_{false};
    std::atomic<std::int64_t> typed_{0};  // milliseconds of Clock

    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<Command> commands_;
    std::map<std::string, std::vector<std::string>> news_;  // paths that changed, by folder
    bool closing_ = false;
    base::CancelSource current_;  // of what runs; a command ends it, and it is begun again after
    base::CancelSource closed_;
    std::thread thread_;
};

}  // namespace hearth::app
