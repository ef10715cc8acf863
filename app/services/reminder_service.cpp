#include "services/reminder_service.h"

#include <QDateTime>

#include "models/calendar_rows.h"
#include "models/day_words.h"

namespace hearth::app {
namespace {

using Kind = agent::DeskTodo::Kind;
using State = agent::DeskTodo::State;

QString instantWords(std::int64_t instant, QDate today) {
    const QDateTime time = QDateTime::fromSecsSinceEpoch(instant);
    return time.date() == today ? timeWords(time.time())
                                : dayWords(time.date(), today) + QLatin1Char(' ') + timeWords(time.time());
}

QVariantMap rowOf(const agent::DeskTodo& todo, QDate today) {
    static const char* const kKinds[] = {"reminder", "alarm", "timer"};
    static const char* const kStates[] = {"upcoming", "due", "paused"};
    const QDateTime when = toQDateTime(todo.when);
    return {
        {QStringLiteral("key"), QString::fromStdString(todo.key)},
        {QStringLiteral("uid"), QString::fromStdString(todo.uid)},
        {QStringLiteral("kind"), QLatin1String(kKinds[static_cast<int>(todo.kind)])},
        {QStringLiteral("phase"), QLatin1String(kStates[static_cast<int>(todo.state)])},
        {QStringLiteral("title"), QString::fromStdString(todo.title)},
        {QStringLiteral("when"), dayWords(when.date(), today) + QLatin1Char(' ') + timeWords(when.time())},
        {QStringLiteral("start"), isoText(when, false)},
        {QStringLiteral("due"), static_cast<double>(todo.instant) * 1000},
        {QStringLiteral("secondsLeft"), static_cast<int>(todo.left)},
        {QStringLiteral("snoozed"), todo.snoozed == 0 ? QString() : instantWords(todo.snoozed, today)},
        {QStringLiteral("repeats"), todo.repeats},
        {QStringLiteral("rule"), QString::fromStdString(todo.rule)},
        {QStringLiteral("ruleWords"), ruleWords(QString::fromStdString(todo.rule))}};
}

int rank(const agent::DeskTodo& todo) {
    if (todo.kind == Kind::Timer && todo.state != State::Due) return 0;
    return todo.state == State::Due ? 1 : 2;
}

}  // namespace

ReminderService::ReminderService(DeskService& desk, QObject* parent)
    : QObject(parent),
      desk_(desk),
      list_({QStringLiteral("key"), QStringLiteral("uid"), QStringLiteral("kind"), QStringLiteral("phase"),
             QStringLiteral("title"), QStringLiteral("when"), QStringLiteral("start"), QStringLiteral("due"),
             QStringLiteral("secondsLeft"), QStringLiteral("snoozed"), QStringLiteral("repeats"),
             QStringLiteral("rule"), QStringLiteral("ruleWords")}) {
    connect(&desk_, &DeskService::changed, this, [this] { read(); });
}

void ReminderService::start() {
    if (started_) return;
    started_ = true;
    read();
}

void ReminderService::read() {
    if (!started_) return;
    desk_.run(
        this, [](agent::Desk& desk) { return desk.todos(); },
        [this](agent::DeskRows<agent::DeskTodo> todos) {
            std::stable_sort(todos.rows.begin(), todos.rows.end(),
                             [](const auto& a, const auto& b) { return rank(a) < rank(b); });
            QList<QVariantMap> rows;
            for (const auto& todo : todos.rows) rows.append(rowOf(todo, toQDateTime(todos.now).date()));
            QStringList problems;
            for (const auto& problem : todos.problems) problems.append(QString::fromStdString(problem));
            problems_ = problems.join(QLatin1Char('\n'));
            list_.setRows(rows);
            ready_ = true;
            emit loaded();
        });
}

void ReminderService::snooze(const QString& uid, int minutes) {
    desk_.run(
        this,
        [id = uid.toStdString(), minutes](agent::Desk& desk) {
            return desk.scheduler().snooze(id, minutes * 60L);
        },
        [this, minutes](const base::Result<void>& result) {
            if (!result)
                return emit desk_.refused(QString(), QString(),
                                          QString::fromStdString(result.error().message));
            emit snoozed(timeWords(QTime::currentTime().addSecs(minutes * 60)));
            emit desk_.changed();
        });
}

void ReminderService::finish(const QString& uid) {
    desk_.carryOut([id = uid.toStdString()](agent::Desk& desk) { return finishing(desk, id); });
}

QString ReminderService::nextHour() const {
    const QDateTime next = QDateTime::currentDateTime().addSecs(3600);
    return isoText({next.date(), QTime(next.time().hour(), 0)}, false);
}

std::optional<agent::Call> finishing(agent::Desk& desk, const std::string& uid) {
    for (const auto& todo : desk.todos().rows)
        if (todo.uid == uid && !todo.repeats)
            return agent::Call{"finish_reminder", {{"key", todo.key}, {"title", todo.title}}};
    return std::nullopt;
}

}  // namespace hearth::app
