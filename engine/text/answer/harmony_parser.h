// gpt-oss's answers: messages with a header (channel, recipient) and a body (OpenAI Harmony response format).
// The channel "analysis" is reasoning, a recipient makes a call, everything else is shown.
#pragma once

#include <string>

#include "text/answer/call_readers.h"

namespace hearth::engine::answer {

class HarmonyParser final : public AnswerParser {
  public:
    std::vector<AnswerPart> push(std::string_view bytes) override;
    std::vector<AnswerPart> finish() override;
    std::optional<OpenCall> openCall() const override;

  private:
    void take(std::string_view marker);
    void addText(std::string_view text);
    void endMessage(bool complete);
    std::string recipient() const;
    std::string channel() const;

    std::string buffer_;
    std::string header_;  // what stands between the markers before the body
    std::string body_;    // of a call
    bool inBody_ = false;
    std::vector<AnswerPart> out_;
};

}  // namespace hearth::engine::answer
