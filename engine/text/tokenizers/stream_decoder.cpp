#include "base/utf8.h"
#include "engine/tokenizer.h"

namespace hearth::engine {

std::string StreamDecoder::push(TokenId id) {
    const std::string bytes = tokenizer_.bytes(id);
    if (bytes.empty()) return flush();  // a control token: what was begun before it stays incomplete
    pending_ += bytes;
    const std::size_t complete = pending_.size() - base::incompleteUtf8Tail(pending_);
    std::string out = base::repairUtf8(std::string_view(pending_).substr(0, complete));
    pending_.erase(0, complete);
    return out;
}

std::string StreamDecoder::flush() {
    std::string out = base::repairUtf8(pending_);
    pending_.clear();
    return out;
}

}  // namespace hearth::engine
