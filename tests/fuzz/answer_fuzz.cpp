// Answers of models: the first byte chooses the form, the second how the rest is cut. Whatever is printed,
// the parts are the same however it is cut, and calls have arguments that are JSON objects.
#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/answer_parser.h"
#include "fuzz/targets.h"

namespace hearth::fuzz {

namespace {

const char* const kTemplates[] = {"",
                                  "<|python_tag|>",
                                  "[TOOL_CALLS][THINK]",
                                  "<|tool_call><|channel>",
                                  "<|tool|>",
                                  "<|tool_call_start|>",
                                  "<｜tool▁calls▁begin｜>",
                                  "｜DSML｜",
                                  "<function=",
                                  "<|START_ACTION|><|START_THINKING|>",
                                  "<|tools_prefix|>",
                                  "<|channel|><|message|>",
                                  "<|tool_calls_section_begin|>",
                                  "<use_mcp_tool>",
                                  "<invoke name="};
constexpr const char* kTools =
    R"([{"function": {"name": "f", "parameters": {"properties": {"a": {"type": "string"}}}}}])";

std::string parts(const std::string& source, std::string_view answer, std::size_t piece) {
    const auto parser = engine::makeAnswerParser(source, {kTools, ""});
    std::string out;
    auto add = [&out, last = engine::AnswerPart::Kind::Text](const auto& more) mutable {
        for (const engine::AnswerPart& part : more) {
            if (part.kind == engine::AnswerPart::Kind::Call &&
                !nlohmann::json::parse(part.call.arguments, nullptr, false).is_object())
                std::abort();
            const bool flows = part.kind == last && (part.kind == engine::AnswerPart::Kind::Text ||
                                                     part.kind == engine::AnswerPart::Kind::Reasoning);
            if (!flows) out += "\x01" + std::to_string(static_cast<int>(part.kind));
            out += part.text + part.raw + part.call.name + part.call.arguments;
            last = part.kind;
        }
    };
    for (std::size_t at = 0; at < answer.size(); at += piece) add(parser->push(answer.substr(at, piece)));
    add(parser->finish());
    return out;
}

}  // namespace

void answer(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return;
    const std::string source = kTemplates[data[0] % std::size(kTemplates)];
    const std::string_view text(reinterpret_cast<const char*>(data) + 2, size - 2);
    const std::size_t piece = 1 + data[1] % 16;
    if (parts(source, text, piece) != parts(source, text, std::max<std::size_t>(text.size(), 1)))
        std::abort();
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::answer)
