#include "loop/action_model.h"

#include "conversation/control_functions.h"

namespace hearth::agent::loop {

namespace {

class BuiltInModel final : public ActionModel {
  public:
    explicit BuiltInModel(std::unique_ptr<FunctionalDecoder> decoder) : decoder_(std::move(decoder)) {}
    base::Result<Decoded> decode(const DecodeRequest& request) override {
        return decoder_->decode(request.text, request.history, request.cancel, request.function);
    }

  private:
    std::unique_ptr<FunctionalDecoder> decoder_;
};

}  // namespace

base::Result<std::unique_ptr<ActionModel>> makeActionModel(std::shared_ptr<const engine::Model> model,
                                                           const std::vector<const ToolSpec*>& specs) {
    const std::vector<ToolSpec> steering = conversationFunctions();
    std::vector<const ToolSpec*> all = specs;
    for (const ToolSpec& spec : steering) all.push_back(&spec);
    auto decoder = FunctionalDecoder::create(std::move(model), FunctionalDecoder::functionsOf(all));
    if (!decoder) return tl::unexpected(decoder.error());
    return std::make_unique<BuiltInModel>(std::move(*decoder));
}

}  // namespace hearth::agent::loop
