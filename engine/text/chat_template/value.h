// The values a template computes with: Python's, as far as Jinja templates see them.
// Lists and dicts are shared by reference, as in Python. A Value is cheap to copy and used by one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace hearth::engine::chat_template {

// Thrown inside this folder only; the public face turns it into a base::Error.
struct TemplateError : std::runtime_error {
    explicit TemplateError(const std::string& message, int atLine = 0)
        : std::runtime_error(message), line(atLine) {}
    int line;  // 1-based; 0: not known yet
};

class Value;

struct List {
    std::vector<Value> items;
    bool tuple = false;
    bool generator = false;  // what map, select and reject give: can be walked, but has no length and no JSON
    bool group = false;      // what groupby gives: a tuple whose items are called grouper and list
    std::string view;        // "dict_items": what a mapping's items() gives; "range(0, 3)": what range gives
    int depth = 0;           // of lists and mappings inside

    bool isRange() const { return view.starts_with("range("); }
    // Has positions; JSON and repr know lists and tuples only.
    bool isSequence() const { return !generator && (view.empty() || isRange()); }
    bool isPlain() const { return !generator && view.empty(); }
};

struct Dict {
    std::vector<std::pair<Value, Value>> entries;  // in order of insertion
    bool isNamespace = false;                      // made by namespace(): its attributes may be set
    int depth = 0;                                 // of lists and mappings inside

    const Value* find(const Value& key) const;
    const Value* named(std::string_view key) const;
    void set(const Value& key, Value value);
};

struct Arguments {
    std::vector<Value> positional;
    std::vector<std::pair<std::string, Value>> named;

    // The argument `name`, given by name or at `position`; nullptr where it was not given.
    const Value* get(std::size_t position, std::string_view name) const;
};

using Function = std::function<Value(const Arguments&)>;

struct Undefined {
    std::string name;  // what was looked up, for the error text
};
struct None {};
struct Text {
    std::string text;
    bool markup = false;  // Markup, as `safe` and `escape` give: adding a plain text escapes that text
};

class Value {
  public:
    Value() : data_(Undefined{}) {}
    Value(None none) : data_(none) {}
    Value(Undefined undefined) : data_(std::move(undefined)) {}
    Value(bool flag) : data_(flag) {}
    Value(int number) : data_(std::int64_t{number}) {}
    Value(std::int64_t number) : data_(number) {}
    Value(double number) : data_(number) {}
    Value(const char* text) : data_(Text{text}) {}
    Value(std::string text) : data_(Text{std::move(text)}) {}
    Value(std::shared_ptr<List> list) : data_(std::move(list)) {}
    Value(std::shared_ptr<Dict> dict) : data_(std::move(dict)) {}
    Value(std::shared_ptr<Function> function) : data_(std::move(function)) {}

    static Value makeMarkup(std::string text);
    static Value makeList(std::vector<Value> items, bool tuple = false, bool generator = false);
    static Value makeView(std::vector<Value> items, std::string name);   // "dict_keys"
    static Value makeRange(std::vector<Value> items, std::string name);  // "range(0, 3)"
    static Value makeDict();
    static Value makeFunction(Function function);

    bool isUndefined() const { return std::holds_alternative<Undefined>(data_); }
    bool isNone() const { return std::holds_alternative<None>(data_); }
    bool isBool() const { return std::holds_alternative<bool>(data_); }
    bool isInteger() const { return std::holds_alternative<std::int64_t>(data_); }
    bool isFloat() const { return std::holds_alternative<double>(data_); }
    bool isNumber() const { return isBool() || isInteger() || isFloat(); }
    bool isString() const { return std::holds_alternative<Text>(data_); }
    bool isMarkup() const { return isString() && std::get<Text>(data_).markup; }
    bool isList() const { return std::holds_alternative<std::shared_ptr<List>>(data_); }
    bool isDict() const { return std::holds_alternative<std::shared_ptr<Dict>>(data_); }
    bool isFunction() const { return std::holds_alternative<std::shared_ptr<Function>>(data_); }

    const std::string& string() const;  // these throw TemplateError where the type is another
    List& list() const;
    Dict& dict() const;
    std::shared_ptr<Dict> sharedDict() const { return std::get<std::shared_ptr<Dict>>(data_); }
    const Function& function() const;
    int depth() const { return isList() ? list().depth : isDict() ? dict().depth : 0; }
    const std::string& undefinedName() const { return std::get<Undefined>(data_).name; }
    std::int64_t integer() const;  // of a bool, integer or whole float
    double number() const;

    bool truthy() const;
    const char* typeName() const;  // Python's: "str", "int", "dict", ...

  private:
    std::variant<Undefined, None, bool, std::int64_t, double, Text, std::shared_ptr<List>,
                 std::shared_ptr<Dict>, std::shared_ptr<Function>>
        data_;
};

// Values deeper than this are refused: freeing, comparing and writing them is recursive.
inline constexpr int kMaxDepth = 500;

// Throws TemplateError where the comparison would take beyond reason.
bool equal(const Value& a, const Value& b);
// <0, 0, >0 as Python orders; throws TemplateError for types that have no order.
int compare(const Value& a, const Value& b);
bool contains(const Value& container, const Value& item);
// The items that `for` walks: list items, dict keys, characters of a string. Undefined gives none.
std::vector<Value> itemsOf(const Value& value);
// Python's len(); throws where there is none.
std::int64_t lengthOf(const Value& value);

// Code points of a UTF-8 text, each as a string of its own; a malformed byte is one item.
std::vector<std::string> characters(const std::string& text);

}  // namespace hearth::engine::chat_template
