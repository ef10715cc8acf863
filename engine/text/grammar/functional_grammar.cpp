#include "engine/functional_grammar.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "text/grammar/copy_source.h"
#include "text/grammar/token_trie.h"

namespace hearth::engine {

namespace {

using base::ErrorCode;
using base::fail;
using base::Result;
using grammar::CopySource;
using grammar::TokenTrie;

struct Argument {
    std::string name;
    TokenId token = 0;
    std::vector<std::string> values;  // with the space before each
};

struct Function {
    std::string name;
    TokenId token = 0;
    std::vector<Argument> arguments;
};

// What all answers of one vocabulary share.
struct Vocabulary {
    std::shared_ptr<const TokenTrie> trie;
    const Tokenizer* tokenizer = nullptr;
    std::vector<Function> functions;
    std::set<TokenId> marks;  // function, argument and end tokens: never part of a value
    TokenId end = 0;
    FunctionalOptions options;
};

// One way to read the value so far: in which text, from where, up to where.
struct Place {
    std::size_t begin = 0;  // in the request; for values of a list: which one
    std::size_t at = 0;     // bytes of the request up to here; for values of a list: bytes of the value
    bool started = false;   // the space before the value has come, or there is none
};

class Constraint final : public FunctionalConstraint {
  public:
    Constraint(std::shared_ptr<const Vocabulary> vocabulary, std::string_view request)
        : vocabulary_(std::move(vocabulary)),
          source_(std::make_shared<const CopySource>(request, *vocabulary_->trie)) {}

    void allowed(TokenMask& mask) override;
    bool accept(TokenId token) override;
    bool complete() const override { return ended_; }
    std::unique_ptr<TokenConstraint> clone() const override { return std::make_unique<Constraint>(*this); }
    std::vector<FunctionalCall> calls() const override;

  private:
    const Function* function() const { return function_; }
    bool inValue() const { return argument_ != nullptr; }
    bool used(const std::string& argument, std::string_view value) const;
    std::string_view listValue(const Place& place) const { return argument_->values[place.begin]; }

    std::vector<Place> beginnings(const Argument& argument) const;
    bool canFinish(const Argument& argument, const Place& place) const;
    bool atEnd(const Place& place) const;
    bool move(const Argument& argument, Place& place, std::uint8_t byte) const;

    const Place* finishedValue() const;
    void takeValue();
    bool duplicate() const;  // the call so far only repeats an earlier one
    bool mayAddArgument(const Argument& argument) const;
    void allowMarks(TokenMask& mask) const;
    void allowValues(TokenMask& mask) const;
    bool acceptMark(TokenId token);
    bool acceptText(TokenId token);

    std::shared_ptr<const Vocabulary> vocabulary_;
    std::shared_ptr<const CopySource> source_;
    std::vector<FunctionalCall> calls_;  // the last one is open until ended_
    const Function* function_ = nullptr;
    const Argument* argument_ = nullptr;  // whose value is being read
    std::vector<Place> places_;
    bool ended_ = false;
};

bool Constraint::used(const std::string& argument, std::string_view value) const {
    const auto& given = calls_.back().arguments;
    return std::any_of(given.begin(), given.end(), [&](const FunctionalValue& earlier) {
        return earlier.name == argument && earlier.text == value;
    });
}

std::vector<Place> Constraint::beginnings(const Argument& argument) const {
    std::vector<Place> out;
    if (argument.values.empty()) {
        // A value keeps the space that stands before it in the request, as its tokens do; behind a hyphen or
        // a quote there is none.
        for (std::size_t begin : source_->begins())
            out.push_back({begin, begin, begin > 0 && source_->text()[begin - 1] != ' '});
    } else {
        for (std::size_t i = 0; i < argument.values.size(); ++i) out.push_back({i, 0, true});
    }
    std::erase_if(out, [&](const Place& place) { return !canFinish(argument, place); });
    return out;
}

// True if the value can still become one that was not given for this argument before.
bool Constraint::canFinish(const Argument& argument, const Place& place) const {
    if (!argument.values.empty()) return !used(argument.name, argument.values[place.begin].substr(1));
    const std::size_t last = place.begin + static_cast<std::size_t>(vocabulary_->options.maxValueBytes);
    std::size_t end = source_->nextEnd(std::max(place.at, place.begin + 1));
    // Only as many ends can be taken already as there are values: this loop is short.
    for (; end != CopySource::npos && end <= last; end = source_->endAfter(end)) {
        if (!used(argument.name, std::string_view(source_->text()).substr(place.begin, end - place.begin)))
            return true;
    }
    return false;
}

bool Constraint::atEnd(const Place& place) const {
    if (!argument_->values.empty())
        return place.at == listValue(place).size() && !used(argument_->name, listValue(place).substr(1));
    return place.started && place.at > place.begin && source_->nextEnd(place.at) == place.at &&
           !used(argument_->name,
                 std::string_view(source_->text()).substr(place.begin, place.at - place.begin));
}

// Moves on by one byte of a value; false if it is another one.
bool Constraint::move(const Argument& argument, Place& place, std::uint8_t byte) const {
    const auto is = [byte](char c) { return static_cast<std::uint8_t>(c) == byte; };
    if (!argument.values.empty()) {
        const std::string& value = argument.values[place.begin];
        if (place.at == value.size() || !is(value[place.at])) return false;
    } else if (!place.started) {
        if (byte != ' ') return false;
        place.started = true;
        return true;
    } else if (place.at == source_->text().size() || !is(source_->text()[place.at])) {
        return false;
    }
    ++place.at;
    return true;
}

// The first place where the value may end here; the last of equal words do not matter.
const Place* Constraint::finishedValue() const {
    const auto found =
        std::find_if(places_.begin(), places_.end(), [this](const Place& place) { return atEnd(place); });
    return found == places_.end() ? nullptr : &*found;
}

void Constraint::takeValue() {
    const Place place = *finishedValue();
    FunctionalValue value;
    value.name = argument_->name;
    if (argument_->values.empty()) {
        value.copied = true;
        value.begin = place.begin;
        value.end = place.at;
        value.text = source_->text().substr(place.begin, place.at - place.begin);
    } else {
        value.text = listValue(place).substr(1);
    }
    calls_.back().arguments.push_back(std::move(value));
    argument_ = nullptr;
    places_.clear();
}

bool sameCall(const FunctionalCall& a, const FunctionalCall& b) {
    const auto values = [](const FunctionalCall& call) {
        std::set<std::pair<std::string, std::string>> out;
        for (const FunctionalValue& value : call.arguments) out.emplace(value.name, value.text);
        return out;
    };
    return a.name == b.name && values(a) == values(b);
}

bool Constraint::duplicate() const {
    return std::any_of(calls_.begin(), calls_.end() - 1,
                       [this](const FunctionalCall& call) { return sameCall(call, calls_.back()); });
}

bool Constraint::mayAddArgument(const Argument& argument) const {
    return static_cast<int>(calls_.back().arguments.size()) < vocabulary_->options.maxArguments &&
           !beginnings(argument).empty();
}

// Tokens that may stand where no value is open.
void Constraint::allowMarks(TokenMask& mask) const {
    const bool room = static_cast<int>(calls_.size()) < vocabulary_->options.maxCalls;
    if (calls_.empty() || (room && !duplicate()))
        for (const Function& next : vocabulary_->functions) mask.set(next.token);
    if (calls_.empty()) return;
    for (const Argument& next : function()->arguments)
        if (mayAddArgument(next)) mask.set(next.token);
    mask.set(vocabulary_->end);
}

void Constraint::allowValues(TokenMask& mask) const {
    for (const Place& start : places_) {
        // States of the walk are places, numbered by how many bytes were taken.
        std::vector<Place> taken = {start};
        vocabulary_->trie->walk(0, mask, [&](std::int32_t from, std::uint8_t byte) -> std::int32_t {
            taken.resize(static_cast<std::size_t>(from) + 1);
            Place next = taken.back();
            if (!move(*argument_, next, byte) || !canFinish(*argument_, next)) return -1;
            taken.push_back(next);
            return from + 1;
        });
    }
    for (TokenId mark : vocabulary_->marks) mask.reset(mark);
}

void Constraint::allowed(TokenMask& mask) {
    mask = TokenMask(vocabulary_->trie->vocabulary());
    if (ended_) {
        mask.set(vocabulary_->end);
        return;
    }
    if (inValue()) {
        allowValues(mask);
        if (!finishedValue()) return;
        Constraint after(*this);
        after.takeValue();
        after.allowMarks(mask);
    } else {
        allowMarks(mask);
    }
}

bool Constraint::accept(TokenId token) {
    if (token < 0 || token >= vocabulary_->trie->vocabulary()) return false;
    if (ended_) return token == vocabulary_->end;
    return vocabulary_->marks.count(token) != 0 ? acceptMark(token) : acceptText(token);
}

bool Constraint::acceptMark(TokenId token) {
    if (inValue() && !finishedValue()) return false;
    Constraint after(*this);
    if (after.inValue()) after.takeValue();
    TokenMask mask(vocabulary_->trie->vocabulary());
    after.allowMarks(mask);
    if (!mask.test(token)) return false;
    *this = std::move(after);
    if (token == vocabulary_->end) {
        if (duplicate()) calls_.pop_back();
        ended_ = true;
        return true;
    }
    for (const Function& next : vocabulary_->functions) {
        if (next.token != token) continue;
        function_ = &next;
        calls_.push_back({next.name, {}});
        return true;
    }
    for (const Argument& next : function()->arguments) {
        if (next.token != token) continue;
        argument_ = &next;
        places_ = beginnings(next);
        return true;
    }
    return false;
}

bool Constraint::acceptText(TokenId token) {
    if (!inValue()) return false;
    const std::string bytes = vocabulary_->tokenizer->bytes(token);
    if (bytes.empty() || bytes.size() > TokenTrie::maxTokenBytes) return false;
    std::vector<Place> next;
    for (Place place : places_) {
        const bool fits = std::all_of(bytes.begin(), bytes.end(), [&](char byte) {
            return move(*argument_, place, static_cast<std::uint8_t>(byte));
        });
        if (fits && canFinish(*argument_, place)) next.push_back(place);
    }
    if (next.empty()) return false;
    places_ = std::move(next);
    return true;
}

std::vector<FunctionalCall> Constraint::calls() const {
    if (ended_ || !inValue() || !finishedValue()) return calls_;
    Constraint after(*this);
    after.takeValue();
    return after.calls_;
}

class Grammar final : public FunctionalGrammar {
  public:
    explicit Grammar(std::shared_ptr<const Vocabulary> vocabulary) : vocabulary_(std::move(vocabulary)) {}
    std::unique_ptr<FunctionalConstraint> start(std::string_view request) const override {
        return std::make_unique<Constraint>(vocabulary_, request);
    }

  private:
    std::shared_ptr<const Vocabulary> vocabulary_;
};

Result<TokenId> tokenNamed(const Tokenizer& tokenizer, const std::string& name) {
    if (const auto id = tokenizer.find(name)) return *id;
    return fail(ErrorCode::NotFound, "The model has no token " + name + "; it was not trained for this",
                name);
}

Result<Argument> readArgument(const FunctionalArgument& argument, Vocabulary& vocabulary) {
    auto token = tokenNamed(*vocabulary.tokenizer, "<arg:" + argument.name + ">");
    if (!token) return tl::unexpected(token.error());
    vocabulary.marks.insert(*token);
    Argument out{argument.name, *token, {}};
    for (const std::string& value : argument.values) {
        const std::string spelled = " " + value;
        const bool possible = !value.empty() && std::all_of(spelled.begin(), spelled.end(), [&](char c) {
            return vocabulary.trie->spellsByte(static_cast<std::uint8_t>(c));
        });
        if (!possible)
            return fail(ErrorCode::InvalidInput, "The model cannot write the value \"" + value + "\"",
                        "argument " + argument.name);
        if (std::find(out.values.begin(), out.values.end(), spelled) != out.values.end())
            return fail(ErrorCode::InvalidInput, "The value \"" + value + "\" is given twice",
                        "argument " + argument.name);
        out.values.push_back(spelled);
    }
    return out;
}

Result<Function> readFunction(const FunctionalFunction& function, Vocabulary& vocabulary) {
    auto token = tokenNamed(*vocabulary.tokenizer, "<fn:" + function.name + ">");
    if (!token) return tl::unexpected(token.error());
    if (!vocabulary.marks.insert(*token).second)
        return fail(ErrorCode::InvalidInput, "The function is given twice", function.name);
    Function out{function.name, *token, {}};
    for (const FunctionalArgument& argument : function.arguments) {
        const bool twice = std::any_of(out.arguments.begin(), out.arguments.end(),
                                       [&](const Argument& other) { return other.name == argument.name; });
        if (twice)
            return fail(ErrorCode::InvalidInput, "The argument " + argument.name + " is given twice",
                        function.name);
        auto read = readArgument(argument, vocabulary);
        if (!read) return tl::unexpected(read.error());
        out.arguments.push_back(std::move(*read));
    }
    return out;
}

}  // namespace

bool FunctionalGrammar::knows(const Tokenizer& tokenizer, std::string_view function) {
    return tokenizer.find("<fn:" + std::string(function) + ">").has_value();
}

Result<std::shared_ptr<const FunctionalGrammar>> FunctionalGrammar::create(
    const Tokenizer& tokenizer, const std::vector<FunctionalFunction>& functions,
    const FunctionalOptions& options) {
    if (functions.empty()) return fail(ErrorCode::InvalidInput, "There is no function to call");
    if (options.maxCalls < 1 || options.maxArguments < 0 || options.maxValueBytes < 1)
        return fail(ErrorCode::InvalidInput, "The limits of a functional answer must be positive");
    auto vocabulary = std::make_shared<Vocabulary>();
    vocabulary->tokenizer = &tokenizer;
    vocabulary->trie = TokenTrie::of(tokenizer);
    vocabulary->options = options;
    const auto end = tokenNamed(tokenizer, options.endToken);
    if (!end) return tl::unexpected(end.error());
    vocabulary->end = *end;
    vocabulary->marks.insert(*end);
    for (const FunctionalFunction& function : functions) {
        auto read = readFunction(function, *vocabulary);
        if (!read) return tl::unexpected(read.error());
        vocabulary->functions.push_back(std::move(*read));
    }
    return std::make_shared<Grammar>(std::move(vocabulary));
}

}  // namespace hearth::engine
