// The filters that walk lists and mappings.
#include <algorithm>
#include <map>

#include "text/chat_template/arguments.h"
#include "text/chat_template/case.h"
#include "text/chat_template/runtime.h"

namespace hearth::engine::chat_template {
namespace {

// The items of a value; as in Jinja, map and select take anything false for an empty sequence.
std::vector<Value> itemsIfAny(const Value& value) {
    return value.truthy() ? itemsOf(value) : std::vector<Value>{};
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

// What to sort by: the item, an attribute of it, or several with commas between, as a tuple.
Value sortKey(Runtime& runtime, const Value& item, const Value& attribute, bool caseSensitive) {
    if (attribute.isNone()) return foldedKey(item, caseSensitive);
    if (!attribute.isString() || attribute.string().find(',') == std::string::npos)
        return foldedKey(path(runtime, item, attribute), caseSensitive);
    std::vector<Value> keys;
    const std::string& names = attribute.string();
    for (std::size_t at = 0; at <= names.size();) {
        const std::size_t end = std::min(names.find(',', at), names.size());
        keys.push_back(foldedKey(path(runtime, item, Value(names.substr(at, end - at))), caseSensitive));
        at = end + 1;
    }
    return Value::makeList(std::move(keys), true);
}

Value sortFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const bool reverse = flag(given, 0, "reverse"), caseSensitive = flag(given, 1, "case_sensitive");
    const Value attribute = argumentOrNone(given, 2, "attribute");
    std::vector<std::pair<Value, Value>> keyed;
    for (auto& item : itemsOf(input)) {
        runtime.step();
        Value key = sortKey(runtime, item, attribute, caseSensitive);
        keyed.emplace_back(std::move(key), std::move(item));
    }
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        runtime.step();
        return reverse ? compare(b.first, a.first) < 0 : compare(a.first, b.first) < 0;
    });
    std::vector<Value> out;
    for (auto& [key, item] : keyed) out.push_back(std::move(item));
    return Value::makeList(std::move(out));
}

Value dictsortFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const bool caseSensitive = flag(given, 0, "case_sensitive"), reverse = flag(given, 2, "reverse");
    const Value* by = given.get(1, "by");
    const std::size_t part = by && toText(*by) == "value" ? 1 : 0;
    std::vector<Value> pairs;
    for (const auto& [key, value] : input.dict().entries)
        pairs.push_back(Value::makeList({key, value}, true));
    std::stable_sort(pairs.begin(), pairs.end(), [&](const Value& a, const Value& b) {
        runtime.step();
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
    const bool caseSensitive = flag(given, 0, "case_sensitive");
    const Value attribute = argumentOrNone(given, 1, "attribute");
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
    const Value attribute = argumentOrNone(given, 0, "attribute");
    const Value* start = given.get(1, "start");
    Value total = start ? *start : Value(0);
    for (const auto& item : itemsOf(input))
        total = sumOf(runtime, total, attribute.isNone() ? item : path(runtime, item, attribute));
    return total;
}

Value uniqueFilter(Runtime& runtime, const Value& input, const Arguments& given) {
    const bool caseSensitive = flag(given, 0, "case_sensitive");
    const Value attribute = argumentOrNone(given, 1, "attribute");
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
    const Value attribute = argumentOrNone(given, 0, "attribute"),
                other = argumentOrNone(given, 1, "default");
    const bool caseSensitive = flag(given, 2, "case_sensitive");
    if (attribute.isNone()) throw TemplateError("groupby needs an attribute");
    std::vector<std::pair<Value, Value>> keyed;
    for (const auto& item : itemsOf(input)) {
        Value key = path(runtime, item, attribute);
        keyed.emplace_back(key.isUndefined() && !other.isNone() ? other : std::move(key), item);
    }
    const auto folded = [&](const Value& key) { return foldedKey(key, caseSensitive); };
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        return compare(folded(a.first), folded(b.first)) < 0;
    });
    std::vector<std::pair<Value, std::vector<Value>>> groups;
    for (auto& [key, item] : keyed) {
        if (groups.empty() || !equal(folded(groups.back().first), folded(key))) groups.push_back({key, {}});
        groups.back().second.push_back(std::move(item));
    }
    std::vector<Value> out;
    for (auto& [key, items] : groups) {
        out.push_back(Value::makeList({key, Value::makeList(std::move(items))}, true));
        out.back().list().group = true;
    }
    return Value::makeList(std::move(out));
}

// The items in so many columns of nearly equal length.
Value sliceFilter(Runtime&, const Value& input, const Arguments& given) {
    const Value* columns = given.get(0, "slices");
    const Value fill = argumentOrNone(given, 1, "fill_with");
    if (!columns || columns->integer() < 1 || columns->integer() > 100'000)
        throw TemplateError("slice needs a number of columns from 1 to 100000");
    const auto items = itemsOf(input);
    const auto count = static_cast<std::size_t>(columns->integer());
    const std::size_t each = items.size() / count, longer = items.size() % count;
    std::vector<Value> out;
    for (std::size_t i = 0, at = 0; i < count; ++i) {
        const std::size_t size = each + (i < longer ? 1 : 0);
        std::vector<Value> column(items.begin() + static_cast<std::ptrdiff_t>(at),
                                  items.begin() + static_cast<std::ptrdiff_t>(at + size));
        at += size;
        if (!fill.isNone() && i >= longer) column.push_back(fill);
        out.push_back(Value::makeList(std::move(column)));
    }
    return Value::makeList(std::move(out), false, true);
}

Value batchFilter(Runtime&, const Value& input, const Arguments& given) {
    const Value* size = given.get(0, "linecount");
    const Value fill = argumentOrNone(given, 1, "fill_with");
    if (!size || size->integer() < 1 || size->integer() > 100'000)
        throw TemplateError("batch needs a size from 1 to 100000");
    const auto count = static_cast<std::size_t>(size->integer());
    std::vector<std::vector<Value>> rows;
    for (const auto& item : itemsOf(input)) {
        if (rows.empty() || rows.back().size() == count) rows.emplace_back();
        rows.back().push_back(item);
    }
    if (!fill.isNone() && !rows.empty()) rows.back().resize(count, fill);
    std::vector<Value> out;
    for (auto& row : rows) out.push_back(Value::makeList(std::move(row)));
    return Value::makeList(std::move(out), false, true);
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
                                                        {"slice", sliceFilter},
                                                        {"sort", sortFilter},
                                                        {"sum", sumFilter},
                                                        {"unique", uniqueFilter}};
    const auto found = table.find(name);
    return found == table.end() ? nullptr : found->second;
}

}  // namespace hearth::engine::chat_template
