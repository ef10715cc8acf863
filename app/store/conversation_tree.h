// The messages of one conversation as a tree, and the branch of it that is on show. Edit and regenerate add
// siblings; nothing is ever overwritten. Used on one thread (the GUI's); owns its records.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "store/records.h"

namespace hearth::app {

class ConversationTree {
  public:
    // Takes the records of one conversation in any order; those whose parent is missing hang at the root.
    ConversationTree(ConversationRecord conversation, std::vector<MessageRecord> messages);

    const ConversationRecord& conversation() const { return conversation_; }
    ConversationRecord& conversation() { return conversation_; }

    // Message ids from the first to the leaf.
    const std::vector<std::int64_t>& branch() const { return branch_; }
    std::int64_t leaf() const { return branch_.empty() ? 0 : branch_.back(); }
    int rowOf(std::int64_t id) const;  // in the branch; -1: not on show

    const MessageRecord* find(std::int64_t id) const;
    MessageRecord* find(std::int64_t id);
    MessageRecord* findAction(const std::string& action);  // by the id of its ProposedAction; null: none
    MessageRecord* findEntry(std::int64_t auditId);        // the action that the log knows by this number

    // Adds below `record.parent` and shows the branch it is in. Returns true where the branch on show only
    // grew by one at its end.
    bool add(MessageRecord record);

    // The versions of a message in the order they were made, the message itself among them.
    std::vector<std::int64_t> versions(std::int64_t id) const;
    // Shows the branch through `id`, down to the newest message below it.
    void show(std::int64_t id);

    // What the model needs to know of the branch down to and with `last`: actions belong to the answer
    // around them.
    std::vector<agent::Message> history(std::int64_t last) const;

  private:
    void rebuildBranch(std::int64_t leaf);

    ConversationRecord conversation_;
    std::map<std::int64_t, MessageRecord> messages_;
    std::map<std::int64_t, std::vector<std::int64_t>> children_;  // by parent, in the order they were made
    std::vector<std::int64_t> branch_;
};

}  // namespace hearth::app
