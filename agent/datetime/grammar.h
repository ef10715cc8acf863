// A grammar of time expressions: a lexicon and rules, written as short patterns, that say which
// sequence of words and categories makes which category, and a function that computes its meaning.
// A Grammar is built once and then only read: any thread may parse with it.
//
// Pattern items are separated by blanks. An item is one or more alternatives joined by '|':
// a name with a capital first letter is a category (made by the lexicon or another rule), anything
// else is a literal word or sign. '?' after an item makes it optional, '_' before it forbids a blank
// between it and the item before; '^' before it makes it a condition: it must be there but is
// no part of the expression's text (only the first items may be conditions).
//   "The? Ordinal Of? Month"   "Number _. _Number hours|hrs"   "^at Hour"
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lexer.h"
#include "value.h"

namespace hearth::agent::datetime {

using Category = int;

struct Context {
    Tick now = 0;
    Day today = 0;
    bool assistant = false;  ///< for a request: "tonight at 1" is after midnight
};

/// A category found over tokens [begin, end).
struct Found {
    Category category = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t textBegin = 0;  ///< begin, or later when the first words are a condition only
    int preference = 0;
    Value value;
};

/// The parts that a pattern matched; part i belongs to item i, and is absent if the item was
/// optional and not there.
class Parts {
  public:
    static constexpr std::size_t kMost = 14;
    explicit Parts(const Context& where) : context(where) {}
    bool has(std::size_t i) const { return parts_[i] != nullptr; }
    /// The meaning of part i; an empty one when the part is absent.
    const Value& operator[](std::size_t i) const { return parts_[i] != nullptr ? parts_[i]->value : kNone; }
    const Found* found(std::size_t i) const { return parts_[i]; }
    void set(std::size_t i, const Found* found) { parts_[i] = found; }

    const Context& context;

  private:
    static const Value kNone;
    std::array<const Found*, kMost> parts_{};
};

using Meaning = std::function<std::optional<Value>(const Parts&)>;

class Grammar {
  public:
    struct Item {
        std::vector<Category> categories;
        bool optional = false;
        bool glued = false;
        bool condition = false;  ///< must be there, but is no part of the text
    };
    struct Rule {
        Category category = 0;
        std::vector<Item> items;
        Meaning meaning;
        bool passes = false;  ///< hands on the preference of its part
        int preference = 0;   ///< among expressions of the same words the higher one is taken
    };
    struct Start {
        const Rule* rule = nullptr;
        std::size_t item = 0;
    };

    explicit Grammar(const Spelling& spelling = {}) : spelling_(spelling) {}
    Grammar(const Grammar&) = delete;
    Grammar& operator=(const Grammar&) = delete;

    void rule(std::string_view category, std::string_view pattern, Meaning meaning, int preference = 0);
    /// `words` are phrases separated by '|'; each becomes `category` with this number.
    void words(std::string_view category, std::string_view phrases, std::int64_t number = 0);
    void words(std::string_view category, std::string_view phrases, const Value& value);
    /// Passes the meaning of the item `which` of the pattern on.
    void same(std::string_view category, std::string_view pattern, std::size_t which = 0, int preference = 0);
    /// Names categories that the shared rules ask for and this language has no words for.
    void unused(std::string_view names);
    /// To be called once, after the last rule.
    void finish();

    Category category(std::string_view name);
    /// -1 when there is no such category.
    Category find(std::string_view name) const;
    /// -1 when no pattern names this word.
    Category literal(const std::string& word) const;
    const std::vector<Start>& startsWith(Category category) const;
    Category digits() const { return digits_; }
    const Spelling& spelling() const { return spelling_; }
    std::size_t ruleCount() const { return rules_.size(); }
    /// Slips of the pen in patterns: categories that nothing makes, literals that are no single token.
    std::vector<std::string> unmadeCategories() const;

  private:
    std::string spelled(std::string_view word);
    Item parseItem(std::string_view text);

    Spelling spelling_;
    std::vector<Rule> rules_;
    std::unordered_map<std::string, Category> categories_;
    std::unordered_map<std::string, Category> literals_;
    std::vector<std::vector<Start>> starts_;
    std::vector<Category> unused_;
    std::vector<std::string> slips_;
    int count_ = 0;
    Category digits_ = category("Digits");
};

/// The longest expression, in tokens: it bounds the work for each position of the text.
inline constexpr std::size_t kLongestExpression = 24;

/// Everything that the grammar finds in the tokens, grouped by first token. Time and memory are
/// linear in the number of tokens.
std::vector<std::vector<Found>> parse(const Grammar& grammar, const std::vector<Token>& tokens,
                                      const Context& context);

}  // namespace hearth::agent::datetime
