// The larger model elsewhere as the pages know it: its address, its key, and whether it answers. Tells by
// serverChanged() what conversations may be handed to. Lives on the GUI thread; the settings must outlive it.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QStringList>
#include <filesystem>

#include "agent/remote_model.h"
#include "platform/background_task.h"
#include "remote/secret_keeper.h"
#include "settings/settings.h"

namespace hearth::app {

class RemoteService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    Q_PROPERTY(QString address READ address NOTIFY changed)
    Q_PROPERTY(QString model READ model NOTIFY changed)
    Q_PROPERTY(QString host READ host NOTIFY changed)  // empty: the address is none
    Q_PROPERTY(bool named READ named NOTIFY changed)   // there is a server that may be asked
    Q_PROPERTY(bool keyKept READ keyKept NOTIFY changed)
    Q_PROPERTY(QString keyPlace READ keyPlace NOTIFY changed)  // a sentence
    Q_PROPERTY(QStringList models READ models NOTIFY changed)  // that the server listed at the last test
    Q_PROPERTY(bool testing READ testing NOTIFY changed)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed)  // of the last test; empty: none yet
    Q_PROPERTY(bool answers READ answers NOTIFY changed)     // it went well
  public:
    RemoteService(Settings& settings, std::filesystem::path dataDir, KeyringDoor keyring,
                  QObject* parent = nullptr);

    QString address() const { return QString::fromStdString(settings_.value("remote.url")); }
    QString model() const { return QString::fromStdString(settings_.value("remote.model")); }
    QString host() const;
    bool named() const { return !host().isEmpty(); }
    bool keyKept() const { return place_ != SecretKeeper::Place::Nowhere; }
    QString keyPlace() const;
    QStringList models() const { return models_; }
    bool testing() const { return testing_; }
    QString verdict() const { return verdict_; }
    bool answers() const { return answers_; }

    // Reads the key and tells of the server: once, when the window is there. The keyring may ask the user.
    void start();
    Q_INVOKABLE void setAddress(const QString& address);
    Q_INVOKABLE void setModel(const QString& model);
    // Empty: forgets it.
    Q_INVOKABLE void keepKey(const QString& key);
    // What may be told to it has changed: whoever hands over to it reads the policy anew.
    void heedPolicy() { tell(); }
    // Asks the server for its models, and the one that is chosen (or its first) for a word.
    Q_INVOKABLE void test();

  signals:
    void changed();
    void serverChanged(const hearth::agent::RemoteServer& server);

  private:
    struct Tested {
        std::vector<std::string> models;
        std::string model;  // that was asked
        base::Result<std::string> answer;
    };
    static Tested ask(const std::filesystem::path& dataDir, agent::RemoteServer server,
                      const base::CancelToken& cancel);
    agent::RemoteServer server() const;
    std::string fingerprint() const;
    void tell();
    void onTested(const Tested& tested);
    void follow();

    Settings& settings_;
    std::filesystem::path dataDir_;
    SecretKeeper keeper_;
    std::string key_;
    SecretKeeper::Place place_ = SecretKeeper::Place::Nowhere;
    QString keyProblem_;
    QStringList models_;
    QString verdict_;
    bool answers_ = false;
    bool testing_ = false;
    std::string told_;  // the server that was told of last, with what is masked for it
    BackgroundTask task_;
};

}  // namespace hearth::app
