// What a running template shares: limits, the variables of each scope, and the functions it may call.
// Ownership: a Runtime lives for one rendering, on one thread; scopes are shared by the macros made in them.
#pragma once

#include <ctime>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "text/chat_template/value.h"

namespace hearth::engine::chat_template {

struct Limits {
    long steps = 3'000'000;              // expressions and statements evaluated, and 8 bytes gone through
    std::size_t outputBytes = 8u << 20;  // of the rendered text, and of any text on the way
    int depth = 100;                     // of calls and nested blocks
    std::int64_t rangeItems = 100'000;   // of range()
};

class Runtime {
  public:
    explicit Runtime(const Limits& limits, const std::tm& now) : limits_(limits), now_(now) {}
    // Namespaces may hold themselves: emptied, they let go.
    ~Runtime() {
        for (const auto& each : namespaces_)
            if (const auto held = each.lock()) held->entries.clear();
    }
    Runtime(const Runtime&) = delete;
    Runtime& operator=(const Runtime&) = delete;
    void addNamespace(const std::shared_ptr<Dict>& made) { namespaces_.push_back(made); }

    void step(std::size_t textBytes = 0) {
        limits_.steps -= 1 + static_cast<long>(textBytes / 8);
        if (limits_.steps < 0) throw TemplateError("the template takes too many steps");
    }
    void checkSize(std::size_t bytes) const {
        if (bytes > limits_.outputBytes) throw TemplateError("the template makes too much text");
    }
    const Limits& limits() const { return limits_; }
    const std::tm& now() const { return now_; }

    // Counts nesting while it lives.
    class Nesting {
      public:
        explicit Nesting(Runtime& runtime) : runtime_(runtime) {
            if (++runtime_.depth_ > runtime_.limits_.depth) {
                --runtime_.depth_;
                throw TemplateError("the template is nested too deeply");
            }
        }
        ~Nesting() { --runtime_.depth_; }
        Nesting(const Nesting&) = delete;
        Nesting& operator=(const Nesting&) = delete;

      private:
        Runtime& runtime_;
    };

  private:
    Limits limits_;
    std::tm now_;
    int depth_ = 0;
    std::vector<std::weak_ptr<Dict>> namespaces_;
};

// The variables of a block; what is not found here is looked up in the parent.
class Scope : public std::enable_shared_from_this<Scope> {
  public:
    Scope(Runtime& runtime, std::shared_ptr<Scope> parent) : runtime_(runtime), parent_(std::move(parent)) {}

    Runtime& runtime() const { return runtime_; }
    std::shared_ptr<Scope> child() { return std::make_shared<Scope>(runtime_, shared_from_this()); }
    void set(const std::string& name, Value value) { variables_[name] = std::move(value); }
    Value get(const std::string& name) const {
        for (const Scope* scope = this; scope; scope = scope->parent_.get())
            if (const auto found = scope->variables_.find(name); found != scope->variables_.end())
                return found->second;
        return Undefined{name};
    }

  private:
    Runtime& runtime_;
    std::shared_ptr<Scope> parent_;
    std::map<std::string, Value> variables_;
};

// Jinja's built-in names; all throw TemplateError. Unknown filters and tests are named in the error.
using Filter = Value (*)(Runtime&, const Value& input, const Arguments&);
Filter findFilter(const std::string& name);  // nullptr where there is none
Filter findTextFilter(const std::string& name);
Filter findSequenceFilter(const std::string& name);
bool isTest(const std::string& name);
bool runTest(Runtime&, const std::string& name, const Value& input, const Arguments&);
void defineGlobals(Scope& scope);  // range, namespace, dict, raise_exception, strftime_now, …

// `object.name`: Python's attribute, method, or item. Undefined where there is none.
Value attributeOf(Runtime&, const Value& object, const std::string& name);
// `object[key]`.
Value itemOf(Runtime&, const Value& object, const Value& key);
Value sumOf(Runtime&, const Value& a, const Value& b);  // a + b
Value stringSplit(const std::string& text);             // text.split()
Value stringLines(const std::string& text);             // text.splitlines()
// The methods of str; undefined where there is none of that name.
Value stringMethod(Runtime&, const std::string& text, const std::string& name);

std::string escaped(const std::string& text);  // & < > " ' as HTML writes them
std::string strip(const std::string& text, const Value* characters, bool left, bool right);
std::string replaceAll(const std::string& text, const std::string& from, const std::string& to,
                       std::int64_t count);

}  // namespace hearth::engine::chat_template
