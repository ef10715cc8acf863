#include "text/chat_template/value.h"

#include <algorithm>
#include <cmath>

namespace hearth::engine::chat_template {
namespace {

// Each character taken from a text is a value of its own, many times as large.
constexpr std::size_t kMaxTakenApart = 100'000;

int checkedDepth(int depth) {
    if (depth > kMaxDepth) throw TemplateError("a value is nested too deeply");
    return depth;
}

// Lists that share parts may be exponentially larger than the memory they take: comparing them is bounded.
class Comparison {
  public:
    bool equal(const Value& a, const Value& b, int depth = 0);

  private:
    bool equalLists(const List& x, const List& y, int depth) {
        return x.tuple == y.tuple && x.view == y.view &&
               std::equal(x.items.begin(), x.items.end(), y.items.begin(), y.items.end(),
                          [&](const Value& a, const Value& b) { return equal(a, b, depth + 1); });
    }
    bool equalDicts(const Dict& x, const Dict& y, int depth) {
        if (x.entries.size() != y.entries.size()) return false;
        return std::all_of(x.entries.begin(), x.entries.end(), [&](const auto& entry) {
            const Value* other = y.find(entry.first);
            return other && equal(entry.second, *other, depth + 1);
        });
    }
    long steps_ = 5'000'000;
};

bool Comparison::equal(const Value& a, const Value& b, int depth) {
    if (--steps_ < 0 || depth > kMaxDepth) throw TemplateError("values are too large to be compared");
    if (a.isNumber() && b.isNumber()) {
        if (a.isFloat() || b.isFloat()) return a.number() == b.number();
        return a.integer() == b.integer();
    }
    if (a.isString() && b.isString()) return a.string() == b.string();
    if (a.isList() && b.isList()) return &a.list() == &b.list() || equalLists(a.list(), b.list(), depth);
    if (a.isDict() && b.isDict()) return &a.dict() == &b.dict() || equalDicts(a.dict(), b.dict(), depth);
    return (a.isNone() && b.isNone()) || (a.isUndefined() && b.isUndefined());
}

}  // namespace

const Value* Dict::find(const Value& key) const {
    for (const auto& [name, value] : entries)
        if (equal(name, key)) return &value;
    return nullptr;
}

const Value* Dict::named(std::string_view key) const {
    for (const auto& [name, value] : entries)
        if (name.isString() && name.string() == key) return &value;
    return nullptr;
}

void Dict::set(const Value& key, Value value) {
    depth = std::max(depth, checkedDepth(value.depth() + 1));
    for (auto& [name, old] : entries)
        if (equal(name, key)) {
            old = std::move(value);
            return;
        }
    entries.emplace_back(key, std::move(value));
}

const Value* Arguments::get(std::size_t position, std::string_view name) const {
    for (const auto& [given, value] : named)
        if (given == name) return &value;
    return position < positional.size() ? &positional[position] : nullptr;
}

Value Value::makeList(std::vector<Value> items, bool tuple, bool generator) {
    auto made = std::make_shared<List>();
    for (const Value& item : items) made->depth = std::max(made->depth, checkedDepth(item.depth() + 1));
    made->items = std::move(items);
    made->tuple = tuple;
    made->generator = generator;
    return made;
}

Value Value::makeView(std::vector<Value> items, std::string name) {
    Value made = makeList(std::move(items));
    made.list().view = std::move(name);
    return made;
}

Value Value::makeRange(std::vector<Value> items, std::string name) {
    return makeView(std::move(items), std::move(name));
}

Value Value::makeMarkup(std::string text) {
    Value value;
    value.data_ = Text{std::move(text), true};
    return value;
}

Value Value::makeDict() {
    return std::make_shared<Dict>();
}

Value Value::makeFunction(Function function) {
    return std::make_shared<Function>(std::move(function));
}

const std::string& Value::string() const {
    if (const auto* text = std::get_if<Text>(&data_)) return text->text;
    // NOLINTNEXTLINE(clang-analyzer-core.CallAndMessage): it takes `this` for what get_if() gave
    throw TemplateError(std::string("a text is needed here, not ") + typeName());
}

List& Value::list() const {
    if (const auto* list = std::get_if<std::shared_ptr<List>>(&data_)) return **list;
    throw TemplateError(std::string("a list is needed here, not ") + typeName());
}

Dict& Value::dict() const {
    if (const auto* dict = std::get_if<std::shared_ptr<Dict>>(&data_)) return **dict;
    throw TemplateError(std::string("a mapping is needed here, not ") + typeName());
}

const Function& Value::function() const {
    if (const auto* function = std::get_if<std::shared_ptr<Function>>(&data_)) return **function;
    if (isUndefined()) throw TemplateError("'" + undefinedName() + "' is undefined and cannot be called");
    throw TemplateError(std::string("'") + typeName() + "' cannot be called");
}

std::int64_t Value::integer() const {
    if (const auto* flag = std::get_if<bool>(&data_)) return *flag ? 1 : 0;
    if (const auto* whole = std::get_if<std::int64_t>(&data_)) return *whole;
    if (const auto* real = std::get_if<double>(&data_); real && std::abs(*real) < 9e18)
        return static_cast<std::int64_t>(*real);
    throw TemplateError(std::string("a whole number is needed here, not ") + typeName());
}

double Value::number() const {
    if (const auto* real = std::get_if<double>(&data_)) return *real;
    if (isBool() || isInteger()) return static_cast<double>(integer());
    if (isUndefined()) throw TemplateError("'" + undefinedName() + "' is undefined");
    throw TemplateError(std::string("a number is needed here, not ") + typeName());
}

bool Value::truthy() const {
    if (isUndefined() || isNone()) return false;
    if (isFloat()) return std::get<double>(data_) != 0;
    if (isNumber()) return integer() != 0;
    if (isString()) return !string().empty();
    if (isList()) return list().generator || !list().items.empty();
    if (isDict()) return dict().isNamespace || !dict().entries.empty();
    return true;
}

const char* Value::typeName() const {
    if (isUndefined()) return "Undefined";
    if (isNone()) return "NoneType";
    if (isBool()) return "bool";
    if (isInteger()) return "int";
    if (isFloat()) return "float";
    if (isString()) return "str";
    if (isList() && !list().view.empty()) return list().isRange() ? "range" : list().view.c_str();
    if (isList()) return list().generator ? "generator" : list().tuple ? "tuple" : "list";
    if (isDict()) return "dict";
    return "function";
}

bool equal(const Value& a, const Value& b) {
    return Comparison().equal(a, b);
}

int compare(const Value& a, const Value& b) {
    if (a.isNumber() && b.isNumber()) {
        if (a.isFloat() || b.isFloat()) return a.number() < b.number() ? -1 : a.number() > b.number();
        return a.integer() < b.integer() ? -1 : a.integer() > b.integer();
    }
    if (a.isString() && b.isString()) {
        const int order = a.string().compare(b.string());  // byte order of UTF-8 is code point order
        return order < 0 ? -1 : order > 0;
    }
    if (a.isList() && b.isList()) {
        const auto &x = a.list().items, &y = b.list().items;
        for (std::size_t i = 0; i < x.size() && i < y.size(); ++i)
            if (!equal(x[i], y[i])) return compare(x[i], y[i]);
        return x.size() < y.size() ? -1 : x.size() > y.size();
    }
    throw TemplateError(std::string("'") + a.typeName() + "' and '" + b.typeName() + "' have no order");
}

bool contains(const Value& container, const Value& item) {
    if (container.isString()) {
        if (!item.isString())
            throw TemplateError(std::string("'in' a text needs a text, not ") + item.typeName());
        return container.string().find(item.string()) != std::string::npos;
    }
    if (container.isDict()) return container.dict().find(item) != nullptr;
    const auto items = itemsOf(container);
    return std::any_of(items.begin(), items.end(), [&](const Value& each) { return equal(each, item); });
}

std::vector<Value> itemsOf(const Value& value) {
    if (value.isList()) return value.list().items;
    std::vector<Value> items;
    if (value.isDict()) {
        for (const auto& entry : value.dict().entries) items.push_back(entry.first);
    } else if (value.isString()) {
        if (value.string().size() > kMaxTakenApart)
            throw TemplateError("the text is too long to be taken apart");
        for (auto& character : characters(value.string())) items.emplace_back(std::move(character));
    } else if (!value.isUndefined()) {
        throw TemplateError(std::string("'") + value.typeName() + "' object is not iterable");
    }
    return items;
}

std::int64_t lengthOf(const Value& value) {
    if (value.isUndefined()) return 0;
    if (value.isString()) return static_cast<std::int64_t>(characters(value.string()).size());
    if (value.isDict()) return static_cast<std::int64_t>(value.dict().entries.size());
    if (value.isList() && !value.list().generator)
        return static_cast<std::int64_t>(value.list().items.size());
    throw TemplateError(std::string("object of type '") + value.typeName() + "' has no len()");
}

std::vector<std::string> characters(const std::string& text) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
        for (std::size_t k = 1; k < length; ++k)
            if (i + k >= text.size() || (static_cast<unsigned char>(text[i + k]) & 0xC0) != 0x80) length = 1;
        out.push_back(text.substr(i, length));
        i += length;
    }
    return out;
}

}  // namespace hearth::engine::chat_template
