// Chat templates: an error with a message, or a text, in bounded time and memory.
#include <cstdlib>
#include <ctime>
#include <string>

#include "engine/chat_template.h"
#include "fuzz/targets.h"

namespace hearth::fuzz {

void chatTemplate(const std::uint8_t* data, std::size_t size) {
    const auto parsed = engine::ChatTemplate::parse(std::string(reinterpret_cast<const char*>(data), size));
    if (!parsed) {
        if (parsed.error().message.empty()) std::abort();
        return;
    }
    const auto text = parsed->render(
        R"({"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": null, "tool_calls":
            [{"function": {"name": "f", "arguments": {"a": [1, 2.5, true]}}}]}], "tools": [{"name": "f"}],
            "x": 7, "s": "Hello", "list": [3, 1, 2], "d": {"b": 1}, "add_generation_prompt": true})",
        std::tm{});
    if (!text && text.error().message.empty()) std::abort();
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::chatTemplate)
