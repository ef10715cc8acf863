// A session that says what the test wrote, token by token, as far as the constraint lets it; and remembers
// what it was asked.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "engine/session.h"

namespace hearth::tests {

class ScriptedSession final : public engine::Session {
  public:
    struct Script {
        std::vector<std::string> answers;  // one after the other; then empty ones
        std::vector<std::string> prompts;
        std::vector<std::vector<engine::TokenId>> tokens;  // of the prompts
        std::vector<std::string> refused;   // what came before a token that the constraint did not allow
        std::vector<std::size_t> adapters;  // how many there were, each time they were set
    };
    ScriptedSession(std::shared_ptr<const engine::Model> model, Script& script)
        : model_(std::move(model)), script_(script) {}

    base::Result<engine::GenerateResult> generate(const engine::GenerateRequest& request) override {
        const engine::Tokenizer& tokenizer = model_->tokenizer();
        script_.prompts.push_back(tokenizer.decode(request.prompt, true));
        script_.tokens.push_back(request.prompt);
        engine::GenerateResult result;
        result.promptTokens = static_cast<int>(request.prompt.size());
        if (next_ >= script_.answers.size()) return result;
        engine::StreamDecoder stream(tokenizer);
        engine::TokenMask mask(tokenizer.size());
        std::string said;
        for (const engine::TokenId id :
             tokenizer.encode(script_.answers[next_++], {.addSpecial = false, .parseSpecial = true})) {
            if (request.cancel.cancelled()) {
                result.stop = engine::StopReason::Cancelled;
                break;
            }
            if (request.constraint != nullptr) {
                request.constraint->allowed(mask);
                if (!mask.test(id) || !request.constraint->accept(id)) {
                    script_.refused.push_back(said);
                    break;
                }
            }
            said += tokenizer.bytes(id, true);
            result.tokens.push_back(id);
            engine::TokenEvent event;
            event.id = id;
            event.text = stream.push(id);
            result.text += event.text;
            if (request.onToken) request.onToken(event);
        }
        return result;
    }
    base::Result<std::vector<float>> forward(std::span<const engine::TokenId>) override {
        return std::vector<float>();
    }
    base::Result<void> setAdapters(std::span<const engine::AdapterUse> adapters) override {
        script_.adapters.push_back(adapters.size());
        return {};
    }
    void reset() override {}
    int position() const override { return 0; }
    int context() const override { return 1 << 20; }
    std::uint64_t cacheBytes() const override { return 0; }
    const engine::Model& model() const override { return *model_; }

  private:
    std::shared_ptr<const engine::Model> model_;
    Script& script_;
    std::size_t next_ = 0;
};

}  // namespace hearth::tests
