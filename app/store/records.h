// What a conversation is made of: plain values that go between the store, the services and the models.
// Owned by who holds them; may be copied to any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "agent/agent.h"

namespace hearth::app {

struct ConversationRecord {
    std::int64_t id = 0;
    std::string title;
    std::int64_t createdMs = 0;  // since 1970-01-01 UTC, as all times here
    std::int64_t updatedMs = 0;
    bool pinned = false;
    std::int64_t leaf = 0;                               // the message that ends the branch on show; 0: empty
    bool named = false;                                  // the user gave the title
    agent::RemoteUse remote = agent::RemoteUse::Never;   // may a larger model elsewhere answer here
    bool remoteAgreed = false;                           // the user has seen once what goes there, and agreed
    std::optional<agent::DocumentScope> documents = {};  // what it searches; not set: as new ones do
};

// The numbers are on disk: never renumber.
enum class MessageKind { User = 0, Assistant = 1, Action = 2 };
enum class MessageState { Streaming = 0, Complete = 1, Stopped = 2, Failed = 3 };
enum class ActionState {
    Waiting = 0,
    Running = 1,
    Done = 2,
    Failed = 3,
    Declined = 4,
    Undone = 5,
    Expired = 6
};

// An action of the assistant, from the card to what became of it.
struct ActionRecord {
    agent::ProposedAction proposed;
    ActionState state = ActionState::Waiting;
    std::string result;  // the tool's own sentence, or the error
    std::string link;
    std::string items;
    std::int64_t auditId = 0;
    bool undoable = false;
    std::int64_t doneMs = 0;  // when it was carried out
};

// A file that went with a message of the user: what it says is data, never the user's own words.
struct AttachedFile {
    std::string name;
    std::string text;  // empty: too long for a message, only passages of it can be found
    std::string path;  // not kept
};

// A node of the tree of messages. Siblings (equal `parent`) are versions made by edit and regenerate.
struct MessageRecord {
    std::int64_t id = 0;
    std::int64_t conversation = 0;
    std::int64_t parent = 0;  // 0: the first message
    MessageKind kind = MessageKind::User;
    MessageState state = MessageState::Complete;
    std::string text;
    std::string model;  // that answered
    std::string error;  // where state is Failed
    std::int64_t createdMs = 0;
    std::vector<agent::Call> calls;      // of an assistant's answer
    bool offersModel = false;            // a larger model could answer this
    bool cutShort = false;               // it was as long as an answer may be
    std::string thought;                 // what the model told itself first
    std::int64_t thoughtMs = 0;          // how long that took
    double tokensPerSecond = 0;          // at which it was written; 0: not known
    agent::ContextUse context;           // what of the conversation the model was given
    std::string host;                    // where a larger model elsewhere answered; empty: on this device
    std::string note;                    // why the answer is not by whom the user expected
    std::vector<AttachedFile> attached;  // to a message of the user
    bool untrusted = false;              // the answer rests on text of others
    std::optional<agent::DocumentAnswer> documents;  // what an answer from documents rests on
    ActionRecord action;                             // where kind is Action
};

}  // namespace hearth::app
