// calculate: sums in signs or words, worked out here and exactly where that is possible.
#include <nlohmann/json.hpp>

#include "arithmetic/expression.h"
#include "arithmetic/units.h"
#include "tools/basic_tool.h"
#include "tools/tools.h"
#include "words/words.h"

namespace hearth::agent::tools {

using base::Result;

namespace {

ToolSpec makeSpec() {
    ToolSpec spec;
    spec.name = "calculate";
    spec.verb = "Work out";
    spec.description = "Do sums";
    spec.icon = "calculator";
    spec.arguments = {{"expression", ArgumentType::Text, "Sum", "What should I work out?", true, {}}};
    spec.examples = {"what is 15 percent of 80", "square root of 2", "(12.5 + 7) * 3"};
    return spec;
}

class Calculate final : public BasicTool {
  public:
    explicit Calculate(const ToolContext& context) : BasicTool(makeSpec(), context) {}

    Result<Prepared> prepare(const Call& call) override {
        Prepared result = prepared(call);
        result.summary = say("Work out {sum}", {{"sum", valueOf(result.fields, "expression")}});
        return result;
    }

    Result<Outcome> run(const std::vector<Field>& fields, base::CancelToken) override {
        const std::string expression = valueOf(fields, "expression");
        auto calculation = calculate(expression, context().phrases);
        if (!calculation) {
            // "5 miles in km" is a sum to some.
            const auto question = readConversion(expression);
            if (!question) return tl::unexpected(calculation.error());
            return converted(*question);
        }
        const std::string unit = calculation->percent ? "%" : "";
        const std::string result = context().phrases.numerals(toText(calculation->result)) + unit;
        // "≈" takes the place of "=".
        const bool about = result.rfind("≈", 0) == 0;
        const nlohmann::json items = {
            {{"sum", calculation->reading}, {"result", toPlainText(calculation->result) + unit}}};
        const std::string sum = context().phrases.numerals(calculation->reading);
        return Outcome{sum + (about ? " " : " = ") + result + ".", {}, {}, items.dump()};
    }

  private:
    Result<Outcome> converted(const ConversionQuestion& question) const {
        const Quantity& quantity = question.quantity;
        auto result = convert(quantity.amount, *quantity.unit, *question.to, context().phrases);
        if (!result) return tl::unexpected(result.error());
        constexpr int kDigits = 6;
        const std::string left = withUnit(quantity.amount, *quantity.unit, 12, context().phrases);
        const std::string right = withUnit(*result, *question.to, kDigits, context().phrases);
        const nlohmann::json items = {{{"sum", left}, {"result", right}}};
        const bool about = right.rfind("≈", 0) == 0;
        return Outcome{left + (about ? " " : " = ") + right + ".", {}, {}, items.dump()};
    }
};

}  // namespace

std::unique_ptr<Tool> makeCalculate(const ToolContext& context) {
    return std::make_unique<Calculate>(context);
}

}  // namespace hearth::agent::tools
