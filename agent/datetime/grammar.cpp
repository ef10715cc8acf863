#include "grammar.h"

#include <algorithm>
#include <deque>
#include <set>

namespace hearth::agent::datetime {

const Value Parts::kNone{};

namespace {

std::vector<std::string_view> splitAt(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t cut = text.find(separator);
        if (cut != 0) parts.push_back(text.substr(0, cut));
        if (cut == std::string_view::npos) break;
        text.remove_prefix(cut + 1);
    }
    return parts;
}

bool isCategoryName(std::string_view name) {
    return name[0] >= 'A' && name[0] <= 'Z';
}

}  // namespace

Category Grammar::category(std::string_view name) {
    auto [place, isNew] = categories_.try_emplace(std::string(name), count_);
    if (isNew) ++count_;
    return place->second;
}

// A literal of a pattern in the form that the lexer gives words.
std::string Grammar::spelled(std::string_view word) {
    const std::vector<Token> tokens = tokenize(word, spelling_);
    if (tokens.size() == 1) return tokens[0].text;
    slips_.emplace_back(word);  // a literal is one token: this one would never match
    return std::string(word);
}

Category Grammar::find(std::string_view name) const {
    const auto place = categories_.find(std::string(name));
    return place == categories_.end() ? -1 : place->second;
}

Category Grammar::literal(const std::string& word) const {
    const auto place = literals_.find(word);
    return place == literals_.end() ? -1 : place->second;
}

Grammar::Item Grammar::parseItem(std::string_view text) {
    Item item;
    if (text.size() > 1 && text.front() == '^') {
        item.condition = true;
        text.remove_prefix(1);
    }
    if (text.size() > 1 && text.front() == '_') {
        item.glued = true;
        text.remove_prefix(1);
    }
    if (text.size() > 1 && text.back() == '?') {
        item.optional = true;
        text.remove_suffix(1);
    }
    for (const std::string_view name : splitAt(text, '|')) {
        if (isCategoryName(name)) {
            item.categories.push_back(category(name));
        } else {
            auto [place, isNew] = literals_.try_emplace(spelled(name), count_);
            if (isNew) ++count_;
            item.categories.push_back(place->second);
        }
    }
    return item;
}

void Grammar::rule(std::string_view name, std::string_view pattern, Meaning meaning, int preference) {
    Rule rule;
    rule.category = category(name);
    for (const std::string_view text : splitAt(pattern, ' ')) {
        rule.items.push_back(parseItem(text));
    }
    rule.meaning = std::move(meaning);
    rule.preference = preference;
    rules_.push_back(std::move(rule));
}

void Grammar::words(std::string_view name, std::string_view phrases, const Value& value) {
    for (const std::string_view phrase : splitAt(phrases, '|')) {
        Rule rule;
        rule.category = category(name);
        for (const Token& token : tokenize(phrase, spelling_)) {
            Item item;
            auto [place, isNew] = literals_.try_emplace(token.text, count_);
            if (isNew) ++count_;
            item.categories.push_back(place->second);
            item.glued = !token.spaceBefore && !rule.items.empty();
            rule.items.push_back(std::move(item));
        }
        rule.meaning = [value](const Parts&) { return value; };
        rules_.push_back(std::move(rule));
    }
}

void Grammar::words(std::string_view name, std::string_view phrases, std::int64_t number) {
    Value value;
    value.number = number;
    words(name, phrases, value);
}

void Grammar::same(std::string_view name, std::string_view pattern, std::size_t which, int preference) {
    rule(
        name, pattern, [which](const Parts& parts) { return std::optional<Value>(parts[which]); },
        preference);
    rules_.back().passes = true;
}

void Grammar::unused(std::string_view names) {
    for (const std::string_view name : splitAt(names, '|')) unused_.push_back(category(name));
}

void Grammar::finish() {
    starts_.assign(static_cast<std::size_t>(count_), {});
    for (const Rule& rule : rules_) {
        for (std::size_t i = 0; i < rule.items.size(); ++i) {
            for (const Category first : rule.items[i].categories) {
                starts_[static_cast<std::size_t>(first)].push_back({&rule, i});
            }
            if (!rule.items[i].optional) break;
        }
    }
}

const std::vector<Grammar::Start>& Grammar::startsWith(Category category) const {
    return starts_[static_cast<std::size_t>(category)];
}

std::vector<std::string> Grammar::unmadeCategories() const {
    std::set<Category> made(unused_.begin(), unused_.end());
    made.insert(digits_);
    for (const Rule& rule : rules_) made.insert(rule.category);
    std::vector<std::string> names = slips_;
    for (const auto& [name, category] : categories_) {
        if (!made.contains(category)) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

namespace {

// Works from the last token to the first: whatever begins further right is complete, so a rule
// needs to wait only for its first item. Each (first token, category, length) keeps a few
// meanings, and expressions have a greatest length: that bounds the work for each token.
class Parser {
  public:
    Parser(const Grammar& grammar, const std::vector<Token>& tokens, const Context& context)
        : grammar_(grammar), tokens_(tokens), context_(context), chart_(tokens.size() + 1) {}

    std::vector<std::deque<Found>> run() {
        for (std::size_t i = tokens_.size(); i-- > 0;) fill(i);
        return std::move(chart_);
    }

  private:
    static constexpr int kMeanings = 3;
    static constexpr std::size_t kMostFound = 600;

    void fill(std::size_t at) {
        addToken(at);
        for (std::size_t next = 0; next < chart_[at].size() && next < kMostFound; ++next) {
            const Found& found = chart_[at][next];  // a deque: stays in place while more are added
            for (const Grammar::Start& start : grammar_.startsWith(found.category)) {
                Parts parts(context_);
                parts.set(start.item, &found);
                const std::size_t textBegin =
                    start.rule->items[start.item].condition ? found.end : found.textBegin;
                extend(*start.rule, start.item + 1, at, found.end, textBegin, parts);
            }
        }
    }

    void addToken(std::size_t at) {
        const Token& token = tokens_[at];
        if (const Category word = grammar_.literal(token.text); word >= 0) {
            add({word, at, at + 1, at, 0, Value{}});
        }
        if (token.kind == Token::Kind::Digits && token.text.size() <= 8) {
            Value value;
            value.digits = static_cast<int>(token.text.size());
            for (const char c : token.text) value.number = value.number * 10 + (c - '0');
            value.real = static_cast<double>(value.number);
            add({grammar_.digits(), at, at + 1, at, 0, value});
        }
    }

    void add(Found found) {
        int same = 0;
        for (const Found& other : chart_[found.begin]) {
            if (other.category != found.category || other.end != found.end) continue;
            if (++same >= kMeanings || other.value == found.value) return;
        }
        chart_[found.begin].push_back(std::move(found));
    }

    void extend(const Grammar::Rule& rule, std::size_t item, std::size_t begin, std::size_t end,
                std::size_t textBegin, Parts& parts) {
        if (item == rule.items.size()) {
            if (std::optional<Value> value = rule.meaning(parts)) {
                int preference = rule.preference;
                for (std::size_t i = 0; rule.passes && i < rule.items.size(); ++i) {
                    if (parts.has(i)) preference += parts.found(i)->preference;
                }
                add({rule.category, begin, end, textBegin, preference, std::move(*value)});
            }
            return;
        }
        const Grammar::Item& wanted = rule.items[item];
        if (end < tokens_.size() && end - begin < kLongestExpression &&
            !(wanted.glued && tokens_[end].spaceBefore)) {
            const std::size_t count = chart_[end].size();
            for (std::size_t i = 0; i < count; ++i) {
                const Found& found = chart_[end][i];
                if (found.end - begin > kLongestExpression) continue;
                if (std::find(wanted.categories.begin(), wanted.categories.end(), found.category) ==
                    wanted.categories.end()) {
                    continue;
                }
                parts.set(item, &found);
                extend(rule, item + 1, begin, found.end, wanted.condition ? found.end : textBegin, parts);
                parts.set(item, nullptr);
            }
        }
        if (wanted.optional) extend(rule, item + 1, begin, end, textBegin, parts);
    }

    const Grammar& grammar_;
    const std::vector<Token>& tokens_;
    const Context& context_;
    std::vector<std::deque<Found>> chart_;
};

}  // namespace

std::vector<std::vector<Found>> parse(const Grammar& grammar, const std::vector<Token>& tokens,
                                      const Context& context) {
    std::vector<std::deque<Found>> chart = Parser(grammar, tokens, context).run();
    std::vector<std::vector<Found>> found(chart.size());
    for (std::size_t i = 0; i < chart.size(); ++i) {
        found[i].assign(std::make_move_iterator(chart[i].begin()), std::make_move_iterator(chart[i].end()));
    }
    return found;
}

}  // namespace hearth::agent::datetime
