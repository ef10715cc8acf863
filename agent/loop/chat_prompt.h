// The text that a model for conversation reads: lines by system, user and assistant in the form of the
// model's own chat template. Immutable; any thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/model.h"

namespace hearth::agent::loop {

struct ChatLine {
    enum class Role { System, User, Assistant };
    Role role = Role::User;
    std::string text;
};

class ChatPrompt {
  public:
    explicit ChatPrompt(std::shared_ptr<const engine::Model> model);

    struct Rendered {
        std::string text;
        std::vector<engine::TokenId> tokens;
    };
    // `lines`: at most one by the system, the first; ends with the user's. Errors: those of the template.
    // `begun`: the beginning of the answer, which the model goes on with.
    base::Result<Rendered> render(const std::vector<ChatLine>& lines, const std::string& begun = {}) const;

    // About how many tokens a text takes within a prompt.
    int tokensOf(const std::string& text) const;
    const std::string& templateSource() const { return source_; }  // "" where the file has none

  private:
    base::Result<std::string> textOf(const std::vector<ChatLine>& lines) const;

    std::shared_ptr<const engine::Model> model_;
    std::string source_;
    std::string bos_;  // its name; "" where there is none
    std::string eos_;
};

}  // namespace hearth::agent::loop
