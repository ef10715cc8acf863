// Conversations in and out: Markdown to read, JSON with everything, and the export of ChatGPT
// (conversations.json). Pure functions of text; what comes from outside is untrusted. Any thread.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "store/records.h"

namespace hearth::app {

struct WholeConversation {
    ConversationRecord record;
    std::vector<MessageRecord> messages;  // the whole tree, parents before children
};

// The branch on show as headings and text, with actions as quoted lines. readMarkdown() takes it back: texts
// and roles, but not what the cards held nor other branches.
std::string toMarkdown(const WholeConversation& conversation);
// Everything: all branches, cards and calls.
std::string toJson(const std::vector<WholeConversation>& conversations);

// Reads any of the three; which one it is shows in the text. Ids are those of the text or count from 1:
// ConversationImporter gives new ones. Conversations without messages are left out. Errors: InvalidInput says
// what is wrong and where; Unsupported for JSON of another program.
base::Result<std::vector<WholeConversation>> readConversations(const std::string& text);

// The parts of readConversations().
base::Result<std::vector<WholeConversation>> readMarkdown(const std::string& text);
base::Result<std::vector<WholeConversation>> readHearthJson(const std::string& text);
base::Result<std::vector<WholeConversation>> readChatGpt(const std::string& text);

}  // namespace hearth::app
