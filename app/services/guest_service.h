// The servers of other programs as the pages know them: which there are, how they are, what may be used. The
// agent's thread does the work; the worker must outlive every call, and is set to null before it goes. Lives
// on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QVariantList>
#include <functional>
#include <vector>

#include "agent/guest_desk.h"

namespace hearth::app {

class AgentWorker;

class GuestService : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes from the assistant")
    // Maps of name, what, title, allowed, state (as State), problem, and three lists of maps: tools (name,
    // description, unasked), resources (uri, name, description, isTemplate), prompts (name, description,
    // arguments: maps of name, required).
    Q_PROPERTY(QVariantList servers READ servers NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)  // why the last change could not be made
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
  public:
    enum class State { Off, Starting, Running, Crashed, Hanging, Failed };
    Q_ENUM(State)

    explicit GuestService(QObject* parent = nullptr) : QObject(parent) {}
    void setWorker(AgentWorker* worker);

    QVariantList servers() const { return servers_; }
    QString error() const { return error_; }
    bool busy() const { return pending_ > 0; }

    // `line`: an address, or a command with its arguments.
    Q_INVOKABLE void add(const QString& name, const QString& line);
    Q_INVOKABLE void remove(const QString& server);
    Q_INVOKABLE void allow(const QString& server, bool allowed);
    Q_INVOKABLE void allowUnasked(const QString& server, const QString& tool, bool unasked);
    Q_INVOKABLE void tryAgain();
    // arrived() follows, or failed().
    Q_INVOKABLE void read(const QString& server, const QString& uri);
    // prompted() follows, or failed(). `arguments`: texts by name; empty ones are left out.
    Q_INVOKABLE void usePrompt(const QString& server, const QString& prompt, const QVariantMap& arguments);

  signals:
    void changed();
    void added(const QString& name);
    void arrived(const QString& name, const QString& text);  // of a resource: what strangers wrote
    void prompted(const QString& text);
    void failed(const QString& why);

  private:
    using Use = std::function<base::Result<void>(agent::GuestDesk&)>;
    void use(Use use, std::function<void()> then = {});
    void fetch(std::function<base::Result<std::string>(agent::GuestDesk&)> fetch,
               std::function<void(const QString&)> then);
    void show(const std::vector<agent::GuestServer>& servers);

    AgentWorker* worker_ = nullptr;
    QVariantList servers_;
    QString error_;
    int pending_ = 0;
};

}  // namespace hearth::app
