// Work off the window's thread whose result comes back to it: one piece at a time, cancelled when another is
// begun or the object goes. Made, used and destroyed on the GUI thread.
#pragma once

#include <QMetaObject>
#include <QObject>
#include <memory>
#include <thread>
#include <type_traits>
#include <utility>

#include "base/cancel.h"

namespace hearth::app {

class BackgroundTask {
  public:
    BackgroundTask() = default;
    ~BackgroundTask() { stop(); }
    BackgroundTask(const BackgroundTask&) = delete;
    BackgroundTask& operator=(const BackgroundTask&) = delete;

    // `work(cancel)` runs on a thread of its own; what it gives goes to `done(result)` on the thread of
    // `context`, which must outlive this object, unless it was stopped before.
    template <typename Work, typename Done>
    void run(QObject* context, Work work, Done done) {
        stop();
        cancel_ = base::CancelSource();
        thread_ = std::thread([context, work = std::move(work), done = std::move(done),
                               cancel = cancel_.token(), alive = std::weak_ptr<int>(alive_)]() mutable {
            using Result = std::invoke_result_t<Work, base::CancelToken>;
            // Shared, for a queued call copies what it carries.
            auto result = std::make_shared<Result>(work(cancel));
            QMetaObject::invokeMethod(
                context,
                [result, alive, done = std::move(done)]() mutable {
                    if (!alive.expired()) done(std::move(*result));
                },
                Qt::QueuedConnection);
        });
    }

    // Asks it to end soon; what it then gives still comes to `done`.
    void cancel() { cancel_.cancel(); }

    // Waits for its end and drops what it gives.
    void stop() {
        cancel_.cancel();
        if (thread_.joinable()) thread_.join();
        alive_ = std::make_shared<int>(0);  // a result that is on its way counts no more
    }

  private:
    base::CancelSource cancel_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
    std::thread thread_;
};

}  // namespace hearth::app
