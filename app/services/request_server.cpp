#include "services/request_server.h"

#include <QCoreApplication>
#include <QLocalSocket>
#include <QPointer>
#include <functional>
#include <nlohmann/json.hpp>
#include <utility>

#include "handover/agent_json.h"
#include "services/agent_worker.h"
#include "services/chat_service.h"
#include "services/conversation_book.h"

namespace hearth::app {
namespace {

using nlohmann::json;

constexpr qint64 kLongestLine = 1024 * 1024;

agent::ActionDone doneOf(const ActionRecord& action) {
    agent::ActionDone done;
    done.id = action.proposed.id;
    done.ok = action.state == ActionState::Done;
    done.text = action.result;
    done.link = action.link;
    done.items = action.items;
    done.auditId = action.auditId;
    done.undoable = action.undoable;
    return done;
}

// One connection; goes with its socket.
class Guest : public QObject {
  public:
    Guest(ChatService& chat, ConversationBook& book, QLocalSocket* socket, const RequestServer& server)
        : QObject(socket), chat_(chat), book_(book), socket_(socket), server_(server) {
        connect(socket, &QLocalSocket::readyRead, this, &Guest::read);
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::disconnected, this, [this] {
            if (conversation_ != 0) chat_.leaveFor(conversation_);
        });
        connect(&chat_, &ChatService::actionPrepared, this, [this](const QString& id) {
            if (id == edited_) answerEdit(std::exchange(edited_, {}));
        });
        connect(&chat_, &ChatService::actionSettled, this, [this](const QString& id) {
            if (id == confirmed_) answerConfirm(std::exchange(confirmed_, {}));
        });
        write({{"hearth", 1}});
        read();
    }

  private:
    void read() {
        if (socket_->bytesAvailable() > kLongestLine && !socket_->canReadLine()) return socket_->abort();
        while (socket_->canReadLine()) {
            const json message = json::parse(socket_->readLine().toStdString(), nullptr, false);
            try {
                take(message);
            } catch (const json::exception&) {
                fail({base::ErrorCode::InvalidInput, "The request is in a form that is not understood", ""});
            }
        }
    }

    void take(const json& message) {
        if (!message.is_object()) return socket_->abort();
        if (message.contains("stop")) return chat_.stopFor(conversation_);
        if (message.contains("ask")) return ask(message.at("ask"));
        if (message.contains("offer"))
            return chat_.answerOffer(conversation_, message.at("offer").value("send", false), listener());
        if (message.contains("mcp")) return answerMcp(message.at("mcp").at("line").get<std::string>());
        if (message.contains("edit")) return edit(message.at("edit"));
        if (message.contains("confirm")) return confirm(message.at("confirm"));
        if (message.contains("decline")) {
            chat_.declineAction(idOf(message.at("decline")));
            return succeed(json::object());
        }
        if (message.contains("undo")) {
            const auto audit = message.at("undo").at("audit").get<std::int64_t>();
            return chat_.undoEntry(audit, [guest = QPointer(this)](const base::Result<std::string>& undone) {
                if (!guest) return;
                undone ? guest->succeed({{"text", *undone}}) : guest->fail(undone.error());
            });
        }
        fail({base::ErrorCode::Unsupported, "This Hearth cannot do that from another program", ""});
    }

    RequestListener listener() {
        RequestListener listener;
        listener.onEvent = [guest = QPointer(this)](const agent::Event& event) {
            if (guest) guest->write({{"event", toJson(event)}});
        };
        listener.onFinished = [guest = QPointer(this)](const base::Result<void>& result) {
            if (!guest) return;
            result ? guest->succeed(json::object()) : guest->fail(result.error());
        };
        return listener;
    }

    void ask(const json& request) {
        const auto text = QString::fromStdString(request.at("text").get<std::string>());
        const int use = request.value("remote", 0);
        const bool known = use >= 0 && use <= static_cast<int>(agent::RemoteUse::Automatic);
        conversation_ = chat_.askFor(conversation_, text, listener(),
                                     known ? static_cast<agent::RemoteUse>(use) : agent::RemoteUse::Never);
    }

    void answerMcp(const std::string& line) {
        AgentWorker* worker = server_.worker();
        if (worker == nullptr) return fail({base::ErrorCode::NotFound, "No model is open.", ""});
        worker->answerMcp(line, [guest = QPointer(this)](const std::optional<std::string>& answer) {
            QMetaObject::invokeMethod(
                QCoreApplication::instance(),
                [guest, answer] {
                    if (guest) guest->succeed(answer ? json{{"line", *answer}} : json::object());
                },
                Qt::QueuedConnection);
        });
    }

    static QString idOf(const json& request) {
        return QString::fromStdString(request.at("id").get<std::string>());
    }

    // The fields that differ are edited; true where some did.
    bool takeFields(const json& request) {
        const auto id = idOf(request);
        const auto* action = chat_.action(id);
        if (action == nullptr) return false;
        const auto before = action->proposed.prepared.fields;
        bool changed = false;
        for (const auto& field : fieldsFromJson(request.value("fields", json::array())))
            for (const auto& old : before)
                if (old.name == field.name && old.value != field.value) {
                    chat_.editAction(id, QString::fromStdString(field.name),
                                     QString::fromStdString(field.value));
                    changed = true;
                }
        return changed;
    }

    void edit(const json& request) {
        edited_ = idOf(request);
        if (!takeFields(request)) answerEdit(std::exchange(edited_, {}));
    }
    void answerEdit(const QString& id) {
        const auto* action = chat_.action(id);
        if (action == nullptr) return gone(id);
        if (!action->result.empty())
            return fail({base::ErrorCode::InvalidInput, action->result, id.toStdString()});
        succeed(toJson(action->proposed));
    }

    void confirm(const json& request) {
        const auto id = idOf(request);
        const auto* action = chat_.action(id);
        const bool open = action != nullptr &&
                          (action->state == ActionState::Waiting || action->state == ActionState::Failed);
        if (!open) return gone(id);
        takeFields(request);
        confirmed_ = id;
        chat_.confirmAction(id);
    }
    void answerConfirm(const QString& id) {
        const auto* action = chat_.action(id);
        if (action == nullptr) return gone(id);
        succeed(toJson(doneOf(*action)));
    }

    void gone(const QString& id) {
        fail({base::ErrorCode::NotFound, "This action is no longer waiting; it was decided in the window",
              id.toStdString()});
    }
    void succeed(const json& result) { reply({{"result", result}}); }
    void fail(const base::Error& error) { reply({{"error", toJson(error)}}); }
    // What is told to be done is on disk by then.
    void reply(const json& answer) {
        book_.afterSaves(this, [this, answer] { write(answer); });
    }
    void write(const json& message) {
        socket_->write(QByteArray::fromStdString(lineOf(message)) + '\n');
        socket_->flush();
    }

    ChatService& chat_;
    ConversationBook& book_;
    QLocalSocket* socket_;
    const RequestServer& server_;
    qint64 conversation_ = 0;  // made by the first request
    QString edited_;           // the card whose new form is awaited
    QString confirmed_;        // the card whose outcome is awaited
};

}  // namespace

RequestServer::RequestServer(ChatService& chat, ConversationBook& book, QObject* parent)
    : QObject(parent), chat_(chat), book_(book) {}

void RequestServer::serve(QLocalSocket* socket) {
    socket->setParent(this);
    new Guest(chat_, book_, socket, *this);  // owned by the socket
}

}  // namespace hearth::app
