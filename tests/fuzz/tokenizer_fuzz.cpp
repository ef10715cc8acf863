// Vocabularies: whatever a file says, a tokenizer that loads turns any text into ids that exist and back.
#include <cstdlib>
#include <span>

#include "fuzz/targets.h"
#include "gguf/reader.h"
#include "text/tokenizers/load.h"

namespace hearth::fuzz {

void tokenizer(const std::uint8_t* data, std::size_t size) {
    const auto file = engine::gguf::File::parse(std::as_bytes(std::span(data, size)), "fuzz");
    if (!file) return;
    const auto made = engine::loadTokenizer(*file);
    if (!made) {
        if (made.error().message.empty()) std::abort();
        return;
    }
    const engine::Tokenizer& tokenizer = **made;
    const std::string_view raw(reinterpret_cast<const char*>(data), std::min<std::size_t>(size, 2000));
    for (const std::string_view text : {std::string_view("It's 2024,\n  he said <end> \xC3\xA9\xFF!"), raw}) {
        for (const bool special : {false, true}) {
            const auto ids = tokenizer.encode(text, {special, special});
            engine::StreamDecoder decoder(tokenizer);
            for (const engine::TokenId id : ids) {
                if (id < 0 || id >= tokenizer.size()) std::abort();
                (void)decoder.push(id);
                (void)tokenizer.isEnd(id);
            }
            (void)decoder.flush();
            (void)tokenizer.decode(ids, special);
        }
    }
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::tokenizer)
