#include "services/action_log_service.h"

#include "models/day_words.h"
#include "services/conversation_book.h"

namespace hearth::app {
namespace {

constexpr int kPage = 200;

using Entry = privacy::AuditEntry;

QString stateOf(const Entry& entry) {
    if (entry.undone) return QStringLiteral("undone");
    switch (entry.state) {
        case Entry::State::Done:
            return QStringLiteral("done");
        case Entry::State::Failed:
            return QStringLiteral("failed");
        default:
            return QStringLiteral("lost");
    }
}

QVariantMap rowOf(const agent::DeskLogRow& row, QDate today) {
    const Entry& entry = row.entry;
    const QDateTime when = toQDateTime(row.time);
    const QString outcome = QString::fromStdString(entry.outcome);
    const bool byPage = entry.actionId.starts_with("page-");
    return {{QStringLiteral("key"), QString::number(entry.id)},
            {QStringLiteral("action"), QString::fromStdString(entry.actionId)},
            {QStringLiteral("tool"), QString::fromStdString(entry.tool)},
            {QStringLiteral("verb"), QString::fromStdString(row.verb.empty() ? entry.tool : row.verb)},
            {QStringLiteral("glyph"),
             row.icon.empty() ? QStringLiteral("action") : QString::fromStdString(row.icon)},
            {QStringLiteral("text"), outcome.isEmpty() ? QString::fromStdString(entry.summary) : outcome},
            {QStringLiteral("when"), timeWords(when.time())},
            {QStringLiteral("section"), dayWords(when.date(), today)},
            {QStringLiteral("phase"), stateOf(entry)},
            {QStringLiteral("undoable"),
             entry.state == Entry::State::Done && !entry.undone && !entry.undoToken.empty()},
            {QStringLiteral("request"), QString()},
            {QStringLiteral("conversation"), 0.0},
            {QStringLiteral("source"), byPage ? QStringLiteral("page") : QStringLiteral("asked")},
            {QStringLiteral("automatic"), entry.automatic}};
}

}  // namespace

ActionLogService::ActionLogService(DeskService& desk, ConversationBook& book, QObject* parent)
    : QObject(parent),
      desk_(desk),
      book_(book),
      limit_(kPage),
      list_({QStringLiteral("key"), QStringLiteral("verb"), QStringLiteral("glyph"), QStringLiteral("text"),
             QStringLiteral("when"), QStringLiteral("section"), QStringLiteral("phase"),
             QStringLiteral("undoable"), QStringLiteral("request"), QStringLiteral("conversation"),
             QStringLiteral("source"), QStringLiteral("automatic")}) {
    connect(&desk_, &DeskService::changed, this, [this] { read(); });
}

void ActionLogService::start() {
    if (started_) return read();  // what was asked for in a conversation changes no file that is watched
    started_ = true;
    read();
}

void ActionLogService::readMore() {
    limit_ += kPage;
    read();
}

void ActionLogService::setFilter(Filter filter) {
    if (filter_ == filter) return;
    filter_ = filter;
    emit filterChanged();
    fill();
}

void ActionLogService::read() {
    if (!started_) return;
    desk_.run(
        this, [limit = limit_](agent::Desk& desk) { return desk.log(limit + 1, 0); },
        [this](const base::Result<agent::DeskRows<agent::DeskLogRow>>& log) {
            problem_ = log ? QString() : QString::fromStdString(log.error().text());
            ready_ = true;
            if (log) show(*log);
            emit loaded();
        });
}

void ActionLogService::show(const agent::DeskRows<agent::DeskLogRow>& log) {
    more_ = static_cast<int>(log.rows.size()) > limit_;
    rows_.clear();
    for (const auto& row : log.rows)
        if (rows_.size() < limit_) rows_.append(rowOf(row, toQDateTime(log.now).date()));
    fill();
    askForRequests();
}

// The words that led to an action are in its conversation.
void ActionLogService::askForRequests() {
    QStringList unknown;
    for (const auto& row : std::as_const(rows_)) {
        const QString action = row.value(QStringLiteral("action")).toString();
        if (row.value(QStringLiteral("source")) == QStringLiteral("asked") && !requests_.contains(action))
            unknown.append(action);
    }
    if (unknown.isEmpty()) return;
    book_.findRequests(unknown, this, [this](const QHash<QString, QVariantMap>& found) {
        requests_.insert(found);
        fill();
    });
}

bool ActionLogService::passes(const QVariantMap& row) const {
    const QString tool = row.value(QStringLiteral("tool")).toString();
    const auto has = [&](std::initializer_list<const char*> words) {
        for (const char* word : words)
            if (tool.contains(QLatin1String(word))) return true;
        return false;
    };
    switch (filter_) {
        case Filter::Calendar:
            return has({"event"});
        case Filter::Reminders:
            return has({"reminder", "alarm", "timer"});
        case Filter::Notes:
            return has({"note", "list"}) && !has({"playlist"});
        case Filter::Failed: {
            const QString state = row.value(QStringLiteral("phase")).toString();
            return state == QStringLiteral("failed") || state == QStringLiteral("lost");
        }
        default:
            return true;
    }
}

void ActionLogService::fill() {
    QList<QVariantMap> shown;
    for (QVariantMap row : std::as_const(rows_)) {
        if (!passes(row)) continue;
        const auto found = requests_.constFind(row.value(QStringLiteral("action")).toString());
        if (found != requests_.constEnd()) row.insert(*found);
        shown.append(row);
    }
    list_.setRows(shown);
}

}  // namespace hearth::app
