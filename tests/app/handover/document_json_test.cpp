#include "handover/document_json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "app/document_records.h"
#include "handover/agent_json.h"

namespace hearth::app {
namespace {

using nlohmann::json;

TEST(DocumentJson, AnswersComeThroughWhole) {
    const auto answer = documentAnswer();
    EXPECT_EQ(documentsFromJson(json::parse(documentsToJson(answer).dump())), answer);
    agent::AnswerDone done;
    done.documents = answer;
    done.untrusted = true;
    const auto event = eventFromJson(json::parse(lineOf(toJson(agent::Event(done)))));
    ASSERT_TRUE(event);
    EXPECT_EQ(std::get<agent::AnswerDone>(*event).documents, answer);
    EXPECT_TRUE(std::get<agent::AnswerDone>(*event).untrusted);
}

TEST(DocumentJson, ShowsReadersWhereAndWhat) {
    const auto source = documentsToJson(documentAnswer()).at("sources").at(0);
    EXPECT_EQ(source.at("place"), "page 3, Sheet1 B7, Rent › Monthly");
    EXPECT_EQ(source.at("answer"), "The rent is 800.");
}

TEST(DocumentJson, ScopesComeThroughWhole) {
    const agent::DocumentScope scope{agent::DocumentScope::Use::Only, {"/a", "/b"}, 5, 9};
    EXPECT_EQ(scopeFromJson(scopeToJson(scope)), scope);
    EXPECT_EQ(scopeFromJson(json::object()), agent::DocumentScope{});
    EXPECT_EQ(scopeFromJson({{"use", 99}}).use, agent::DocumentScope::Use::None);
}

TEST(DocumentJson, MarksThatDoNotFitTheTextAreDropped) {
    auto j = json::parse(documentsToJson(documentAnswer()).dump());
    for (const json& mark : {json{5, 900}, json{9, 3}, json{1}}) {
        j["sources"][0]["mark"] = mark;
        const auto source = documentsFromJson(j).sources.at(0);
        EXPECT_EQ(source.markBegin, source.markEnd) << mark;
    }
}

}  // namespace
}  // namespace hearth::app
