#include "services/text_gatherer.h"

#include <QTimer>
#include <algorithm>
#include <utility>

namespace hearth::app {

namespace {
constexpr int kIntervalMs = 33;
}

TextGatherer::TextGatherer(std::function<void(std::string)> deliver, QObject* parent)
    : QObject(parent), deliver_(std::move(deliver)) {}

void TextGatherer::push(const std::string& text) {
    {
        const std::lock_guard lock(mutex_);
        pending_ += text;
        if (scheduled_) return;
        scheduled_ = true;
    }
    QMetaObject::invokeMethod(
        this, [this] { schedule(); }, Qt::QueuedConnection);
}

void TextGatherer::schedule() {
    const qint64 waited = sinceLast_.isValid() ? sinceLast_.elapsed() : kIntervalMs;
    const int delay = static_cast<int>(std::clamp<qint64>(kIntervalMs - waited, 0, kIntervalMs));
    QTimer::singleShot(delay, this, [this] { flush(); });
}

std::string TextGatherer::take() {
    const std::lock_guard lock(mutex_);
    return std::exchange(pending_, {});
}

void TextGatherer::flush() {
    std::string text;
    {
        const std::lock_guard lock(mutex_);
        text.swap(pending_);
        scheduled_ = false;
    }
    sinceLast_.start();
    if (!text.empty()) deliver_(std::move(text));
}

}  // namespace hearth::app
