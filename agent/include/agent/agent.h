// The agent: takes one request through model, approval and tools, and says what happened through events.
// One Agent serves one conversation context at a time; all calls come from the assistant's worker thread,
// events go out on that thread. It owns nothing that outlives it: model, tools and logs are handed in.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "agent/documents.h"
#include "agent/tool.h"
#include "base/cancel.h"
#include "base/result.h"

namespace hearth::agent {

// A message of the conversation so far, oldest first. For the assistant's turns `calls` are what it called.
struct Message {
    enum class Role { User, Assistant };
    Role role = Role::User;
    std::string text;
    std::vector<Call> calls;
    std::string others = {};  // text of others that the user put beside this message: data, never a request
    // What the assistant said here rests on text of others: documents, the web, other programs' tools.
    bool untrusted = false;
};

// Whether a larger model elsewhere may answer in this conversation.
enum class RemoteUse { Never, Ask, Automatic };

struct Request {
    std::uint64_t id = 0;
    std::string text;
    std::vector<Message> history;
    std::string begun = {};  // not empty: the beginning of the answer, which is only to be continued in words
    bool reasoning = false;  // a larger model that can may think before it answers
    RemoteUse remote = RemoteUse::Never;
    // The user has seen what is sent and agreed: to this request, or with Automatic, to this conversation.
    bool remoteAgreed = false;
    std::int64_t conversation = 0;  // whose stand-ins are kept; 0: they go with the program
    std::string others = {};        // as in Message, of this request
    DocumentScope documents = {};
};

// How long undo is offered for what was done; the log can take back older actions by their number.
inline constexpr std::int64_t kUndoSeconds = 86400;

// An action that waits for the user (writes), or that was a read and ran at once.
struct ProposedAction {
    std::string id;  // unique in this program run and on disk
    std::string tool;
    std::string verb;
    std::string icon;
    Prepared prepared;
    std::int64_t replaces = 0;  // audit id of the executed action that is taken back when this one runs
};

struct ActionDone {
    std::string id;  // of the ProposedAction
    bool ok = false;
    std::string text;
    std::string link;
    std::string items;
    std::int64_t auditId = 0;  // 0: not logged
    bool undoable = false;
};

// A card that waited is no longer of use: the user said no, or asked for a change that a new card proposes.
struct ActionDropped {
    std::string id;
};

struct TextDelta {
    std::string text;
};
// What a model tells itself before it answers.
struct ThoughtDelta {
    std::string text;
};
struct PrefillProgress {
    int done = 0;
    int total = 0;
};
// What of the conversation the model was given. All 0 where no model was asked.
struct ContextUse {
    int tokens = 0;      // that the model was given
    int capacity = 0;    // that it can hold
    int leftOut = 0;     // oldest messages that it was not given as they are
    int summarized = 0;  // of those, how many it was given as `summary`
    std::string summary;
};
// The answer is complete; `text` is what was said after the last action. `offerLargerModel`: the built-in
// model is too small for this.
struct AnswerDone {
    std::string text;  // where it was continued, only what is new
    std::vector<Call> calls;
    bool stopped = false;  // by the user
    bool offerLargerModel = false;
    double tokensPerSecond = 0;
    bool cutShort = false;  // it was as long as an answer may be: there is more to say
    ContextUse context;
    std::string host = {};         // where a larger model elsewhere answered; empty: this device
    std::string remoteModel = {};  // which one that was
    std::optional<DocumentAnswer> documents = {};  // set where documents were searched
    bool untrusted = false;                        // as in Message
};

// What the user must know of the answer that follows: who speaks, and why not whom they expected.
struct AnswerNote {
    std::string text;
};

// A line of what would be sent.
struct HandOverLine {
    bool byUser = true;
    std::string original;
    std::string masked;
};

// A larger model elsewhere could answer: what exactly it would be sent. To agree, ask again with
// remoteAgreed; to decline, ask again with RemoteUse::Never.
struct HandOverOffer {
    std::string host;
    std::string model;
    std::string text;                                           // with stand-ins
    std::vector<std::pair<std::string, std::string>> replaced;  // original, stand-in
    std::vector<HandOverLine> lines = {};                       // the same as `text`, line by line
};

using Event = std::variant<TextDelta, ThoughtDelta, PrefillProgress, ProposedAction, ActionDone,
                           ActionDropped, AnswerDone, AnswerNote, HandOverOffer>;
using EventSink = std::function<void(const Event&)>;

// A card that was open when the program ended: it waits again, or it had been carried out by then.
using Resumed = std::variant<ProposedAction, ActionDone>;

class Agent {
  public:
    virtual ~Agent() = default;

    // Runs a request until it is answered or waits for approval. Events arrive before it returns.
    virtual base::Result<void> ask(const Request& request, const EventSink& sink,
                                   base::CancelToken cancel) = 0;

    // Resolves the card again after the user edited `fields` of a waiting action.
    virtual base::Result<ProposedAction> edit(const std::string& actionId,
                                              const std::vector<Field>& fields) = 0;
    // Runs a waiting action with `fields` (empty: as proposed), or drops it.
    virtual base::Result<ActionDone> confirm(const std::string& actionId, const std::vector<Field>& fields,
                                             base::CancelToken cancel) = 0;
    virtual void decline(const std::string& actionId) = 0;
    // A few words that say what a conversation is about. Unsupported where no model can tell.
    virtual base::Result<std::string> suggestTitle(const std::vector<Message>& conversation,
                                                   base::CancelToken cancel) {
        (void)conversation;
        (void)cancel;
        return base::fail(base::ErrorCode::Unsupported, "No model that could name a conversation is open");
    }
    // Takes up a card of an earlier run of the program: prepared anew, so that its times and warnings are
    // those of now, or what became of it. A failed one can be confirmed again.
    virtual base::Result<Resumed> resume(const ProposedAction& action) = 0;
    // Takes back an executed action by its audit entry. Gives the sentence that says so.
    virtual base::Result<std::string> undo(std::int64_t auditId) = 0;
};

}  // namespace hearth::agent
