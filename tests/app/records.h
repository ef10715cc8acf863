// Messages and conversations for tests.
#pragma once

#include <string>
#include <utility>

#include "store/records.h"

namespace hearth::app {

inline MessageRecord message(std::int64_t id, std::int64_t parent, MessageKind kind, std::string text,
                             std::int64_t conversation = 1) {
    MessageRecord record;
    record.id = id;
    record.conversation = conversation;
    record.parent = parent;
    record.kind = kind;
    record.text = std::move(text);
    record.createdMs = 1000 + id;
    return record;
}

inline agent::Field field(std::string name, std::string value) {
    agent::Field out;
    out.label = out.name = std::move(name);
    out.value = std::move(value);
    return out;
}

inline MessageRecord actionMessage(std::int64_t id, std::int64_t parent, const std::string& actionId) {
    auto record = message(id, parent, MessageKind::Action, "");
    record.state = MessageState::Streaming;
    record.action.proposed.id = actionId;
    record.action.proposed.tool = "create_event";
    record.action.proposed.verb = "Add to calendar";
    record.action.proposed.icon = "calendar";
    record.action.proposed.prepared.summary = "Lunch, tomorrow 12:00";
    record.action.proposed.prepared.fields = {field("title", "Lunch"), field("date", "2026-11-23")};
    record.action.proposed.prepared.warnings = {"Overlaps “Stand-up”"};
    return record;
}

}  // namespace hearth::app
