// How statements run.
#include <algorithm>

#include "text/chat_template/print.h"
#include "text/chat_template/syntax.h"

namespace hearth::engine::chat_template {
namespace {

void append(Scope& scope, std::string& out, const std::string& text) {
    scope.runtime().checkSize(out.size() + text.size());
    out += text;
}

Value filteredText(Scope& scope, const std::vector<std::unique_ptr<FilterExpression>>& filters,
                   std::string text) {
    Value value(std::move(text));
    for (const auto& filter : filters) value = filter->apply(scope, value);
    return value;
}

}  // namespace

Flow runBlock(const Block& block, Scope& scope, std::string& out) {
    for (const auto& statement : block) {
        scope.runtime().step();
        try {
            if (const Flow flow = statement->run(scope, out); flow != Flow::Normal) return flow;
        } catch (const TemplateError& error) {
            if (error.line) throw;
            throw TemplateError(error.what(), statement->line);
        }
    }
    return Flow::Normal;
}

void Target::assign(Scope& scope, const Value& value) const {
    if (!parts.empty()) {
        const auto items = itemsOf(value);
        if (items.size() != parts.size())
            throw TemplateError(std::to_string(items.size()) + " values cannot be given to " +
                                std::to_string(parts.size()) + " names");
        for (std::size_t i = 0; i < parts.size(); ++i) parts[i].assign(scope, items[i]);
        return;
    }
    if (attribute.empty()) return scope.set(name, value);
    const Value object = scope.get(name);
    if (!object.isDict() || !object.dict().isNamespace)
        throw TemplateError("'" + name + "' is no namespace, so its attribute '" + attribute +
                            "' cannot be set");
    object.dict().set(attribute, value);
}

Flow Data::run(Scope& scope, std::string& out) const {
    append(scope, out, text);
    return Flow::Normal;
}

Flow Print::run(Scope& scope, std::string& out) const {
    append(scope, out, toText(value->evaluate(scope)));
    return Flow::Normal;
}

Flow If::run(Scope& scope, std::string& out) const {
    for (const auto& [condition, body] : branches)
        if (condition->evaluate(scope).truthy()) return runBlock(body, scope, out);
    return runBlock(otherwise, scope, out);
}

Flow For::run(Scope& scope, std::string& out) const {
    return walk(scope, out, sequence->evaluate(scope), 0);
}

std::vector<Value> For::filtered(Scope& scope, std::vector<Value> items) const {
    if (!condition) return items;
    std::vector<Value> kept;
    for (auto& item : items) {
        const auto inner = scope.child();
        target.assign(*inner, item);
        if (condition->evaluate(*inner).truthy()) kept.push_back(std::move(item));
    }
    return kept;
}

Value For::loopVariable(Scope& scope, const std::vector<Value>& items, std::size_t index, int depth,
                        std::shared_ptr<Value> changed) const {
    const Value loop = Value::makeDict();
    Dict& entries = loop.dict();
    const auto at = static_cast<std::int64_t>(index), size = static_cast<std::int64_t>(items.size());
    entries.set("index", at + 1);
    entries.set("index0", at);
    entries.set("revindex", size - at);
    entries.set("revindex0", size - at - 1);
    entries.set("first", at == 0);
    entries.set("last", at + 1 == size);
    entries.set("length", size);
    entries.set("depth", depth + 1);
    entries.set("depth0", depth);
    if (index > 0) entries.set("previtem", items[index - 1]);
    if (index + 1 < items.size()) entries.set("nextitem", items[index + 1]);
    entries.set("cycle", Value::makeFunction([index](const Arguments& given) {
                    if (given.positional.empty()) throw TemplateError("loop.cycle needs values");
                    return given.positional[index % given.positional.size()];
                }));
    entries.set("changed", Value::makeFunction([changed](const Arguments& given) {
                    const Value now = Value::makeList(given.positional, true);
                    const bool differs = changed->isUndefined() || !equal(*changed, now);
                    *changed = now;
                    return Value(differs);
                }));
    if (recursive)  // loop(items) walks deeper
        entries.set("__call__",
                    Value::makeFunction([this, home = scope.weak_from_this(), depth](const Arguments& given) {
                        const auto alive = home.lock();
                        if (!alive) throw TemplateError("the loop is called after it ended");
                        std::string text;
                        const Value* inner = given.get(0, "iterable");
                        walk(*alive, text, inner ? *inner : Value(), depth + 1);
                        return Value(std::move(text));
                    }));
    return loop;
}

Flow For::walk(Scope& scope, std::string& out, const Value& over, int depth) const {
    const Runtime::Nesting nesting(scope.runtime());
    const auto items = filtered(scope, itemsOf(over));
    if (items.empty()) return runBlock(otherwise, scope, out);
    const auto changed = std::make_shared<Value>();
    for (std::size_t i = 0; i < items.size(); ++i) {
        scope.runtime().step();
        const auto inner = scope.child();
        inner->set("loop", loopVariable(scope, items, i, depth, changed));
        target.assign(*inner, items[i]);
        if (runBlock(body, *inner, out) == Flow::Break) break;
    }
    return Flow::Normal;
}

Flow Set::run(Scope& scope, std::string&) const {
    target.assign(scope, value->evaluate(scope));
    return Flow::Normal;
}

Flow SetBlock::run(Scope& scope, std::string&) const {
    std::string text;
    const auto inner = scope.child();
    const Flow flow = runBlock(body, *inner, text);
    target.assign(scope, filteredText(scope, filters, std::move(text)));
    return flow;
}

Flow With::run(Scope& scope, std::string& out) const {
    const auto inner = scope.child();
    for (const auto& [name, value] : variables) name.assign(*inner, value->evaluate(scope));
    return runBlock(body, *inner, out);
}

Flow FilterBlock::run(Scope& scope, std::string& out) const {
    std::string text;
    const auto inner = scope.child();
    const Flow flow = runBlock(body, *inner, text);
    append(scope, out, toText(filteredText(scope, filters, std::move(text))));
    return flow;
}

Flow Group::run(Scope& scope, std::string& out) const {
    return runBlock(body, scope, out);
}

void MacroBody::takeArguments(Scope& inner, const Arguments& given) const {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto& [parameter, fallback] = parameters[i];
        if (const Value* value = given.get(i, parameter)) {
            inner.set(parameter, *value);
        } else {
            inner.set(parameter, fallback ? fallback->evaluate(inner) : Value(Undefined{parameter}));
        }
    }
    if (given.positional.size() > parameters.size() && !readsVarargs)
        throw TemplateError("the macro '" + name + "' takes not more than " +
                            std::to_string(parameters.size()) + " arguments");
    std::vector<Value> extra;
    for (std::size_t i = parameters.size(); i < given.positional.size(); ++i)
        extra.push_back(given.positional[i]);
    inner.set("varargs", Value::makeList(std::move(extra), true));
    const Value more = Value::makeDict();
    for (const auto& [key, value] : given.named) {
        const auto isKey = [&, &wanted = key](const auto& each) { return each.first == wanted; };
        if (std::any_of(parameters.begin(), parameters.end(), isKey)) continue;
        if (key == "caller" && readsCaller) {
            inner.set("caller", value);
        } else if (readsKwargs) {
            more.dict().set(Value(key), value);
        } else {
            throw TemplateError("the macro '" + name + "' takes no argument '" + key + "'");
        }
    }
    inner.set("kwargs", more);
}

Value MacroBody::bind(Scope& scope, int line) const {
    // The defining scope is held weakly: a macro stored in it must not keep it alive in a circle.
    std::weak_ptr<Scope> home = scope.shared_from_this();
    return Value::makeFunction([this, home, line](const Arguments& given) {
        const auto outer = home.lock();
        if (!outer)
            throw TemplateError("the macro '" + name + "' is called outside of where it was made", line);
        const auto inner = outer->child();
        takeArguments(*inner, given);
        std::string text;
        runBlock(body, *inner, text);
        return Value(std::move(text));
    });
}

Flow Macro::run(Scope& scope, std::string&) const {
    scope.set(macro.name, macro.bind(scope, line));
    return Flow::Normal;
}

Flow CallBlock::run(Scope& scope, std::string& out) const {
    const auto& node = dynamic_cast<const CallExpression&>(*call);
    Arguments given = node.arguments.evaluate(scope);
    given.named.emplace_back("caller", caller.bind(scope, line));
    const Runtime::Nesting nesting(scope.runtime());
    append(scope, out, toText(node.callee->evaluate(scope).function()(given)));
    return Flow::Normal;
}

}  // namespace hearth::engine::chat_template
