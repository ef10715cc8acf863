// Grammar text and JSON Schemas: an error or a constraint whose masks are never empty, in bounded time.
#include <cstdlib>
#include <string>

#include "engine/constraint.h"
#include "fakes/fake_tokenizer.h"
#include "fuzz/targets.h"

namespace hearth::fuzz {

namespace {

const tests::FakeTokenizer& vocabulary() {
    static const tests::FakeTokenizer fake({"ab", "\": ", "{\"", "true", "é", "\n\n"});
    return fake;
}

// Follows the grammar for some tokens, taking a different one of each mask.
void follow(const std::string& grammar) {
    auto constraint = engine::makeGrammar(grammar, vocabulary());
    if (!constraint) {
        if (constraint.error().message.empty()) std::abort();
        return;
    }
    engine::TokenMask mask(vocabulary().size());
    for (int n = 0; n < 8; ++n) {
        (*constraint)->allowed(mask);
        engine::TokenId next = -1;
        int seen = 0;
        for (engine::TokenId id = 0; id < vocabulary().size(); ++id)
            if (mask.test(id) && (next < 0 || seen++ < 7 * n % 23)) next = id;
        if (next < 0 || !(*constraint)->accept(next)) std::abort();
    }
}

}  // namespace

void grammar(const std::uint8_t* data, std::size_t size) {
    follow(std::string(reinterpret_cast<const char*>(data), size));
}

void schema(const std::uint8_t* data, std::size_t size) {
    const auto text = engine::jsonSchemaToGrammar(std::string(reinterpret_cast<const char*>(data), size));
    if (text)
        follow(*text);
    else if (text.error().message.empty())
        std::abort();
}

}  // namespace hearth::fuzz

#ifdef HEARTH_FUZZING
// One program for both: the first byte tells which.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    if (data[0] % 2 == 0)
        hearth::fuzz::grammar(data + 1, size - 1);
    else
        hearth::fuzz::schema(data + 1, size - 1);
    return 0;
}
#endif
