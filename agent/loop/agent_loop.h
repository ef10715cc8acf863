// The Agent over an ActionModel: decode, prepare, ask what is missing, wait for a yes, run, report.
// Worker thread only; what it is given must outlive it.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "agent/approval.h"
#include "agent/hand_over.h"
#include "agent/tool_registry.h"
#include "conversation/chat_answer.h"
#include "documents/answerer.h"
#include "loop/action_model.h"
#include "loop/action_runner.h"
#include "loop/replies.h"
#include "routing/tool_ranking.h"

namespace hearth::agent::loop {

class AgentLoop final : public Agent {
  public:
    struct Parts {
        const ToolRegistry& tools;
        const ToolContext& context;
        const ApprovalPolicy& approval;
        ActionRunner& runner;
        Replies replies;
        std::unique_ptr<ActionModel> model;  // may be null: conversation only
        std::unique_ptr<ChatAnswer> chat;    // may be null: actions only
        HandOver* handOver = nullptr;        // to a larger model elsewhere; may be null
    };
    explicit AgentLoop(Parts parts)
        : parts_(std::move(parts)),
          ranking_(parts_.tools.specs()),
          answerer_(*parts_.context.clock, parts_.context.phrases) {}

    base::Result<void> ask(const Request& request, const EventSink& sink, base::CancelToken cancel) override;
    base::Result<ProposedAction> edit(const std::string& actionId, const std::vector<Field>& fields) override;
    base::Result<ActionDone> confirm(const std::string& actionId, const std::vector<Field>& fields,
                                     base::CancelToken cancel) override;
    void decline(const std::string& actionId) override;
    base::Result<Resumed> resume(const ProposedAction& action) override;
    base::Result<std::string> undo(std::int64_t auditId) override;

    base::Result<std::string> suggestTitle(const std::vector<Message>& conversation,
                                           base::CancelToken cancel) override;

    void setChat(std::unique_ptr<ChatAnswer> chat) { parts_.chat = std::move(chat); }
    void setHandOver(HandOver* handOver) { parts_.handOver = handOver; }
    void setDocuments(PassageFinder* library) { answerer_.setFinder(library); }
    ChatAnswer* chat() const { return parts_.chat.get(); }  // may be null

  private:
    // A card on show.
    struct Waiting {
        ProposedAction action;
        bool logged = true;
    };
    // What was done last, for "make it 3 instead".
    struct Executed {
        Call call;
        std::int64_t auditId = 0;
        bool undoable = false;
    };
    // One request on its way.
    struct Turn {
        const Request& request;
        const EventSink& sink;
        base::CancelToken cancel;
        Decoded decoded;
        AnswerDone done;
        int steps = 0;
        bool untrusted = false;  // text of others is part of it: nothing runs without a yes
    };

    base::Result<void> act(Turn& turn);
    base::Result<void> finish(Turn& turn, const std::string& text);
    // A fixed sentence for the topic, in the user's language.
    std::string reply(const std::string& topic, std::size_t turn = 0) const;
    // The error with its sentence in the user's language.
    tl::unexpected<base::Error> said(base::Error error) const;
    base::Result<void> converse(Turn& turn, const std::string& topic);
    // By the model on this device. With `watch`: false where it is unsure and has said nothing.
    base::Result<bool> converseHere(Turn& turn, const std::string& topic, routing::Uncertainty* watch);
    base::Result<void> converseElsewhere(Turn& turn, const std::string& topic);
    bool offerElsewhere(Turn& turn);
    RemoteUse remoteUseOf(const Request& request) const;
    // From documents (agent_documents.cpp). False: none of them answers, and something else may.
    base::Result<bool> answerFromDocuments(Turn& turn);
    bool asksDocuments(const Turn& turn) const;
    bool seemsAQuestion(const Turn& turn) const;
    static const char* whyNothing(const Turn& turn);  // topic of the reply
    std::string timeNow() const;
    base::Result<void> steer(Turn& turn, const std::string& action);
    base::Result<void> amend(Turn& turn, const Call& call);
    base::Result<void> undoLast(Turn& turn);
    // One call of a tool: card, and where nobody need be asked, result.
    base::Result<void> call(Turn& turn, const Call& call, double logprob, std::int64_t replaces);
    base::Result<void> run(Turn& turn, const Waiting& waiting, bool automatic);

    // With a larger model (agent_talk.cpp). What came of a call, in words for the model; `waits`: a card is
    // on show.
    struct CallResult {
        std::string text;
        bool waits = false;
    };
    bool leftToChat(Turn& turn);
    base::Result<void> talk(Turn& turn) { return converse(turn, "other"); }
    base::Result<bool> talkHere(Turn& turn, routing::Uncertainty* watch);
    void choose(const Turn& turn);  // the tools to offer
    std::vector<const ToolSpec*> offered() const;
    base::Result<bool> carryOut(Turn& turn, const std::string& said,
                                const std::vector<engine::ToolCall>& calls, std::vector<ChatLine>& since,
                                std::vector<Call>& called);
    base::Result<CallResult> callOnce(Turn& turn, const Call& request);

    // True where the text was taken as the answer to the open card's question.
    base::Result<bool> answerQuestion(Turn& turn);
    std::string answerFor(const Waiting& waiting, const std::string& text) const;
    // True where the text picked one of the "Did you mean" functions: then it is decoded again.
    bool pickOption(Turn& turn, std::string& function);
    bool offerOptions(Turn& turn);

    void dropOwnOverlap(Waiting& waiting) const;
    Waiting* openCard();
    void drop(Turn& turn, const std::string& id);
    std::optional<Executed> lastExecuted(const Request& request);
    base::Result<ActionDone> execute(const Waiting& waiting, bool automatic, base::CancelToken cancel);
    // Puts back what was taken back for a successor that failed. Gives what to add to the sentence.
    std::string putBack(const Waiting& waiting);

    Parts parts_;
    ToolRanking ranking_;
    documents::Answerer answerer_;
    std::vector<std::string> offered_;  // to the larger model, in this conversation
    std::vector<std::string> guests_;   // of other programs, for this request
    std::map<std::string, Waiting> waiting_;
    std::string openCard_;  // the newest card that waits
    std::optional<Executed> executed_;
    std::vector<std::string> options_;  // functions of "Did you mean"
    std::string optionsText_;           // and the request that they are for
};

}  // namespace hearth::agent::loop
