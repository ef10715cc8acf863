#include "runtime/answer_stream.h"

#include <algorithm>

namespace hearth::engine {

AnswerStream::AnswerStream(const Tokenizer& tokenizer, std::vector<std::string> stops,
                           std::function<void(const TokenEvent&)> onToken)
    : decoder_(tokenizer), stops_(std::move(stops)), onToken_(std::move(onToken)) {}

bool AnswerStream::push(TokenEvent event) {
    const bool stopped = stops_.push(decoder_.push(event.id));
    held_.push_back({std::move(event), stops_.text().size()});
    // A token whose character is incomplete waits, so that at the end its rest has an event to go with.
    const std::size_t waiting = decoder_.pending() && !stopped ? 1 : 0;
    while (held_.size() > waiting && held_.front().end <= stops_.safe()) release(stops_.safe());
    return stopped;
}

void AnswerStream::finish() {
    if (!held_.empty() && decoder_.pending()) {
        if (!stops_.push(decoder_.flush())) held_.back().end = stops_.text().size();
    }
    while (!held_.empty()) release(stops_.text().size());
}

void AnswerStream::release(std::size_t safe) {
    Held held = std::move(held_.front());
    held_.pop_front();
    const std::size_t end = std::max(given_, std::min(held.end, safe));
    held.event.text = stops_.text().substr(given_, end - given_);
    given_ = end;
    if (onToken_) onToken_(held.event);
}

}  // namespace hearth::engine
