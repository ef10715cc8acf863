// Attributes and items of values, the methods of text, lists and mappings, and the global functions.
#include <algorithm>

#include "text/chat_template/print.h"
#include "text/chat_template/runtime.h"

namespace hearth::engine::chat_template {
namespace {

Value optional(const Value* value) {
    return value ? *value : Value(Undefined{"an argument"});
}

Value pairsOf(const Dict& dict) {
    std::vector<Value> pairs;
    for (const auto& [key, value] : dict.entries) pairs.push_back(Value::makeList({key, value}, true));
    return Value::makeView(std::move(pairs), "dict_items");
}

[[noreturn]] void refuseChange(const std::string& name, const Value& object) {
    throw TemplateError("access to attribute '" + name + "' of '" + object.typeName() + "' object is unsafe");
}

bool oneOf(const std::string& name, std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(), [&](const char* each) { return name == each; });
}

Value dictMethod(const Value& object, const std::string& name) {
    if (name == "items")
        return Value::makeFunction([object](const Arguments&) { return pairsOf(object.dict()); });
    if (name == "keys")
        return Value::makeFunction(
            [object](const Arguments&) { return Value::makeView(itemsOf(object), "dict_keys"); });
    if (name == "values")
        return Value::makeFunction([object](const Arguments&) {
            std::vector<Value> values;
            for (const auto& entry : object.dict().entries) values.push_back(entry.second);
            return Value::makeView(std::move(values), "dict_values");
        });
    if (name == "get")
        return Value::makeFunction([object](const Arguments& given) {
            const Value* key = given.get(0, "key");
            const Value* found = key ? object.dict().find(*key) : nullptr;
            if (found) return *found;
            const Value* otherwise = given.get(1, "default");
            return otherwise ? *otherwise : Value(None{});
        });
    if (name == "copy")
        return Value::makeFunction(
            [object](const Arguments&) { return Value(std::make_shared<Dict>(object.dict())); });
    if (oneOf(name, {"pop", "popitem", "update", "clear", "setdefault"})) refuseChange(name, object);
    return Undefined{name};
}

Value listMethod(const Value& object, const std::string& name) {
    if (object.list().group && (name == "grouper" || name == "list"))  // what groupby gives
        return object.list().items[name == "grouper" ? 0 : 1];
    if (name == "count")
        return Value::makeFunction([object](const Arguments& given) {
            const Value wanted = optional(given.get(0, "value"));
            const auto& items = object.list().items;
            return Value(std::int64_t{
                std::count_if(items.begin(), items.end(), [&](const Value& v) { return equal(v, wanted); })});
        });
    if (name == "index")
        return Value::makeFunction([object](const Arguments& given) {
            const Value wanted = optional(given.get(0, "value"));
            const auto& items = object.list().items;
            const auto at =
                std::find_if(items.begin(), items.end(), [&](const Value& v) { return equal(v, wanted); });
            if (at == items.end()) throw TemplateError(toRepr(wanted) + " is not in the list");
            return Value(std::int64_t{at - items.begin()});
        });
    if (name == "copy")
        return Value::makeFunction(
            [object](const Arguments&) { return Value::makeList(object.list().items); });
    if (oneOf(name, {"append", "extend", "insert", "pop", "remove", "reverse", "sort", "clear"}))
        refuseChange(name, object);
    return Undefined{name};
}

std::vector<std::int64_t> rangeOf(Runtime& runtime, const Arguments& given) {
    const auto& args = given.positional;
    if (args.empty() || args.size() > 3) throw TemplateError("range needs one to three numbers");
    const std::int64_t start = args.size() > 1 ? args[0].integer() : 0;
    const std::int64_t stop = args.size() > 1 ? args[1].integer() : args[0].integer();
    const std::int64_t step = args.size() > 2 ? args[2].integer() : 1;
    if (step == 0) throw TemplateError("range's step cannot be zero");
    std::vector<std::int64_t> numbers;
    for (std::int64_t at = start; step > 0 ? at < stop : at > stop;) {
        if (static_cast<std::int64_t>(numbers.size()) >= runtime.limits().rangeItems)
            throw TemplateError("the range is too long");
        numbers.push_back(at);
        if (__builtin_add_overflow(at, step, &at)) break;
    }
    return numbers;
}

// As repr writes it: range(0, 3).
std::string rangeName(const Arguments& given) {
    const auto& args = given.positional;
    std::string out = "range(" + std::to_string(args.size() > 1 ? args[0].integer() : 0) + ", " +
                      std::to_string(args[args.size() > 1 ? 1 : 0].integer());
    if (args.size() > 2 && args[2].integer() != 1) out += ", " + std::to_string(args[2].integer());
    return out + ")";
}

Value dictFrom(const Arguments& given, bool isNamespace) {
    const Value made = Value::makeDict();
    made.dict().isNamespace = isNamespace;
    for (const auto& source : given.positional) {
        if (source.isDict()) {
            for (const auto& [key, value] : source.dict().entries) made.dict().set(key, value);
        } else {
            for (const auto& pair : itemsOf(source)) {
                const auto parts = itemsOf(pair);
                if (parts.size() != 2) throw TemplateError("dict needs pairs");
                made.dict().set(parts[0], parts[1]);
            }
        }
    }
    for (const auto& [key, value] : given.named) made.dict().set(Value(key), value);
    return made;
}

Value strftimeNow(const std::tm& now, const Arguments& given) {
    const std::string format = given.get(0, "format") ? given.get(0, "format")->string() : "%Y-%m-%d";
    if (format.size() > 1000) throw TemplateError("the date format is too long");
    std::string out(format.size() * 32 + 64, '\0');
    out.resize(std::strftime(out.data(), out.size(), format.c_str(), &now));
    return out;
}

Value joiner(const Arguments& given) {
    const std::string separator = given.get(0, "sep") ? toText(*given.get(0, "sep")) : ", ";
    const auto used = std::make_shared<bool>(false);
    return Value::makeFunction(
        [separator, used](const Arguments&) { return Value(std::exchange(*used, true) ? separator : ""); });
}

Value cycler(const Arguments& given) {
    const auto at = std::make_shared<std::size_t>(0);
    const std::vector<Value> values = given.positional;
    if (values.empty()) throw TemplateError("cycler needs values");
    const Value made = Value::makeDict();
    made.dict().set("current", values[0]);
    // Held weakly: the functions are in the mapping that they change.
    const std::weak_ptr<Dict> self = made.sharedDict();
    made.dict().set("next", Value::makeFunction([values, at, self](const Arguments&) {
                        const Value now = values[(*at)++ % values.size()];
                        if (const auto dict = self.lock()) dict->set("current", values[*at % values.size()]);
                        return now;
                    }));
    made.dict().set("reset", Value::makeFunction([values, at, self](const Arguments&) {
                        *at = 0;
                        if (const auto dict = self.lock()) dict->set("current", values[0]);
                        return Value(None{});
                    }));
    return made;
}

}  // namespace

Value attributeOf(Runtime& runtime, const Value& object, const std::string& name) {
    if (object.isUndefined()) throw TemplateError("'" + object.undefinedName() + "' is undefined");
    if (name.starts_with("__") && name != "__call__")
        throw TemplateError("the attribute '" + name + "' is unsafe");
    if (object.isDict()) {
        if (!object.dict().isNamespace)
            if (Value method = dictMethod(object, name); !method.isUndefined()) return method;
        const Value* found = object.dict().named(name);
        return found ? *found : Value(Undefined{name});
    }
    if (object.isList() && object.list().isSequence()) return listMethod(object, name);
    return object.isString() ? stringMethod(runtime, object.string(), name) : Value(Undefined{name});
}

Value itemOf(Runtime& runtime, const Value& object, const Value& key) {
    if (object.isUndefined()) throw TemplateError("'" + object.undefinedName() + "' is undefined");
    if (object.isDict()) {
        const Value* found = object.dict().find(key);
        if (found) return *found;
    } else if ((key.isInteger() || key.isBool()) &&
               (object.isString() || (object.isList() && object.list().isSequence()))) {
        const auto items = itemsOf(object);
        const auto size = static_cast<std::int64_t>(items.size());
        const std::int64_t at = key.integer() < 0 ? key.integer() + size : key.integer();
        return at >= 0 && at < size ? items[static_cast<std::size_t>(at)]
                                    : Value(Undefined{"item " + toText(key)});
    }
    return key.isString() && !object.isString() ? attributeOf(runtime, object, key.string())
                                                : Value(Undefined{toText(key)});
}

void defineGlobals(Scope& scope) {
    Runtime& runtime = scope.runtime();
    scope.set("range", Value::makeFunction([&runtime](const Arguments& given) {
                  std::vector<Value> items;
                  for (const std::int64_t number : rangeOf(runtime, given)) items.emplace_back(number);
                  return Value::makeRange(std::move(items), rangeName(given));
              }));
    scope.set("namespace", Value::makeFunction([&runtime](const Arguments& given) {
                  Value made = dictFrom(given, true);
                  runtime.addNamespace(made.sharedDict());
                  return made;
              }));
    scope.set("dict", Value::makeFunction([](const Arguments& given) { return dictFrom(given, false); }));
    scope.set("joiner", Value::makeFunction(joiner));
    scope.set("cycler", Value::makeFunction(cycler));
    scope.set("raise_exception", Value::makeFunction([](const Arguments& given) -> Value {
                  throw TemplateError(given.positional.empty() ? "the template refuses this conversation"
                                                               : toText(given.positional[0]));
              }));
    scope.set("strftime_now", Value::makeFunction([&runtime](const Arguments& given) {
                  return strftimeNow(runtime.now(), given);
              }));
}

}  // namespace hearth::engine::chat_template
