// Serves the user's other programs while the window is open: the command line hands its requests over, in the
// protocol of handover/remote_agent.h, and they become conversations here. Lives on the GUI thread; chat and
// book must outlive it.
#pragma once

#include <QObject>
#include <QString>

class QLocalSocket;

namespace hearth::app {

class AgentWorker;
class ChatService;
class ConversationBook;

class RequestServer : public QObject {
    Q_OBJECT
  public:
    RequestServer(ChatService& chat, ConversationBook& book, QObject* parent = nullptr);
    // Who answers programs that use Hearth's tools; null again before the worker is destroyed.
    void setWorker(AgentWorker* worker) { worker_ = worker; }
    AgentWorker* worker() const { return worker_; }
    // Takes the connection over and talks until the other side goes.
    void serve(QLocalSocket* socket);

  private:
    ChatService& chat_;
    ConversationBook& book_;
    AgentWorker* worker_ = nullptr;
};

}  // namespace hearth::app
