// A constraint for answers that depend on a model's numbers only: any token but those that end an answer.
#pragma once

#include <memory>

#include "engine/constraint.h"

namespace hearth::tests {

class Endless : public engine::TokenConstraint {
  public:
    void allowed(engine::TokenMask& mask) override {
        for (engine::TokenId id = 3; id < mask.size(); ++id) mask.set(id);
    }
    bool accept(engine::TokenId) override { return true; }
    bool complete() const override { return false; }
    std::unique_ptr<engine::TokenConstraint> clone() const override { return std::make_unique<Endless>(); }
};

}  // namespace hearth::tests
