#include "conversation/answer_speaker.h"

#include "engine/conversation_prompt.h"

namespace hearth::agent {

using Kind = engine::AnswerPart::Kind;

void AnswerSpeaker::hear(const engine::TokenEvent& event) {
    say(parser_->push(engine::markedText(event, tokenizer_)));
}

void AnswerSpeaker::finish() {
    say(parser_->finish());
    if (!text_.empty() || !calls_.empty() || malformed_.empty()) return;
    text_ = malformed_;
    sink_(TextDelta{malformed_});
}

void AnswerSpeaker::say(const std::vector<engine::AnswerPart>& parts) {
    for (const engine::AnswerPart& part : parts) {
        switch (part.kind) {
            case Kind::Text:
                text_ += part.text;
                sink_(TextDelta{part.text});
                break;
            case Kind::Reasoning:
                sink_(ThoughtDelta{part.text});
                break;
            case Kind::Call:
                calls_.push_back(part.call);
                break;
            case Kind::Malformed:
                malformed_ = part.text;
                break;
        }
    }
}

}  // namespace hearth::agent
