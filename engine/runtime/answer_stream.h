// From sampled tokens to what a person sees: whole characters only, and nothing that might still turn out to
// be a stop string. Events are kept until their text is settled and then given out in order, each once.
// Used by one thread; the Tokenizer must outlive it.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "engine/session.h"
#include "runtime/stop_strings.h"

namespace hearth::engine {

class AnswerStream {
  public:
    AnswerStream(const Tokenizer& tokenizer, std::vector<std::string> stops,
                 std::function<void(const TokenEvent&)> onToken);

    // True once a stop string is complete; nothing may be pushed after that.
    bool push(TokenEvent event);
    // Gives out what was held back.
    void finish();
    // The answer without the stop string.
    const std::string& text() const { return stops_.text(); }

  private:
    void release(std::size_t safe);

    struct Held {
        TokenEvent event;
        std::size_t end;  // of its text in the answer
    };
    StreamDecoder decoder_;
    StopStrings stops_;
    std::function<void(const TokenEvent&)> onToken_;
    std::deque<Held> held_;
    std::size_t given_ = 0;  // bytes of the answer that were given out
};

}  // namespace hearth::engine
