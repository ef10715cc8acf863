#include "services/bell.h"

#include <algorithm>
#include <chrono>

#include "services/reminder_service.h"

namespace hearth::app {
namespace {

// The clock of timers stands while the computer sleeps: the time of day is looked at now and then.
constexpr std::int64_t kLongestWaitMs = 30000;
constexpr int kSnoozeSeconds = 600;
constexpr const char* kMissed = "missed";

std::int64_t nowMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

QString lineOf(const QVariantMap& item) {
    const QString title = item.value(QStringLiteral("title")).toString();
    const QString body = item.value(QStringLiteral("body")).toString();
    return body.isEmpty() ? title : title + QStringLiteral(" – ") + body;
}

}  // namespace

Bell::Bell(DeskService& desk, std::function<bool()> mayRing, QObject* parent)
    : QObject(parent), desk_(desk), mayRing_(std::move(mayRing)) {
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &Bell::look);
    connect(&desk_, &DeskService::changed, this, &Bell::look);
    connect(&desk_, &DeskService::due, this, &Bell::show);
    connect(&notifier_, &Notifier::chosen, this, &Bell::onChosen);
    look();
}

void Bell::look() {
    desk_.run(
        this,
        [ring = mayRing_()](agent::Desk& desk) {
            // An error here (a file that cannot be read just now) is tried again at the next look.
            if (ring) (void)desk.scheduler().fireDue();
            return desk.scheduler().nextDue();
        },
        [this](std::optional<std::int64_t> next) { waitFor(next); });
}

void Bell::waitFor(std::optional<std::int64_t> next) {
    std::int64_t wait = kLongestWaitMs;
    if (next) wait = std::clamp<std::int64_t>(*next * 1000 - nowMs(), 0, kLongestWaitMs);
    // What another program is to ring stays due until it has: no hurry then.
    constexpr std::int64_t kLeastMs = 200;
    timer_.start(static_cast<int>(std::max(wait, kLeastMs)));
}

void Bell::show(const QVariantList& items) {
    QVariantList missed;
    for (const auto& value : items) {
        const QVariantMap item = value.toMap();
        if (item.value(QStringLiteral("missed")).toBool()) {
            missed.append(item);
            continue;
        }
        const QString kind = item.value(QStringLiteral("kind")).toString();
        const bool rings = kind == QStringLiteral("alarm") || kind == QStringLiteral("timer");
        QStringList actions{QStringLiteral("default"), tr("Open"), QStringLiteral("snooze"), tr("Snooze")};
        if (kind != QStringLiteral("event"))
            actions += {QStringLiteral("done"), rings ? tr("Stop") : tr("Done")};
        actions += {QStringLiteral("open"), tr("Open")};
        notifier_.show(
            {item.value(QStringLiteral("id")).toString(), item.value(QStringLiteral("title")).toString(),
             item.value(QStringLiteral("body")).toString(), rings},
            actions);
        emit rang(lineOf(item), false);
    }
    if (!missed.isEmpty()) showMissed(missed);
}

// However many there are, one notification.
void Bell::showMissed(const QVariantList& items) {
    QStringList lines;
    for (const auto& item : items) lines.append(lineOf(item.toMap()));
    const QString title =
        items.size() == 1
            ? tr("Missed: %1").arg(items.constFirst().toMap().value(QStringLiteral("title")).toString())
            : tr("%n reminders were missed", nullptr, static_cast<int>(items.size()));
    notifier_.show({QLatin1String(kMissed), title, lines.join(QLatin1Char('\n')), false},
                   {QStringLiteral("default"), tr("Open"), QStringLiteral("open"), tr("Open")});
    emit rang(items.size() == 1 ? tr("Missed while I was closed: %1").arg(lines.constFirst())
                                : tr("Missed while I was closed: %1").arg(lines.join(QStringLiteral("; "))),
              true);
}

void Bell::onChosen(const QString& id, const QString& action) {
    if (action == QStringLiteral("snooze")) {
        desk_.run(
            this,
            [uid = id.toStdString()](agent::Desk& desk) {
                return desk.scheduler().snooze(uid, kSnoozeSeconds);
            },
            [this](const base::Result<void>&) { emit desk_.changed(); });
    } else if (action == QStringLiteral("done")) {
        desk_.carryOut([uid = id.toStdString()](agent::Desk& desk) { return finishing(desk, uid); });
    } else {
        emit openRequested();
    }
    notifier_.close(id);
}

}  // namespace hearth::app
