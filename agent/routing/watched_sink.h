// Holds back the beginning of an answer while an Uncertainty watches it: then it is told, or given up for a
// larger model. Without one it passes everything on. One answer, one thread; what it is given must outlive
// it.
#pragma once

#include <vector>

#include "agent/agent.h"
#include "base/cancel.h"
#include "routing/uncertainty.h"

namespace hearth::agent::routing {

class WatchedSink {
  public:
    // `cancel`: the user's wish to stop.
    WatchedSink(Uncertainty* watch, const EventSink& sink, base::CancelToken cancel)
        : watch_(watch), watching_(watch != nullptr), sink_(sink), cancel_(std::move(cancel)) {}

    void tell(const Event& event) {
        if (watching_)
            held_.push_back(event);
        else
            sink_(event);
    }
    // Before the text of this token is told.
    void hear(const engine::TokenEvent& event) {
        heed();
        if (!watching_) return;
        watch_->hear(event);
        if (!watch_->decided()) return;
        if (watch_->unsure())
            enough_.cancel();
        else
            release();
    }
    void heed() {
        if (cancel_.cancelled()) enough_.cancel();
    }
    // At the end. True where the answer was given up, which it may be though its beginning was told.
    bool finish() {
        if (watch_ != nullptr && watch_->lost()) return true;
        if (!watching_) return false;
        if (watch_->unsure()) return true;
        release();
        return false;
    }
    base::CancelToken token() const { return watch_ == nullptr ? cancel_ : enough_.token(); }
    int topLogprobs() const { return watch_ == nullptr ? 0 : kTopLogprobs; }

  private:
    void release() {
        watching_ = false;
        for (const Event& event : held_) sink_(event);
        held_.clear();
    }

    Uncertainty* watch_;
    bool watching_;
    const EventSink& sink_;
    base::CancelToken cancel_;
    base::CancelSource enough_;
    std::vector<Event> held_;
};

}  // namespace hearth::agent::routing
