// A whole AgentLoop over a scripted model, the real tools, a data folder of its own, and a conversation.
#pragma once

#include "agent/approval.h"
#include "fakes/calendar_fixture.h"
#include "fakes/scripted_model.h"
#include "loop/agent_loop.h"

namespace hearth::tests {

class AgentFixture : public CalendarFixture {
  protected:
    AgentFixture()
        : approval_(dir_ / "approval.json"),
          log_(privacy::AuditLog::open(dir_ / "hearth.db").value()),
          runner_(registry_, log_, context_),
          loop_({registry_, context_, approval_, runner_,
                 agent::loop::Replies::read(HEARTH_SOURCE "/assets/prompts/replies.json").value(),
                 std::make_unique<ScriptedModel>(script_), nullptr}) {}

    // What came of one request.
    struct Heard {
        std::vector<agent::ProposedAction> proposed;
        std::vector<agent::ActionDone> done;
        std::vector<std::string> dropped;
        agent::AnswerDone answer;
        bool answered = false;
    };
    // Says `text` in the conversation; `answer` is what the model makes of it.
    Heard say(const std::string& text, const std::string& answer = {}) {
        if (!answer.empty()) script_.answers[text] = answer;
        Heard heard;
        auto asked = loop_.ask({1, text, history_}, [&](const agent::Event& e) { take(e, heard); }, {});
        EXPECT_TRUE(asked) << asked.error().text();
        history_.push_back({agent::Message::Role::User, text, {}});
        history_.push_back({agent::Message::Role::Assistant, heard.answer.text, heard.answer.calls});
        history_.back().untrusted = heard.answer.untrusted;
        return heard;
    }
    agent::ActionDone confirm(const std::string& id, const std::vector<agent::Field>& fields = {}) {
        auto done = loop_.confirm(id, fields, {});
        EXPECT_TRUE(done) << done.error().text();
        return done ? *done : agent::ActionDone{};
    }

    static void take(const agent::Event& event, Heard& heard) {
        if (const auto* proposed = std::get_if<agent::ProposedAction>(&event))
            heard.proposed.push_back(*proposed);
        if (const auto* done = std::get_if<agent::ActionDone>(&event)) heard.done.push_back(*done);
        if (const auto* dropped = std::get_if<agent::ActionDropped>(&event))
            heard.dropped.push_back(dropped->id);
        if (const auto* answer = std::get_if<agent::AnswerDone>(&event)) {
            EXPECT_FALSE(heard.answered) << "a request is answered once";
            heard.answered = true;
            heard.answer = *answer;
        }
    }

    ScriptedModel::Script script_;
    agent::ApprovalPolicy approval_;
    privacy::AuditLog log_;
    agent::loop::ActionRunner runner_;
    agent::loop::AgentLoop loop_;
    std::vector<agent::Message> history_;
};

}  // namespace hearth::tests
