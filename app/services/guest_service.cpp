#include "services/guest_service.h"

#include <utility>

#include "services/agent_worker.h"

namespace hearth::app {
namespace {

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QVariantMap mapOf(const agent::GuestServer& server) {
    QVariantList tools;
    for (const agent::McpTool& tool : server.status.tools)
        tools.append(QVariantMap{{QStringLiteral("name"), plain(tool.name)},
                                 {QStringLiteral("description"), plain(tool.description).simplified()},
                                 {QStringLiteral("unasked"), server.unasked.contains(tool.name)}});
    return {{QStringLiteral("name"), plain(server.status.name)},
            {QStringLiteral("what"), plain(server.status.what)},
            {QStringLiteral("title"), plain(server.status.title).simplified()},
            {QStringLiteral("allowed"), server.allowed},
            {QStringLiteral("state"), static_cast<int>(server.status.state)},
            {QStringLiteral("problem"), plain(server.status.problem)},
            {QStringLiteral("tools"), tools}};
}

}  // namespace

void GuestService::setWorker(AgentWorker* worker) {
    worker_ = worker;
    if (worker_ == nullptr) return;
    worker_->watchGuests([this](const std::vector<agent::GuestServer>& servers) {
        QMetaObject::invokeMethod(
            this, [this, servers] { show(servers); }, Qt::QueuedConnection);
    });
}

void GuestService::show(const std::vector<agent::GuestServer>& servers) {
    servers_.clear();
    for (const agent::GuestServer& server : servers) servers_.append(mapOf(server));
    emit changed();
}

void GuestService::use(Use use, std::function<void()> then) {
    if (worker_ == nullptr) return;
    ++pending_;
    emit changed();
    worker_->useGuests(std::move(use), [this, then = std::move(then)](const base::Result<void>& done) {
        QMetaObject::invokeMethod(
            this,
            [this, done, then] {
                --pending_;
                error_ = done ? QString() : plain(done.error().text());
                emit changed();
                if (done && then) then();
            },
            Qt::QueuedConnection);
    });
}

void GuestService::add(const QString& name, const QString& line) {
    const auto entry = agent::mcpEntryOf(name.trimmed().toStdString(), line.trimmed().toStdString());
    if (!entry) {
        error_ = plain(entry.error().text());
        emit changed();
        return;
    }
    use([entry = *entry](agent::GuestDesk& desk) { return desk.add(entry); },
        [this, name] { emit added(name); });
}

void GuestService::remove(const QString& server) {
    use([name = server.toStdString()](agent::GuestDesk& desk) { return desk.remove(name); });
}

void GuestService::allow(const QString& server, bool allowed) {
    use([name = server.toStdString(), allowed](agent::GuestDesk& desk) { return desk.allow(name, allowed); });
}

void GuestService::allowUnasked(const QString& server, const QString& tool, bool unasked) {
    use([name = server.toStdString(), one = tool.toStdString(), unasked](agent::GuestDesk& desk) {
        return desk.allowUnasked(name, one, unasked);
    });
}

void GuestService::tryAgain() {
    use([](agent::GuestDesk& desk) { return desk.refresh(); });
}

}  // namespace hearth::app
