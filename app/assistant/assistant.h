// The composition root of the window: makes the services, hands them to each other, and takes them down in
// reverse order. Lives on the GUI thread and owns everything below it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <filesystem>
#include <memory>

#include "base/result.h"
#include "models/model_status.h"
#include "models/setting_list_model.h"
#include "models/stored_data_model.h"
#include "services/action_log_service.h"
#include "services/agent_worker.h"
#include "services/approval_service.h"
#include "services/bell.h"
#include "services/calendar_service.h"
#include "services/chat_service.h"
#include "services/conversation_book.h"
#include "services/conversation_files.h"
#include "services/desk_service.h"
#include "services/finder_service.h"
#include "services/guest_service.h"
#include "services/library_service.h"
#include "services/model_files.h"
#include "services/model_market.h"
#include "services/model_shelf.h"
#include "services/note_service.h"
#include "services/policy_service.h"
#include "services/privacy_service.h"
#include "services/quick_ask.h"
#include "services/reminder_service.h"
#include "services/remote_service.h"
#include "services/request_server.h"
#include "settings/settings.h"

namespace hearth::app {

class Assistant : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the program")
    Q_PROPERTY(hearth::app::ConversationBook* conversations READ conversations CONSTANT)
    Q_PROPERTY(hearth::app::ConversationFiles* files READ files CONSTANT)
    Q_PROPERTY(hearth::app::ChatService* chat READ chat CONSTANT)
    Q_PROPERTY(hearth::app::QuickAsk* quickAsk READ quickAsk CONSTANT)
    Q_PROPERTY(hearth::app::Settings* settings READ settings CONSTANT)
    Q_PROPERTY(hearth::app::SettingListModel* settingList READ settingList CONSTANT)
    Q_PROPERTY(hearth::app::StoredDataModel* stored READ stored CONSTANT)
    Q_PROPERTY(hearth::app::DeskService* desk READ desk CONSTANT)
    Q_PROPERTY(hearth::app::CalendarService* calendar READ calendar CONSTANT)
    Q_PROPERTY(hearth::app::ReminderService* reminders READ reminders CONSTANT)
    Q_PROPERTY(hearth::app::NoteService* notes READ notes CONSTANT)
    Q_PROPERTY(hearth::app::ActionLogService* actionLog READ actionLog CONSTANT)
    Q_PROPERTY(hearth::app::ApprovalService* approvals READ approvals CONSTANT)
    Q_PROPERTY(hearth::app::ModelStatus* model READ model CONSTANT)
    Q_PROPERTY(hearth::app::ModelShelf* models READ models CONSTANT)
    Q_PROPERTY(hearth::app::PrivacyService* privacy READ privacy CONSTANT)
    Q_PROPERTY(hearth::app::LibraryService* library READ library CONSTANT)
    Q_PROPERTY(hearth::app::FinderService* finder READ finder CONSTANT)
    Q_PROPERTY(hearth::app::RemoteService* remote READ remote CONSTANT)
    Q_PROPERTY(hearth::app::GuestService* guests READ guests CONSTANT)
    Q_PROPERTY(hearth::app::PolicyService* policy READ policy CONSTANT)
    Q_PROPERTY(hearth::app::SettingListModel* handOverSettings READ handOverSettings CONSTANT)
    Q_PROPERTY(hearth::app::ModelMarket* market READ market CONSTANT)
    Q_PROPERTY(hearth::app::ModelFiles* modelFiles READ modelFiles CONSTANT)
  public:
    // Opens or makes `dataDir`. `fetch` stands in for downloads where it is given; `keyring` is the
    // desktop's, or where it is empty, none. Errors: it cannot be
    // written, or the conversations cannot be opened.
    static base::Result<std::unique_ptr<Assistant>> create(const std::filesystem::path& dataDir,
                                                           AgentFactory factory,
                                                           ModelMarket::Fetch fetch = {},
                                                           KeyringDoor keyring = {});
    ~Assistant() override;

    ConversationBook* conversations() { return &book_; }
    ConversationFiles* files() { return &files_; }
    ChatService* chat() { return &chat_; }
    QuickAsk* quickAsk() { return &quickAsk_; }
    Settings* settings() { return &settings_; }
    SettingListModel* settingList() { return &settingList_; }
    StoredDataModel* stored() { return &stored_; }
    DeskService* desk() { return &desk_; }
    CalendarService* calendar() { return &calendar_; }
    ReminderService* reminders() { return &reminders_; }
    NoteService* notes() { return &notes_; }
    ActionLogService* actionLog() { return &actionLog_; }
    ApprovalService* approvals() { return &approvals_; }
    ModelStatus* model() { return &model_; }
    ModelShelf* models() { return &models_; }
    PrivacyService* privacy() { return &privacy_; }
    LibraryService* library() { return &library_; }
    FinderService* finder() { return &finder_; }
    RemoteService* remote() { return &remote_; }
    GuestService* guests() { return &guests_; }
    PolicyService* policy() { return &policy_; }
    SettingListModel* handOverSettings() { return &handOverSettings_; }
    ModelMarket* market() { return &market_; }
    ModelFiles* modelFiles() { return &modelFiles_; }

    // Another program of the same user asked for the window, perhaps with a request to show in the composer.
    void activate(const QString& request) { emit activated(request); }
    void goTo(const QString& place) { emit placeRequested(place); }
    // The small window for one question, asked for by another program, the tray or a key of the desktop.
    Q_INVOKABLE void askQuickly() { emit quickAskWanted(); }
    // The command line wants to talk to the agent; takes the connection over.
    void serve(QLocalSocket* socket) { server_.serve(socket); }
    // Opens what an action made: a file, folder or web address. Says so where it cannot.
    Q_INVOKABLE void openLink(const QString& link);
    // Asks the program to end the window, delete what stored() does not spare, and begin anew.
    Q_INVOKABLE void wipe() { emit wipeRequested(stored_.spared()); }
    Q_INVOKABLE void copy(const QString& text);

  signals:
    void activated(const QString& request);
    void placeRequested(const QString& place);  // key of a page
    void quickAskWanted();
    void notice(const QString& text);  // a reminder, or what became of an interrupted action
    void problem(const QString& text);
    void wipeRequested(const QStringList& keep);

  private:
    Assistant(const std::filesystem::path& dataDir, std::unique_ptr<ConversationStore> store,
              AgentFactory factory, ModelMarket::Fetch fetch, KeyringDoor keyring);
    void connectRemote();
    void connectLibrary();
    void connectDocuments();
    void connectModels();
    void followLanguage();

    Settings settings_;
    SettingListModel settingList_{settings_};
    SettingListModel handOverSettings_{settings_, {"remote.use", "remote.patience"}};
    StoredDataModel stored_;
    FinderService finder_;
    PrivacyService privacy_;
    ModelStatus model_;
    StoreThread store_;  // destroyed after all that saves
    ConversationBook book_;
    ConversationFiles files_;
    ChatService chat_;
    QuickAsk quickAsk_;
    RequestServer server_;
    ModelShelf models_;
    ModelMarket market_;
    ModelFiles modelFiles_;
    LibraryService library_;
    RemoteService remote_;
    GuestService guests_;
    PolicyService policy_;
    DeskService desk_;
    CalendarService calendar_{desk_};
    ReminderService reminders_{desk_};
    NoteService notes_{desk_};
    ActionLogService actionLog_{desk_, book_};
    ApprovalService approvals_;
    Bell bell_{desk_};
    std::unique_ptr<AgentWorker> worker_;  // destroyed first: nothing may arrive for what is gone
};

}  // namespace hearth::app
