// The filters that walk lists and mappings.
#include <algorithm>
#include <map>

#include "text/chat_template/print.h"
#include "text/chat_template/runtime.h"

namespace hearth::engine::chat_template {
namespace {

// The items of a value; as in Jinja, map and select take anything false for an empty sequence.
std::vector<Value> itemsIfAny(const Value& value) {
    return value.truthy() ? itemsOf(value) : std::vector<Value>{};
}

Value orNone(const Value* value) {
    return value ? *value : Value(None{});
}

// "a.b.0" of an item; numbers index.
Value path(Runtime& runtime, Value item, const Value& attribute) {
    if (attribute.isInteger()) return itemOf(runtime, item, attribute);
    const std::string& text = attribute.string();
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('.', at), text.size());
        const std::string part = text.substr(at, end - at);
        const bool index = !part.empty() && std::all_of(part.begin(), part.end(),
                                                        [](unsigned char c) { return std::isdigit(c); });
        item = itemOf(runtime, item,
                      index && part.size() < 10 ? Value(std::int64_t{std::stol(part)}) : Value(part));
        at = end + 1;
    }
    return item;
}

Value foldedKey(const Value& value, bool caseSensitive) {
    return value.isString() && !caseSensitive ? Value(lowerCase(value.string())) : value;
}

bool truthyArgument(const Arguments& given, std::size_t position, std::string_view name) {
    const Value* value = given.get(position, name);
    return value && value->truthy();
}

Value listFilter(Runtime&, const Value& input, const Arguments&) {
    return Value::makeList(itemsOf(input));
}

Value firstFilter(Runtime&, const Value& input, const Arguments&) {
    const auto items = itemsOf(input);
    return items.empty() ? Value(Undefined{"the first item of an empty sequence"}) : items.front();
}

Value lastFilter(Runtime&, const Value& input, const Arguments&) {
    const auto items = itemsOf(input);
    return items.empty() ? Value(Undefined{"the last item of an empty sequence"}) : items.back();
}

Value joinFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const Value* separator = given.get(0, "d");
    const Value* attribute = given.get(1, "attribute");
    std::string out;
    bool first = true;
    for (const auto& item : itemsOf(input)) {
        if (!first && separator) out += toText(*separator);
        first = false;
        out += toText(attribute && !attribute->isNone() ? path(runtime, item, *attribute) : item);
        runtime.checkSize(out.size());
    }
    return out;
}

Value reverseFilter(Runtime&, const Value& input, const Arguments&) {
    auto items = itemsOf(input);
    std::reverse(items.begin(), items.end());
    if (!input.isString()) return Value::makeList(std::move(items), false, true);
    std::string out;
    for (const auto& item : items) out += item.string();
    return out;
}

Value sortFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const bool reverse = truthyArgument(given, 0, "reverse"),
               caseSensitive = truthyArgument(given, 1, "case_sensitive");
    const Value attribute = orNone(given.get(2, "attribute"));
    std::vector<std::pair<Value, Value>> keyed;
    for (auto& item : itemsOf(input)) {
        Value key = attribute.isNone() ? item : path(runtime, item, attribute);
        keyed.emplace_back(foldedKey(key, caseSensitive), std::move(item));
    }
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        return reverse ? compare(b.first, a.first) < 0 : compare(a.first, b.first) < 0;
    });
    std::vector<Value> out;
    for (auto& [key, item] : keyed) out.push_back(std::move(item));
    return Value::makeList(std::move(out));
}

Value dictsortFilter(Runtime&, const Value& input, const Arguments& given) {
    const bool caseSensitive = truthyArgument(given, 0, "case_sensitive"),
               reverse = truthyArgument(given, 2, "reverse");
    const Value* by = given.get(1, "by");
    const std::size_t part = by && toText(*by) == "value" ? 1 : 0;
    std::vector<Value> pairs;
    for (const auto& [key, value] : input.dict().entries)
        pairs.push_back(Value::makeList({key, value}, true));
    std::stable_sort(pairs.begin(), pairs.end(), [&](const Value& a, const Value& b) {
        const Value x = foldedKey(a.list().items[part], caseSensitive),
                    y = foldedKey(b.list().items[part], caseSensitive);
        return reverse ? compare(y, x) < 0 : compare(x, y) < 0;
    });
    return Value::makeList(std::move(pairs));
}

Value itemsFilter(Runtime&, const Value& input, const Arguments&) {
    std::vector<Value> pairs;
    if (!input.isUndefined())
        for (const auto& [key, value] : input.dict().entries)
            pairs.push_back(Value::makeList({key, value}, true));
    return Value::makeList(std::move(pairs), false, true);
}

Value extreme(Runtime& runtime, const Value& input, const Arguments& given, int wanted) {
    const bool caseSensitive = truthyArgument(given, 0, "case_sensitive");
    const Value attribute = orNone(given.get(1, "attribute"));
    Value best = Undefined{"the extreme of an empty sequence"}, bestKey;
    for (const auto& item : itemsOf(input)) {
        Value key = foldedKey(attribute.isNone() ? item : path(runtime, item, attribute), caseSensitive);
        if (!best.isUndefined() && compare(key, bestKey) * wanted <= 0) continue;
        best = item;
        bestKey = std::move(key);
    }
    return best;
}
Value minFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    return extreme(runtime, input, given, -1);
}
Value maxFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    return extreme(runtime, input, given, 1);
}

Value sumFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const Value attribute = orNone(given.get(0, "attribute"));
    const Value* start = given.get(1, "start");
    double total = start ? start->number() : 0;
    bool whole = !start || !start->isFloat();
    for (const auto& item : itemsOf(input)) {
        const Value value = attribute.isNone() ? item : path(runtime, item, attribute);
        whole = whole && !value.isFloat();
        total += value.number();
    }
    return whole ? Value(static_cast<std::int64_t>(total)) : Value(total);
}

Value uniqueFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const bool caseSensitive = truthyArgument(given, 0, "case_sensitive");
    const Value attribute = orNone(given.get(1, "attribute"));
    std::vector<Value> seen, out;
    for (const auto& item : itemsOf(input)) {
        runtime.step();
        Value key = foldedKey(attribute.isNone() ? item : path(runtime, item, attribute), caseSensitive);
        if (std::any_of(seen.begin(), seen.end(), [&](const Value& each) { return equal(each, key); }))
            continue;
        seen.push_back(std::move(key));
        out.push_back(item);
    }
    return Value::makeList(std::move(out), false, true);
}

Value groupbyFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const Value* attribute = given.get(0, "attribute");
    if (!attribute) throw TemplateError("groupby needs an attribute");
    Arguments sorting;
    sorting.named.emplace_back("attribute", *attribute);
    std::vector<Value> groups;
    for (const auto& item : sortFilter(runtime, input, sorting).list().items) {
        Value key = path(runtime, item, *attribute);
        if (groups.empty() || !equal(groups.back().list().items[0], key))
            groups.push_back(Value::makeList({key, Value::makeList({})}, true));
        groups.back().list().items[1].list().items.push_back(item);
    }
    return Value::makeList(std::move(groups));
}

Value batchFilter(Runtime&, const Value& input, const Arguments& given) {
    const Value* size = given.get(0, "linecount");
    const Value* fill = given.get(1, "fill_with");
    if (!size || size->integer() < 1 || size->integer() > 100'000)
        throw TemplateError("batch needs a size from 1 to 100000");
    const auto count = static_cast<std::size_t>(size->integer());
    std::vector<Value> rows;
    for (const auto& item : itemsOf(input)) {
        if (rows.empty() || rows.back().list().items.size() == count) rows.push_back(Value::makeList({}));
        rows.back().list().items.push_back(item);
    }
    if (fill && !fill->isNone() && !rows.empty()) rows.back().list().items.resize(count, *fill);
    return Value::makeList(std::move(rows), false, true);
}

// map(attribute=…, default=…) or map("filter", arguments…).
Value mapFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    std::vector<Value> out;
    const Value* attribute = given.get(99, "attribute");
    const Value* otherwise = given.get(99, "default");
    Filter filter = nullptr;
    Arguments rest;
    if (!attribute) {
        if (given.positional.empty()) throw TemplateError("map needs a filter or an attribute");
        filter = findFilter(toText(given.positional[0]));
        if (!filter) throw TemplateError("there is no filter '" + toText(given.positional[0]) + "'");
        rest.positional.assign(given.positional.begin() + 1, given.positional.end());
        rest.named = given.named;
    }
    for (const auto& item : itemsIfAny(input)) {
        runtime.step();
        Value value = filter ? filter(runtime, item, rest) : path(runtime, item, *attribute);
        out.push_back(value.isUndefined() && otherwise ? *otherwise : std::move(value));
    }
    return Value::makeList(std::move(out), false, true);
}

// select, reject ("test", arguments…) and selectattr, rejectattr ("attribute", "test", arguments…).
Value choose(Runtime& runtime, const Value& input, const Arguments& given, bool byAttribute, bool keep) {
    const std::size_t at = byAttribute ? 1 : 0;
    if (byAttribute && given.positional.empty())
        throw TemplateError("selectattr and rejectattr need an attribute");
    Arguments rest;
    if (given.positional.size() > at + 1)
        rest.positional.assign(given.positional.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                               given.positional.end());
    std::vector<Value> out;
    for (const auto& item : itemsIfAny(input)) {
        const Value value = byAttribute ? path(runtime, item, given.positional[0]) : item;
        const bool holds = given.positional.size() > at
                               ? runTest(runtime, toText(given.positional[at]), value, rest)
                               : value.truthy();
        if (holds == keep) out.push_back(item);
    }
    return Value::makeList(std::move(out), false, true);
}
Value selectFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    return choose(runtime, input, given, false, true);
}
Value rejectFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    return choose(runtime, input, given, false, false);
}
Value selectattrFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    return choose(runtime, input, given, true, true);
}
Value rejectattrFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    return choose(runtime, input, given, true, false);
}

}  // namespace

Filter findSequenceFilter(const std::string& name) {
    static const std::map<std::string, Filter> table = {{"batch", batchFilter},
                                                        {"dictsort", dictsortFilter},
                                                        {"first", firstFilter},
                                                        {"groupby", groupbyFilter},
                                                        {"items", itemsFilter},
                                                        {"join", joinFilter},
                                                        {"last", lastFilter},
                                                        {"list", listFilter},
                                                        {"map", mapFilter},
                                                        {"max", maxFilter},
                                                        {"min", minFilter},
                                                        {"reject", rejectFilter},
                                                        {"rejectattr", rejectattrFilter},
                                                        {"reverse", reverseFilter},
                                                        {"select", selectFilter},
                                                        {"selectattr", selectattrFilter},
                                                        {"sort", sortFilter},
                                                        {"sum", sumFilter},
                                                        {"unique", uniqueFilter}};
    const auto found = table.find(name);
    return found == table.end() ? nullptr : found->second;
}

}  // namespace hearth::engine::chat_template
