// Answers whose parts stand between markers: nearly every family's. See AnswerFormat.
#pragma once

#include <optional>
#include <string>

#include "text/answer/body_scan.h"
#include "text/answer/format.h"

namespace hearth::engine::answer {

class MarkedParser final : public AnswerParser {
  public:
    MarkedParser(AnswerFormat format, Tools tools, std::string_view prompt);

    std::vector<AnswerPart> push(std::string_view bytes) override;
    std::vector<AnswerPart> finish() override;
    std::optional<OpenCall> openCall() const override;

  private:
    // Each takes what it can from the buffer and gives whether it got on.
    bool step();
    bool stepText(bool last);
    bool stepReasoning();
    bool stepCall();
    bool stepBare();

    struct Found {
        std::size_t at = std::string::npos;  // npos: none
        std::string_view marker;
        const Section* section = nullptr;  // null: a marker to drop
        std::size_t safe = 0;              // bytes before anything that may still become a marker
    };
    Found findMarker() const;
    enum class Bare { No, Yes, Unknown };
    Bare beginBare();
    void endBare(const std::string& body);
    bool offered(const std::vector<ToolCall>& calls) const;
    void begin(const Section& section);
    void show(std::string_view text, AnswerPart::Kind kind);
    void endCall(std::string_view body, CallReader read);
    void finishCall();
    void report(std::string_view body, const char* why);

    AnswerFormat format_;
    Tools tools_;
    std::string buffer_;             // not settled yet
    const Section* open_ = nullptr;  // the section we are in
    bool inBare_ = false;            // in what may be a call without markers
    BodyScan scan_;
    std::size_t scanned_ = 0;  // of the buffer
    std::string space_;        // white space that is shown only if something follows
    bool shown_ = false;       // something of this kind was shown: before that, white space is dropped
    bool bareAllowed_;         // nothing of the answer was shown yet, and tools were offered
    std::vector<AnswerPart> out_;
};

}  // namespace hearth::engine::answer
