#include "handover/agent_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "app/records.h"

namespace hearth::app {
namespace {

using nlohmann::json;

// By way of a line of text, as between two programs.
agent::Event there(const agent::Event& event) {
    return eventFromJson(json::parse(lineOf(toJson(event)))).value();
}

TEST(AgentJson, EventsComeThroughWhole) {
    EXPECT_EQ(std::get<agent::ThoughtDelta>(there(agent::ThoughtDelta{"Hm."})).text, "Hm.");
    EXPECT_EQ(std::get<agent::TextDelta>(there(agent::TextDelta{"Grüße\n"})).text, "Grüße\n");
    EXPECT_EQ(std::get<agent::ThoughtDelta>(there(agent::ThoughtDelta{"hm"})).text, "hm");
    EXPECT_EQ(std::get<agent::PrefillProgress>(there(agent::PrefillProgress{3, 9})).total, 9);
    EXPECT_EQ(std::get<agent::ActionDropped>(there(agent::ActionDropped{"a1"})).id, "a1");

    auto proposed = actionMessage(1, 0, "a1").action.proposed;
    proposed.replaces = 7;
    proposed.prepared.question = "When?";
    proposed.prepared.fields[1].type = agent::ArgumentType::Date;
    proposed.prepared.fields[1].choices = {"today", "tomorrow"};
    proposed.prepared.fields[1].labels = {"heute", "morgen"};
    const auto card = std::get<agent::ProposedAction>(there(proposed));
    EXPECT_EQ(card.id, "a1");
    EXPECT_EQ(card.replaces, 7);
    EXPECT_EQ(card.prepared.question, "When?");
    EXPECT_EQ(card.prepared.fields[1].type, agent::ArgumentType::Date);
    EXPECT_EQ(card.prepared.fields[1].choices.size(), 2u);
    EXPECT_EQ(card.prepared.fields[1].labelOf("tomorrow"), "morgen");
    EXPECT_EQ(card.prepared.warnings, proposed.prepared.warnings);

    agent::ActionDone done;
    done.ok = done.undoable = true;
    done.auditId = 5;
    done.items = "[1]";
    const auto outcome = std::get<agent::ActionDone>(there(done));
    EXPECT_TRUE(outcome.ok && outcome.undoable);
    EXPECT_EQ(outcome.auditId, 5);
    EXPECT_EQ(outcome.items, "[1]");

    agent::AnswerDone answer;
    answer.calls = {{"create_event", {{"attendees", "Ana"}, {"attendees", "Ben"}}}};
    answer.offerLargerModel = true;
    answer.context.leftOut = 4;
    answer.host = "gateway.example.org";
    const auto heard = std::get<agent::AnswerDone>(there(answer));
    EXPECT_EQ(heard.calls.at(0).arguments, answer.calls.at(0).arguments);
    EXPECT_TRUE(heard.offerLargerModel);
    EXPECT_EQ(heard.context.leftOut, 4);
    EXPECT_EQ(heard.host, answer.host);
    EXPECT_EQ(std::get<agent::AnswerNote>(there(agent::AnswerNote{"It failed."})).text, "It failed.");
    agent::HandOverOffer offer{"h", "large", "user: Kim?", {{"Ana", "Kim"}}, {{true, "Ana?", "Kim?"}}};
    const auto offered = std::get<agent::HandOverOffer>(there(offer));
    EXPECT_EQ(offered.replaced, offer.replaced);
    EXPECT_EQ(offered.lines.at(0).original, "Ana?");
    EXPECT_EQ(offered.lines.at(0).masked, "Kim?");
}

TEST(AgentJson, ErrorsKeepTheirKind) {
    const base::Error error{base::ErrorCode::Conflict, "Taken", "/x"};
    const auto back = errorFromJson(json::parse(lineOf(toJson(error))));
    EXPECT_EQ(back.code, error.code);
    EXPECT_EQ(back.text(), error.text());
    EXPECT_EQ(errorFromJson({{"code", 99}}).code, base::ErrorCode::Internal);
}

TEST(AgentJson, WhatIsUnknownOrDamagedIsNoEvent) {
    EXPECT_FALSE(eventFromJson({{"of_the_future", 1}}));
    EXPECT_THROW((void)eventFromJson({{"text", 1}}), json::exception);
    EXPECT_NO_THROW((void)lineOf({{"text", "\xff broken"}}));
}

}  // namespace
}  // namespace hearth::app
