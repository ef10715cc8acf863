#include "services/desk_service.h"

#include <QDir>

namespace hearth::app {
namespace {

constexpr int kPauseMs = 150;

QVariantMap mapOf(const agent::DueItem& item) {
    using Kind = agent::DueItem::Kind;
    const char* kind = item.kind == Kind::Alarm         ? "alarm"
                       : item.kind == Kind::Timer       ? "timer"
                       : item.kind == Kind::Appointment ? "event"
                                                        : "reminder";
    return {{QStringLiteral("id"), QString::fromStdString(item.id)},
            {QStringLiteral("kind"), QLatin1String(kind)},
            {QStringLiteral("title"), QString::fromStdString(item.title)},
            {QStringLiteral("body"), QString::fromStdString(item.body)},
            {QStringLiteral("missed"), item.missed}};
}

}  // namespace

DeskService::DeskService(agent::DeskOptions options, QObject* parent)
    : QObject(parent), thread_([this, options = std::move(options)] { return open(options); }) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMs);
    connect(&pause_, &QTimer::timeout, this, [this] {
        watch();  // a folder may have come
        emit changed();
    });
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, [this] { pause_.start(); });
    run(
        this, [](agent::Desk& desk) { return desk.context(); },
        [this](const agent::ToolContext& context) {
            folders_ = {context.calendarDir, context.remindersDir, context.notesDir, context.listsDir,
                        context.dataDir};
            watch();
        });
}

// On the thread.
std::unique_ptr<agent::Desk> DeskService::open(agent::DeskOptions options) {
    const auto toHere = [this](auto call) { QMetaObject::invokeMethod(this, call, Qt::QueuedConnection); };
    options.show = [this, toHere](const std::vector<agent::DueItem>& items) {
        QVariantList list;
        for (const auto& item : items) list.append(mapOf(item));
        toHere([this, list] { emit due(list); });
    };
    auto desk = agent::Desk::open(std::move(options));
    if (desk) return std::move(*desk);
    toHere([this, text = QString::fromStdString(desk.error().text())] {
        failure_ = text;
        emit failureChanged();
    });
    return nullptr;
}

// Files are replaced by others, so the folders are watched: those there are, and one deeper for collections
// of other programs. A folder that is missing is found by the data folder's own change.
void DeskService::watch() {
    QStringList wanted;
    bool all = true;
    for (const auto& folder : folders_) {
        const QDir dir(QString::fromStdString(folder.string()));
        if (folder == folders_.back()) {  // the data folder itself, where much is written
            if (!all)
                wanted.append(dir.absolutePath());
            else if (watcher_.directories().contains(dir.absolutePath()))
                watcher_.removePath(dir.absolutePath());
            continue;
        }
        all = all && dir.exists();
        if (!dir.exists()) continue;
        wanted.append(dir.absolutePath());
        for (const auto& inner : dir.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
            wanted.append(inner.absoluteFilePath());
    }
    const QStringList watched = watcher_.directories();
    for (const auto& path : wanted)
        if (!watched.contains(path)) watcher_.addPath(path);
}

void DeskService::submit(const QString& tool, const QVariantMap& arguments) {
    agent::Call call{tool.toStdString(), {}};
    for (auto it = arguments.cbegin(); it != arguments.cend(); ++it)
        call.arguments.emplace_back(it.key().toStdString(), it.value().toString().toStdString());
    carryOut([call](agent::Desk&) { return std::optional(call); }, tool);
}

void DeskService::carryOut(std::function<std::optional<agent::Call>(agent::Desk&)> make,
                           const QString& tool) {
    ++pending_;
    emit busyChanged();
    using Done = std::optional<base::Result<agent::ActionDone>>;
    run(
        this,
        [make = std::move(make)](agent::Desk& desk) {
            const auto call = make(desk);
            return call ? Done(desk.carryOut(*call)) : Done();
        },
        [this, tool](const Done& result) {
            finished();
            if (!result) return;
            if (*result)
                emit done(QString::fromStdString((*result)->text),
                          (*result)->undoable ? static_cast<double>((*result)->auditId) : 0);
            else
                emit refused(tool, QString::fromStdString((*result).error().where),
                             QString::fromStdString((*result).error().message));
        });
}

void DeskService::undo(double auditId) {
    ++pending_;
    emit busyChanged();
    run(
        this, [id = static_cast<std::int64_t>(auditId)](agent::Desk& desk) { return desk.undo(id); },
        [this](const base::Result<std::string>& result) {
            finished();
            if (result)
                emit done(QString::fromStdString(*result), 0);
            else
                emit refused(QString(), QString(), QString::fromStdString(result.error().message));
        });
}

void DeskService::speak(const std::string& language) {
    run(
        this,
        [language](agent::Desk& desk) {
            desk.speak(language);
            return true;
        },
        [this](bool) { emit changed(); });
}

void DeskService::finished() {
    --pending_;
    emit busyChanged();
    watch();
    emit changed();
}

}  // namespace hearth::app
