#include "services/guest_service.h"

#include <memory>
#include <utility>

#include "services/agent_worker.h"

namespace hearth::app {
namespace {

QString plain(const std::string& text) {
    return QString::fromStdString(text);
}

QString line(const std::string& text) {
    return plain(text).simplified();
}

QVariantList resourcesOf(const agent::McpServerStatus& server) {
    QVariantList out;
    for (const agent::McpResource& resource : server.resources)
        out.append(QVariantMap{{QStringLiteral("uri"), plain(resource.uri)},
                               {QStringLiteral("name"), line(resource.name)},
                               {QStringLiteral("description"), line(resource.description)},
                               {QStringLiteral("isTemplate"), resource.isTemplate}});
    return out;
}

QVariantList promptsOf(const agent::McpServerStatus& server) {
    QVariantList out;
    for (const agent::McpPrompt& prompt : server.prompts) {
        QVariantList arguments;
        for (const auto& [name, required] : prompt.arguments)
            arguments.append(
                QVariantMap{{QStringLiteral("name"), plain(name)}, {QStringLiteral("required"), required}});
        out.append(QVariantMap{{QStringLiteral("name"), plain(prompt.name)},
                               {QStringLiteral("description"), line(prompt.description)},
                               {QStringLiteral("arguments"), arguments}});
    }
    return out;
}

QVariantMap mapOf(const agent::GuestServer& server) {
    QVariantList tools;
    for (const agent::McpTool& tool : server.status.tools)
        tools.append(QVariantMap{{QStringLiteral("name"), plain(tool.name)},
                                 {QStringLiteral("description"), line(tool.description)},
                                 {QStringLiteral("unasked"), server.unasked.contains(tool.name)}});
    return {{QStringLiteral("name"), plain(server.status.name)},
            {QStringLiteral("what"), plain(server.status.what)},
            {QStringLiteral("title"), line(server.status.title)},
            {QStringLiteral("allowed"), server.allowed},
            {QStringLiteral("state"), static_cast<int>(server.status.state)},
            {QStringLiteral("problem"), plain(server.status.problem)},
            {QStringLiteral("tools"), tools},
            {QStringLiteral("resources"), resourcesOf(server.status)},
            {QStringLiteral("prompts"), promptsOf(server.status)}};
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

void GuestService::fetch(std::function<base::Result<std::string>(agent::GuestDesk&)> fetch,
                         std::function<void(const QString&)> then) {
    if (worker_ == nullptr) return;
    ++pending_;
    emit changed();
    const auto came = std::make_shared<base::Result<std::string>>();
    worker_->useGuests(
        [fetch = std::move(fetch), came](agent::GuestDesk& desk) -> base::Result<void> {
            *came = fetch(desk);
            if (!*came) return tl::unexpected(came->error());
            return {};
        },
        [this, came, then = std::move(then)](const base::Result<void>& done) {
            QMetaObject::invokeMethod(
                this,
                [this, came, done, then] {
                    --pending_;
                    emit changed();
                    if (done) return then(plain(**came));
                    emit failed(plain(done.error().text()));
                },
                Qt::QueuedConnection);
        });
}

void GuestService::read(const QString& server, const QString& uri) {
    fetch([name = server.toStdString(), address = uri.trimmed().toStdString()](
              agent::GuestDesk& desk) { return desk.read(name, address, {}); },
          [this, server, uri](const QString& text) {
              emit arrived(tr("%1 of “%2”").arg(uri.trimmed(), server), text);
          });
}

void GuestService::usePrompt(const QString& server, const QString& prompt, const QVariantMap& arguments) {
    std::vector<std::pair<std::string, std::string>> given;
    for (auto one = arguments.begin(); one != arguments.end(); ++one)
        if (const QString value = one.value().toString(); !value.isEmpty())
            given.emplace_back(one.key().toStdString(), value.toStdString());
    fetch([name = server.toStdString(), which = prompt.toStdString(),
           given](agent::GuestDesk& desk) { return desk.prompt(name, which, given, {}); },
          [this](const QString& text) { emit prompted(text); });
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
