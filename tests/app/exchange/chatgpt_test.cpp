// A small conversations.json that has what real ones have: a root without a message, a hidden system message,
// a tool's call and output, two versions of an answer, a picture.
#include <gmock/gmock.h>

#include "exchange/exchange.h"

namespace hearth::app {
namespace {

constexpr const char* kExport = R"json([
 {"title": "Trip to Lisbon", "create_time": 1700000000.25, "update_time": 1700000900.5,
  "current_node": "a2", "mapping": {
   "root": {"id": "root", "message": null, "parent": null, "children": ["sys"]},
   "sys": {"id": "sys", "parent": "root", "children": ["u1"], "message": {
     "author": {"role": "system"}, "content": {"content_type": "text", "parts": [""]},
     "metadata": {"is_visually_hidden_from_conversation": true}}},
   "u1": {"id": "u1", "parent": "sys", "children": ["a1", "call"], "message": {
     "author": {"role": "user"}, "create_time": 1700000001.0,
     "content": {"content_type": "multimodal_text", "parts": [
       {"content_type": "image_asset_pointer", "asset_pointer": "file-service://x"}, "What is in Lisbon?"]}}},
   "a1": {"id": "a1", "parent": "u1", "children": [], "message": {
     "author": {"role": "assistant"}, "create_time": 1700000002.0, "recipient": "all",
     "content": {"content_type": "text", "parts": ["First answer"]}, "metadata": {"model_slug": "gpt-4o"}}},
   "call": {"id": "call", "parent": "u1", "children": ["out"], "message": {
     "author": {"role": "assistant"}, "recipient": "browser",
     "content": {"content_type": "code", "text": "search('Lisbon')"}}},
   "out": {"id": "out", "parent": "call", "children": ["a2"], "message": {
     "author": {"role": "tool", "name": "browser"}, "content": {"content_type": "text", "parts": ["..."]}}},
   "a2": {"id": "a2", "parent": "out", "children": [], "message": {
     "author": {"role": "assistant"}, "create_time": 1700000003.0, "recipient": "all",
     "content": {"content_type": "text", "parts": ["Second answer", "in two parts"]}}}
  }},
 {"title": null, "create_time": null, "mapping": {
   "a": {"id": "a", "parent": "b", "children": ["b"], "message": {"author": {"role": "user"},
     "content": {"content_type": "text", "parts": ["a loop"]}}},
   "b": {"id": "b", "parent": "a", "children": ["a"], "message": null}
 }},
 {"title": "Nothing said", "mapping": {}}
])json";

TEST(ChatGpt, TreesComeOverWithTheirBranches) {
    const auto read = readConversations(kExport);
    ASSERT_TRUE(read) << read.error().text();
    ASSERT_EQ(read->size(), 1u);  // nothing in the others can be reached from a beginning
    const WholeConversation& trip = read->front();
    EXPECT_EQ(trip.record.title, "Trip to Lisbon");
    EXPECT_EQ(trip.record.createdMs, 1700000000250);
    EXPECT_EQ(trip.record.updatedMs, 1700000900500);
    ASSERT_EQ(trip.messages.size(), 3u);
    EXPECT_EQ(trip.messages[0].kind, MessageKind::User);
    EXPECT_EQ(trip.messages[0].parent, 0);
    EXPECT_EQ(trip.messages[0].text, "(image_asset_pointer)\n\nWhat is in Lisbon?");
    EXPECT_EQ(trip.messages[1].text, "First answer");
    EXPECT_EQ(trip.messages[1].model, "gpt-4o");
    EXPECT_EQ(trip.messages[2].text, "Second answer\n\nin two parts");
    EXPECT_EQ(trip.messages[1].parent, trip.messages[0].id);
    EXPECT_EQ(trip.messages[2].parent, trip.messages[0].id);  // past the tool
    EXPECT_EQ(trip.record.leaf, trip.messages[2].id);
}

TEST(ChatGpt, OneConversationByItself) {
    const auto read = readConversations(R"({"title":"T","mapping":{"n":{"message":{"author":{"role":"user"},
        "create_time":1e300,"content":{"content_type":"text","parts":["hi",7,null]}}}}})");
    ASSERT_TRUE(read) << read.error().text();
    EXPECT_EQ(read->front().messages.front().text, "hi");
    EXPECT_EQ(read->front().messages.front().createdMs, 0);
}

TEST(ChatGpt, WrongTypesAreNoHarm) {
    for (
        const char* odd :
        {R"([{"mapping":{"n":7}}])", R"([{"mapping":{"n":{"message":[]}}}])",
         R"([{"mapping":{"n":{"message":{"author":7}}}}])", R"([{"title":7,"mapping":{"n":{"children":7}}}])",
         R"([{"mapping":{"n":{"message":{"author":{"role":"user"},"metadata":7,"content":7}}}}])",
         R"([{"mapping":{"n":{"message":{"author":{"role":"user"},"content":{"content_type":[],"parts":{}}}}}}])"}) {
        const auto read = readConversations(odd);
        ASSERT_TRUE(read) << odd;
        EXPECT_TRUE(read->empty()) << odd;
    }
}

}  // namespace
}  // namespace hearth::app
