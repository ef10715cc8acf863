#include "assistant/assistant.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTimer>
#include <QUrl>
#include <system_error>
#include <utility>

#include "agent/mcp_list.h"
#include "agent/remote_model.h"
#include "catalogue/model_download.h"
#include "settings/language.h"
#include "storage/data_folder.h"

namespace hearth::app {

namespace {

agent::DeskOptions deskOptions(const std::filesystem::path& dataDir) {
    agent::DeskOptions options;
    options.dataDir = dataDir;
    options.language = languageTagIn(dataDir);
    return options;
}

// Every host that may be reached, and what for: as the ways out are opened.
std::vector<privacy::EgressRule> rulesInForce(const std::filesystem::path& dataDir,
                                              const std::string& remoteHost) {
    std::vector<privacy::EgressRule> rules;
    if (!remoteHost.empty()) rules.push_back({agent::kRemotePurpose, remoteHost, true});
    if (const auto servers = agent::readMcpList(dataDir / "mcp.json"))
        for (privacy::EgressRule& rule : agent::mcpRules(*servers)) rules.push_back(std::move(rule));
    if (const auto file = assetFile("models/catalogue.json"))
        if (const auto catalogue = readCatalogue(*file))
            for (privacy::EgressRule& rule : modelRules(*catalogue)) rules.push_back(std::move(rule));
    return rules;
}

}  // namespace

base::Result<std::unique_ptr<Assistant>> Assistant::create(const std::filesystem::path& dataDir,
                                                           AgentFactory factory, ModelMarket::Fetch fetch,
                                                           KeyringDoor keyring) {
    std::error_code error;
    std::filesystem::create_directories(dataDir, error);
    if (error)
        return base::fail(base::ErrorCode::Io, "The data folder cannot be made: " + error.message() + ".",
                          dataDir.string());
    std::filesystem::permissions(dataDir, std::filesystem::perms::owner_all, error);
    auto store = ConversationStore::open((dataDir / "conversations.db").string());
    if (!store) return tl::unexpected<base::Error>(store.error());
    return std::unique_ptr<Assistant>(
        new Assistant(dataDir, std::move(*store), std::move(factory), std::move(fetch), std::move(keyring)));
}

Assistant::Assistant(const std::filesystem::path& dataDir, std::unique_ptr<ConversationStore> store,
                     AgentFactory factory, ModelMarket::Fetch fetch, KeyringDoor keyring)
    : settings_(SettingsFile::in(dataDir).file()),
      stored_(dataDir),
      finder_(settings_, assetFile("models/names.tagger").value_or("")),
      privacy_(dataDir, finder_),
      store_(std::move(store)),
      book_(store_),
      files_(store_, book_),
      chat_(book_),
      quickAsk_(chat_),
      server_(chat_, book_),
      models_(settings_, dataDir),
      market_(
          {dataDir, assetFile("models/catalogue.json").value_or("models/catalogue.json"), std::move(fetch)}),
      modelFiles_(dataDir),
      library_(dataDir),
      remote_(settings_, dataDir, std::move(keyring)),
      policy_(dataDir, [this, dataDir] { return rulesInForce(dataDir, remote_.host().toStdString()); }),
      desk_(deskOptions(dataDir)) {
    worker_ = std::make_unique<AgentWorker>(
        std::move(factory),
        [this](ModelState state) {
            QMetaObject::invokeMethod(
                this,
                [this, s = std::move(state)] {
                    model_.set(s);
                    chat_.setModelName(model_.name());
                },
                Qt::QueuedConnection);
        },
        [this](const std::string& text) {
            QMetaObject::invokeMethod(
                this, [this, t = QString::fromStdString(text)] { emit notice(t); }, Qt::QueuedConnection);
        });
    chat_.setWorker(worker_.get());
    server_.setWorker(worker_.get());
    guests_.setWorker(worker_.get());
    approvals_.setWorker(worker_.get());
    connect(&guests_, &GuestService::arrived, chat_.attachments(), &Attachments::addText);
    connect(&approvals_, &ApprovalService::problem, this, &Assistant::problem);
    connect(&models_, &ModelShelf::chatModelChanged, this,
            [this](const QString& name) { chat_.setChatModelName(name); });
    models_.setWorker(worker_.get());
    connect(&files_, &ConversationFiles::finished, this, &Assistant::notice);
    connect(&files_, &ConversationFiles::problem, this, &Assistant::problem);
    connectModels();
    connectRemote();
    connect(&chat_, &ChatService::problem, this, &Assistant::problem);
    const auto takeReasoning = [this] { chat_.setReasoning(settings_.isOn("chat.reasoning")); };
    connect(&settings_, &Settings::changed, this, takeReasoning);
    takeReasoning();
    followLanguage();
    // What was asked for in words changes the log, and perhaps files.
    connect(&chat_, &ChatService::actionSettled, &desk_, &DeskService::changed);
    connect(&bell_, &Bell::rang, this, &Assistant::notice);
    connect(&bell_, &Bell::openRequested, this, [this] {
        goTo(QStringLiteral("actions"));
        activate({});
    });
    connect(&settings_, &Settings::problem, this, &Assistant::problem);
    connect(&settings_, &Settings::said, this, &Assistant::notice);
    connectLibrary();
    connectDocuments();
    connect(&privacy_, &PrivacyService::said, this, &Assistant::notice);
}

void Assistant::connectLibrary() {
    connect(&library_, &LibraryService::said, this, &Assistant::notice);
    connect(&library_, &LibraryService::passageRequested, this, [this] { goTo(QStringLiteral("library")); });
    connect(&book_, &ConversationBook::removedForGood, &library_, &LibraryService::dropAttachments);
    // Of conversations that were never kept, or went as the program ended.
    connect(&book_, &ConversationBook::listed, &library_, &LibraryService::keepAttachments,
            Qt::SingleShotConnection);
    const auto takeBattery = [this] { library_.setBatteryAllowed(settings_.isOn("library.on_battery")); };
    connect(&settings_, &Settings::changed, this, takeBattery);
    takeBattery();
}

// What a conversation may be answered from.
void Assistant::connectDocuments() {
    chat_.setDocuments({[this](qint64 conversation, const QStringList& chosen) {
                            return library_.scope(conversation, chosen);
                        },
                        [this](qint64 conversation, const QStringList& paths) {
                            return library_.attachAll(conversation, paths);
                        }});
    connect(&library_, &LibraryService::attachmentRefused, this,
            [this](qint64, const QString& path, const QString& reason) {
                emit problem(tr("%1 cannot be searched: %2").arg(QFileInfo(path).fileName(), reason));
            });
    connect(&library_, &LibraryService::attachedDone, this,
            [this](qint64 conversation) { library_.showAttachments(conversation); });
    connect(&chat_, &ChatService::conversationChanged, &library_,
            [this] { library_.showAttachments(chat_.conversationId()); });
}

// What conversations may be handed to follows the pages and the settings.
void Assistant::connectRemote() {
    connect(&remote_, &RemoteService::serverChanged, this, [this](const agent::RemoteServer& server) {
        worker_->useRemote(server, [this](const base::Result<void>& done) {
            if (done) return;
            QMetaObject::invokeMethod(
                this, [this, text = QString::fromStdString(done.error().text())] { emit problem(text); },
                Qt::QueuedConnection);
        });
    });
    connect(&policy_, &PolicyService::heeded, &remote_, &RemoteService::heedPolicy);
    connect(&remote_, &RemoteService::changed, &policy_, &PolicyService::changed);
    connect(&guests_, &GuestService::changed, &policy_, &PolicyService::changed);
    const auto takeUse = [this] {
        const std::string use = settings_.value("remote.use");
        chat_.setStandardRemoteUse(use == "ask"         ? agent::RemoteUse::Ask
                                   : use == "automatic" ? agent::RemoteUse::Automatic
                                                        : agent::RemoteUse::Never);
    };
    connect(&settings_, &Settings::changed, this, takeUse);
    takeUse();
    connect(&book_, &ConversationBook::removedForGood, &privacy_, &PrivacyService::dropStandIns);
    connect(&book_, &ConversationBook::listed, &privacy_, &PrivacyService::keepStandInsOf,
            Qt::SingleShotConnection);
    QTimer::singleShot(0, &remote_, &RemoteService::start);
}

void Assistant::connectModels() {
    connect(&chat_, &ChatService::busyChanged, &models_, [this] { models_.setBusy(chat_.busy()); });
    connect(&market_, &ModelMarket::installed, this, [this](const QString&, const QString& name) {
        models_.refresh();
        emit notice(tr("%1 is here and can be used.").arg(name));
    });
    connect(&modelFiles_, &ModelFiles::listChanged, &models_, &ModelShelf::refresh);
    connect(&modelFiles_, &ModelFiles::listChanged, &market_, [this] {
        if (market_.list()->count() > 0) market_.look();
    });
    connect(&modelFiles_, &ModelFiles::copied, &models_, &ModelShelf::move);
    connect(&modelFiles_, &ModelFiles::removed, &models_,
            [this](const QString& path) { models_.leave(path); });
    connect(&modelFiles_, &ModelFiles::problem, this, &Assistant::problem);
}

// What is on show already keeps its words.
void Assistant::followLanguage() {
    connect(&settings_, &Settings::changed, this, [this, now = settings_.language()]() mutable {
        if (now == settings_.language()) return;
        now = settings_.language();
        const std::string tag = languageTag(now.toStdString());
        worker_->speak(tag);
        desk_.speak(tag);
    });
}

Assistant::~Assistant() {
    models_.setWorker(nullptr);
    chat_.setWorker(nullptr);
    approvals_.setWorker(nullptr);
    worker_.reset();
}

void Assistant::openLink(const QString& link) {
    const QUrl url = link.startsWith(QLatin1Char('/')) ? QUrl::fromLocalFile(link) : QUrl(link);
    if (url.isLocalFile() && !QFileInfo::exists(url.toLocalFile())) {
        emit problem(tr("This is no longer there: %1").arg(url.toLocalFile()));
    } else if (!QDesktopServices::openUrl(url)) {
        emit problem(
            tr("No program on this desktop opens %1").arg(url.toDisplayString(QUrl::PreferLocalFile)));
    }
}

void Assistant::copy(const QString& text) {
    QGuiApplication::clipboard()->setText(text);
}

}  // namespace hearth::app
