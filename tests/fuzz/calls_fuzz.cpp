// Calls under their constraint: the first byte chooses the form, each further one a token among those that
// are allowed. There always is one, and the call that comes of it can be read.
#include <cstdlib>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "engine/answer_parser.h"
#include "engine/call_constraint.h"
#include "fakes/fake_tokenizer.h"
#include "fuzz/targets.h"

namespace hearth::fuzz {

namespace {

const char* const kForms[] = {"<tool_call>",           "<tool_call><function=<parameter=",
                              "<tool_call><arg_key>",  "<|python_tag|>",
                              "[TOOL_CALLS]",          "[TOOL_CALLS][ARGS]",
                              "<|tool_call>",          "<start_function_call><escape>",
                              "<|tool_call|>",         "<|tool_call_start|>",
                              "<｜tool▁call▁begin｜>", "<|START_ACTION|>",
                              "<|tools_prefix|>",      "<|channel|><|message|>",
                              "<invoke name="};
constexpr const char* kTools =
    R"([{"function": {"name": "f", "parameters": {"type": "object", "required": ["a"], "properties":
        {"a": {"type": "string"}, "b": {"type": "integer"}, "c": {"enum": ["x", "y"]}}}}},
        {"function": {"name": "g", "parameters": {"type": "object", "properties": {}}}}])";

const tests::FakeTokenizer& vocabulary() {
    static const tests::FakeTokenizer fake(
        {"{\"", "\": ", "\"}", "é"},
        {"<tool_call>", "</tool_call>", "[ARGS]", "<escape>", "<|\"|>", "<|message|>", "<|constrain|>"});
    return fake;
}

// Whether all calls of the answer could be read, and there is one.
bool readable(const std::string& source, const std::string& answer) {
    const auto parser = engine::makeAnswerParser(source, {kTools, ""});
    auto parts = parser->push(answer);
    for (auto& part : parser->finish()) parts.push_back(std::move(part));
    bool any = false;
    for (const engine::AnswerPart& part : parts) {
        if (part.kind == engine::AnswerPart::Kind::Malformed) return false;
        if (part.kind != engine::AnswerPart::Kind::Call) continue;
        any = true;
        if (!nlohmann::json::parse(part.call.arguments, nullptr, false).is_object()) return false;
    }
    return any;
}

}  // namespace

void calls(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return;
    const std::string source = kForms[data[0] % std::size(kForms)];
    auto constraint = engine::makeCallConstraint(vocabulary(), {source, kTools, "", 8, true});
    if (!constraint) std::abort();
    engine::TokenMask mask(vocabulary().size());
    std::string answer;
    for (std::size_t i = 1; i < size; ++i) {
        (*constraint)->allowed(mask);
        if (mask.test(*vocabulary().eos())) {
            if (!readable(source, answer)) std::abort();
            return;
        }
        std::vector<engine::TokenId> choices;
        for (engine::TokenId id = 0; id < vocabulary().size(); ++id)
            if (mask.test(id)) choices.push_back(id);
        if (choices.empty()) std::abort();
        const engine::TokenId next = choices[data[i] % choices.size()];
        if (!(*constraint)->accept(next)) std::abort();
        answer += vocabulary().bytes(next, true);
    }
}

}  // namespace hearth::fuzz

HEARTH_FUZZ_ENTRY(hearth::fuzz::calls)
