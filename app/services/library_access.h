// A second Library on the same file, on a thread of its own, for searching and showing while the first one
// indexes. Made by the first job; jobs run in their order. Lives on the GUI thread.
#pragma once

#include <QObject>
#include <QPointer>
#include <atomic>
#include <filesystem>
#include <memory>
#include <utility>

#include "base/result.h"
#include "library/open_library.h"
#include "services/job_thread.h"

namespace hearth::app {

class LibraryAccess {
  public:
    explicit LibraryAccess(std::filesystem::path dataFolder) : dataFolder_(std::move(dataFolder)) {}

    // Somebody wrote into the library: the next job sees it.
    void setStale() { ++wanted_; }

    // Runs `job(library)` there and `then(result)` here, unless `context` is gone. What the job gives is a
    // base::Result, for the library may not open.
    template <typename Job, typename Then>
    void run(QObject* context, Job job, Then then) {
        if (!thread_)
            thread_ = std::make_unique<JobThread<Opened>>([] { return std::make_unique<Opened>(); });
        thread_->post([this, context = QPointer(context), job = std::move(job),
                       then = std::move(then)](Opened& opened) mutable {
            using Result = decltype(job(*opened.library));
            const auto ready = open(opened);
            // Shared, for a queued call copies what it carries.
            auto result = std::make_shared<Result>(
                ready ? job(*opened.library) : Result(tl::unexpected<base::Error>(ready.error())));
            QMetaObject::invokeMethod(
                &home_,
                [context, then = std::move(then), result]() mutable {
                    if (context) then(std::move(*result));
                },
                Qt::QueuedConnection);
        });
    }

  private:
    struct Opened {
        std::unique_ptr<rag::Library> library;
        std::uint64_t seen = 0;
    };

    // On the thread.
    base::Result<void> open(Opened& opened) const {
        const std::uint64_t wanted = wanted_;
        if (opened.library == nullptr) {
            auto library = openLibrary(dataFolder_, 1);
            if (!library) return tl::unexpected<base::Error>(library.error());
            opened.library = std::move(*library);
        } else if (opened.seen != wanted) {
            if (auto done = opened.library->refresh(); !done) return done;
        }
        opened.seen = wanted;
        return {};
    }

    const std::filesystem::path dataFolder_;
    std::atomic<std::uint64_t> wanted_{1};
    QObject home_;                               // of this thread
    std::unique_ptr<JobThread<Opened>> thread_;  // last: nothing may arrive for what is gone
};

}  // namespace hearth::app
