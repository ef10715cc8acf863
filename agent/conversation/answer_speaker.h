// Takes a model's answer apart while it streams: the text goes out, the calls are kept, and what cannot be
// read as a call is never shown as it is. For one answer, on one thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "agent/agent.h"
#include "engine/answer_parser.h"
#include "engine/session.h"

namespace hearth::agent {

class AnswerSpeaker {
  public:
    // The tokenizer and `sink`, which gets TextDelta and ThoughtDelta, must outlive it.
    AnswerSpeaker(std::unique_ptr<engine::AnswerParser> parser, const engine::Tokenizer& tokenizer,
                  const EventSink& sink)
        : parser_(std::move(parser)), tokenizer_(tokenizer), sink_(sink) {}

    void hear(const engine::TokenEvent& event);
    void finish();  // once, at the end

    const std::string& text() const { return text_; }
    const std::vector<engine::ToolCall>& calls() const { return calls_; }
    // Why something that was meant as a call is none; empty: all were read.
    const std::string& malformed() const { return malformed_; }

  private:
    void say(const std::vector<engine::AnswerPart>& parts);

    std::unique_ptr<engine::AnswerParser> parser_;
    const engine::Tokenizer& tokenizer_;
    const EventSink& sink_;
    std::string text_;
    std::vector<engine::ToolCall> calls_;
    std::string malformed_;
};

}  // namespace hearth::agent
