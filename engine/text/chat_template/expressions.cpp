// How expressions evaluate.
#include <cmath>

#include "text/chat_template/format.h"
#include "text/chat_template/print.h"
#include "text/chat_template/syntax.h"

namespace hearth::engine::chat_template {
namespace {

// Runs `work`, and gives an error that has no line yet the one of `node`.
template <typename Work>
auto atLine(int line, Work&& work) {
    try {
        return work();
    } catch (const TemplateError& error) {
        if (error.line) throw;
        throw TemplateError(error.what(), line);
    }
}

void requireDefined(const Value& value) {
    if (value.isUndefined()) throw TemplateError("'" + value.undefinedName() + "' is undefined");
}

Value repeated(Runtime& runtime, const Value& what, std::int64_t times) {
    times = std::max<std::int64_t>(times, 0);
    const auto count = static_cast<std::size_t>(times);
    if (what.isString()) {
        if (count)
            runtime.checkSize(what.string().size() > (std::size_t{1} << 40) / count
                                  ? std::size_t{1} << 40
                                  : what.string().size() * count);
        std::string out;
        for (std::size_t i = 0; i < count; ++i) out += what.string();
        return out;
    }
    const auto& items = what.list().items;
    if (static_cast<std::int64_t>(items.size()) * std::min<std::int64_t>(times, 1 << 20) >
        runtime.limits().rangeItems)
        throw TemplateError("the repeated list is too long");
    std::vector<Value> out;
    for (std::size_t i = 0; i < count && !items.empty(); ++i)
        out.insert(out.end(), items.begin(), items.end());
    return Value::makeList(std::move(out), what.list().tuple);
}

Value add(Runtime& runtime, const Value& a, const Value& b) {
    if (a.isString() && b.isString()) {
        runtime.checkSize(a.string().size() + b.string().size());
        if (!a.isMarkup() && !b.isMarkup()) return a.string() + b.string();
        return Value::makeMarkup((a.isMarkup() ? a.string() : escaped(a.string())) +
                                 (b.isMarkup() ? b.string() : escaped(b.string())));
    }
    if (a.isList() && b.isList() && a.list().tuple == b.list().tuple && a.list().isPlain() &&
        b.list().isPlain()) {
        auto items = a.list().items;
        if (items.size() + b.list().items.size() > static_cast<std::size_t>(runtime.limits().rangeItems))
            throw TemplateError("the joined list is too long");
        items.insert(items.end(), b.list().items.begin(), b.list().items.end());
        return Value::makeList(std::move(items), a.list().tuple);
    }
    if (!a.isNumber() || !b.isNumber())
        throw TemplateError(std::string("'") + a.typeName() + "' and '" + b.typeName() + "' cannot be added");
    if (a.isFloat() || b.isFloat()) return a.number() + b.number();
    std::int64_t sum = 0;
    if (__builtin_add_overflow(a.integer(), b.integer(), &sum))
        throw TemplateError("a number became too large");
    return sum;
}

}  // namespace

Value sumOf(Runtime& runtime, const Value& a, const Value& b) {
    requireDefined(a);
    requireDefined(b);
    return add(runtime, a, b);
}

namespace {

Value divide(const std::string& op, const Value& a, const Value& b) {
    if (b.number() == 0) throw TemplateError("division by zero");
    if (op == "/") return a.number() / b.number();
    if (a.isFloat() || b.isFloat()) {
        const double quotient = std::floor(a.number() / b.number());
        return op == "//" ? quotient : a.number() - quotient * b.number();
    }
    const std::int64_t x = a.integer(), y = b.integer();
    if (y == -1)
        return op == "//" ? Value(static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(x))) : Value(0);
    const std::int64_t remainder = (x % y + y) % y;  // Python's sign: that of the divisor
    return op == "//" ? (x - remainder) / y : remainder;
}

Value power(const Value& a, const Value& b) {
    const double result = std::pow(a.number(), b.number());
    if (a.isFloat() || b.isFloat() || b.integer() < 0) return result;
    if (std::abs(result) >= 9e15) throw TemplateError("a number became too large");
    return static_cast<std::int64_t>(std::llround(result));
}

Value arithmetic(Runtime& runtime, const std::string& op, const Value& a, const Value& b) {
    if (op == "+") return sumOf(runtime, a, b);
    requireDefined(a);
    requireDefined(b);
    if (op == "*") {
        if (a.isString() || a.isList()) return repeated(runtime, a, b.integer());
        if (b.isString() || b.isList()) return repeated(runtime, b, a.integer());
        if (a.isFloat() || b.isFloat()) return a.number() * b.number();
        std::int64_t product = 0;
        if (__builtin_mul_overflow(a.integer(), b.integer(), &product))
            throw TemplateError("a number became too large");
        return product;
    }
    if (op == "-") {
        if (a.isFloat() || b.isFloat() || !a.isNumber() || !b.isNumber()) return a.number() - b.number();
        std::int64_t difference = 0;
        if (__builtin_sub_overflow(a.integer(), b.integer(), &difference))
            throw TemplateError("a number became too large");
        return difference;
    }
    if (op == "%" && a.isString()) {
        std::string text = formatPercent(a.string(), b);
        runtime.checkSize(text.size());
        return text;
    }
    return op == "**" ? power(a, b) : divide(op, a, b);
}

bool holds(const std::string& op, const Value& a, const Value& b) {
    if (op == "==") return equal(a, b);
    if (op == "!=") return !equal(a, b);
    if (op == "in") return contains(b, a);
    if (op == "not in") return !contains(b, a);
    requireDefined(a);
    requireDefined(b);
    const int order = compare(a, b);
    return op == "<" ? order < 0 : op == "<=" ? order <= 0 : op == ">" ? order > 0 : order >= 0;
}

// Python's slice: positions start, start + stride, … of `size` items.
std::vector<std::size_t> slicePositions(std::int64_t size, const Value& start, const Value& stop,
                                        const Value& stride) {
    const std::int64_t step = stride.isNone() ? 1 : stride.integer();
    if (step == 0) throw TemplateError("a slice's step cannot be zero");
    const std::int64_t lowest = step > 0 ? 0 : -1, highest = step > 0 ? size : size - 1;
    const auto bound = [&](const Value& value, std::int64_t fallback) {
        if (value.isNone()) return fallback;
        const std::int64_t at = value.integer();
        return std::clamp(at < 0 ? at + size : at, lowest, highest);
    };
    std::vector<std::size_t> positions;
    const std::int64_t last = bound(stop, step > 0 ? highest : lowest);
    for (std::int64_t at = bound(start, step > 0 ? lowest : highest); step > 0 ? at < last : at > last;
         at += step)
        positions.push_back(static_cast<std::size_t>(at));
    return positions;
}

Value evaluateOr(const ExpressionPtr& expression, Scope& scope) {
    return expression ? expression->evaluate(scope) : Value(None{});
}

}  // namespace

Arguments CallArguments::evaluate(Scope& scope) const {
    Arguments out;
    for (const auto& each : positional) out.positional.push_back(each->evaluate(scope));
    for (const auto& [name, each] : named) out.named.emplace_back(name, each->evaluate(scope));
    if (spread)
        for (auto& each : itemsOf(spread->evaluate(scope))) out.positional.push_back(std::move(each));
    if (spreadNamed) {
        const Value more = spreadNamed->evaluate(scope);
        for (const auto& [name, each] : more.dict().entries) out.named.emplace_back(name.string(), each);
    }
    return out;
}

Value Name::evaluate(Scope& scope) const {
    scope.runtime().step();
    return scope.get(name);
}

Value ListLiteral::evaluate(Scope& scope) const {
    std::vector<Value> values;
    for (const auto& item : items) values.push_back(item->evaluate(scope));
    return Value::makeList(std::move(values), tuple);
}

Value DictLiteral::evaluate(Scope& scope) const {
    const Value made = Value::makeDict();
    for (const auto& [key, value] : entries) {
        const Value name = key->evaluate(scope);
        made.dict().set(name, value->evaluate(scope));
    }
    return made;
}

Value Unary::evaluate(Scope& scope) const {
    const Value value = operand->evaluate(scope);
    return atLine(line, [&]() -> Value {
        if (op == "not") return !value.truthy();
        if (value.isFloat() || !value.isNumber()) return op == "-" ? -value.number() : value.number();
        return op == "-" ? arithmetic(scope.runtime(), "-", Value(0), value) : Value(value.integer());
    });
}

Value Binary::evaluate(Scope& scope) const {
    scope.runtime().step();
    Value a = left->evaluate(scope);
    if (op == "and") return a.truthy() ? right->evaluate(scope) : a;
    if (op == "or") return a.truthy() ? a : right->evaluate(scope);
    const Value b = right->evaluate(scope);
    return atLine(line, [&]() -> Value {
        if (op != "~") return arithmetic(scope.runtime(), op, a, b);
        std::string joined = toText(a) + toText(b);
        scope.runtime().checkSize(joined.size());
        return joined;
    });
}

Value Comparison::evaluate(Scope& scope) const {
    scope.runtime().step();
    Value a = first->evaluate(scope);
    for (const auto& [op, operand] : rest) {
        Value b = operand->evaluate(scope);
        if (!atLine(line, [&, &relation = op] { return holds(relation, a, b); })) return false;
        a = std::move(b);
    }
    return true;
}

Value Conditional::evaluate(Scope& scope) const {
    if (condition->evaluate(scope).truthy()) return yes->evaluate(scope);
    return no ? no->evaluate(scope) : Value(Undefined{"the value of an if without else"});
}

Value Attribute::evaluate(Scope& scope) const {
    const Value value = object->evaluate(scope);
    return atLine(line, [&] { return attributeOf(scope.runtime(), value, name); });
}

Value Item::evaluate(Scope& scope) const {
    const Value value = object->evaluate(scope);
    const Value index = key->evaluate(scope);
    return atLine(line, [&] { return itemOf(scope.runtime(), value, index); });
}

Value Slice::evaluate(Scope& scope) const {
    const Value value = object->evaluate(scope);
    const Value from = evaluateOr(start, scope), to = evaluateOr(stop, scope), by = evaluateOr(stride, scope);
    return atLine(line, [&]() -> Value {
        requireDefined(value);
        if (value.isDict() || (value.isList() && !value.list().isSequence()))
            throw TemplateError(std::string("'") + value.typeName() + "' cannot be sliced");
        const auto items = itemsOf(value);
        const auto positions = slicePositions(static_cast<std::int64_t>(items.size()), from, to, by);
        if (value.isString()) {
            std::string text;
            for (const std::size_t at : positions) text += items[at].string();
            return text;
        }
        std::vector<Value> out;
        for (const std::size_t at : positions) out.push_back(items[at]);
        return Value::makeList(std::move(out), value.list().tuple);
    });
}

Value CallExpression::evaluate(Scope& scope) const {
    scope.runtime().step();
    const Value function = callee->evaluate(scope);
    const Arguments given = arguments.evaluate(scope);
    return atLine(line, [&] {
        const Runtime::Nesting nesting(scope.runtime());
        const Value* own = function.isDict() ? function.dict().named("__call__") : nullptr;
        return (own ? *own : function).function()(given);
    });
}

Value FilterExpression::evaluate(Scope& scope) const {
    return apply(scope, input->evaluate(scope));
}

Value FilterExpression::apply(Scope& scope, const Value& value) const {
    const Arguments given = arguments.evaluate(scope);
    return atLine(line, [&] {
        scope.runtime().step(value.isString() ? value.string().size() : 0);
        const Filter filter = findFilter(name);
        if (!filter) throw TemplateError("there is no filter '" + name + "'");
        return filter(scope.runtime(), value, given);
    });
}

Value TestExpression::evaluate(Scope& scope) const {
    scope.runtime().step();
    const Value value = input->evaluate(scope);
    const Arguments given = arguments.evaluate(scope);
    return atLine(line, [&] { return Value(runTest(scope.runtime(), name, value, given)); });
}

}  // namespace hearth::engine::chat_template
