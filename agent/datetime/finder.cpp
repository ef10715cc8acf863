// Chooses, of all that the grammar found, the expressions that are in the text.
#include <algorithm>
#include <array>
#include <tuple>

#include "finder.h"
#include "rules.h"

namespace hearth::agent {
namespace datetime {
namespace {

struct Kind {
    const char* category;
    TimeType type;
    bool sentence;  ///< also in a sentence, not only as an argument
};
// In the order in which an expression is taken when it can be several.
constexpr std::array<Kind, 14> kKinds = {{{"Set", TimeType::Set, true},
                                          {"AnySet", TimeType::Set, false},
                                          {"DateTimeRange", TimeType::DateTimeRange, true},
                                          {"DateTime", TimeType::DateTime, true},
                                          {"LooseDateTime", TimeType::DateTime, false},
                                          {"DateRange", TimeType::DateRange, true},
                                          {"TimeRange", TimeType::TimeRange, true},
                                          {"BareRange", TimeType::TimeRange, false},
                                          {"Date", TimeType::Date, true},
                                          {"HolidayDate", TimeType::Date, true},
                                          {"Time", TimeType::Time, true},
                                          {"AnyClock", TimeType::Time, false},
                                          {"Duration", TimeType::Duration, true},
                                          {"Meal", TimeType::TimeRange, false}}};

struct Candidate {
    const Found* found = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
    TimeType type = TimeType::Date;
    bool none = false;
    bool afterAll = false;  ///< of the last kind, taken when there is no other
    bool doubtful = false;  ///< in a sentence it would be something else
};

bool isDigits(const Token& token) {
    return token.kind == Token::Kind::Digits;
}

bool isSign(const Token& token, std::string_view signs) {
    return token.text.size() == 1 && signs.find(token.text[0]) != std::string_view::npos;
}

// Part of a longer number or name: "1.5", "123-12-1234", "A1B2C3", "$5".
bool isInsideNumber(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
    const auto gluedTo = [&](std::size_t i) { return i < tokens.size() && !tokens[i].spaceBefore; };
    if (begin > 0 && isDigits(tokens[begin]) && gluedTo(begin)) {
        const Token& before = tokens[begin - 1];
        if (isDigits(before) || isSign(before, "$#")) return true;
        if (before.kind == Token::Kind::Word && static_cast<unsigned char>(before.text[0]) < 0x80)
            return true;
        if (isSign(before, ".,:-/") && begin > 1 && gluedTo(begin - 1) && isDigits(tokens[begin - 2]))
            return true;
    }
    if (begin > 0 && isDigits(tokens[begin]) && isSign(tokens[begin - 1], "$")) return true;
    if (begin > 0 && gluedTo(begin) && isSign(tokens[begin - 1], "$#@")) return true;
    if (end < tokens.size() && gluedTo(end)) {
        const Token& last = tokens[end - 1];
        const Token& after = tokens[end];
        if (isDigits(last) && (isDigits(after) || isSign(after, "%$"))) return true;
        if (isDigits(last) && after.kind == Token::Kind::Word &&
            static_cast<unsigned char>(after.text[0]) < 0x80) {
            return true;
        }
        if (isDigits(last) && isSign(after, ".,:-/") && end + 1 < tokens.size() && gluedTo(end + 1) &&
            isDigits(tokens[end + 1])) {
            return true;
        }
        const bool ascii = static_cast<unsigned char>(last.text[0]) < 0x80;
        if (ascii && last.kind == Token::Kind::Word && isDigits(after)) return true;
    }
    if (end < tokens.size() && isDigits(tokens[end - 1]) && isSign(tokens[end], "%")) return true;
    if (end == begin + 1 && isDigits(tokens[begin])) {  // "32 - 2015"
        if (begin > 1 && isSign(tokens[begin - 1], "-") && isDigits(tokens[begin - 2])) return true;
        if (end + 1 < tokens.size() && isSign(tokens[end], "-") && isDigits(tokens[end + 1])) return true;
    }
    return false;
}

std::vector<Candidate> candidatesAt(const std::vector<Found>& found, const LanguageRules& rules,
                                    const std::vector<Token>& tokens,
                                    const std::array<Category, kKinds.size()>& categories, Category none,
                                    Reach reach) {
    std::vector<Candidate> candidates;
    for (const Found& one : found) {
        Candidate candidate;
        candidate.found = &one;
        candidate.begin = one.textBegin;
        candidate.end = one.end;
        if (one.category == none) {
            if (reach == Reach::Argument) continue;
            candidate.none = true;
        } else {
            const auto kind = std::find(categories.begin(), categories.end(), one.category);
            if (kind == categories.end()) continue;
            candidate.type = one.value.type;
            const TimeType byCategory = kKinds[static_cast<std::size_t>(kind - categories.begin())].type;
            candidate.afterAll = kind + 1 == categories.end();
            if (byCategory == TimeType::Set || byCategory == TimeType::Duration) candidate.type = byCategory;
            if (one.value.readings.empty() && !one.value.impossible && candidate.type != TimeType::Set &&
                candidate.type != TimeType::Duration) {
                continue;
            }
            if (!rules.keepsFullStop && tokens[candidate.end - 1].text == "." &&
                candidate.end > candidate.begin + 1 && tokens[candidate.end - 2].text.size() > 2) {
                --candidate.end;
            }
            if (isInsideNumber(tokens, candidate.begin, candidate.end)) continue;
            candidate.doubtful = rules.isOther != nullptr &&
                                 rules.isOther(tokens, candidate.begin, candidate.end, candidate.type);
            if (candidate.doubtful && reach == Reach::Sentence) continue;
        }
        // One for each stretch of words: the first of the most preferred kind.
        const auto same = std::find_if(candidates.begin(), candidates.end(), [&](const Candidate& other) {
            return other.begin == candidate.begin && other.end == candidate.end;
        });
        if (same == candidates.end()) {
            candidates.push_back(candidate);
        } else {
            const auto rank = [&](const Candidate& c) {
                int place = 0;
                while (!c.none && kKinds[static_cast<std::size_t>(place)].type != c.type) ++place;
                return std::tuple(c.doubtful, -c.found->preference, c.afterAll, place);
            };
            if (rank(candidate) < rank(*same)) *same = candidate;
        }
    }
    return candidates;
}

// Long expressions are worth more than the short ones they could be cut into.
long worth(const Candidate& candidate) {
    const long length = static_cast<long>(candidate.end - candidate.begin);
    return 4 * length * length + candidate.found->preference - (candidate.doubtful ? 2 : 0);
}

// The set of expressions that is worth most.
std::vector<Candidate> choose(const std::vector<std::vector<Candidate>>& candidates) {
    struct Best {
        long score = 0;
        const Candidate* taken = nullptr;
        std::size_t next = 0;
    };
    const std::size_t count = candidates.size();
    std::vector<Best> best(count + 1);
    for (std::size_t i = count; i-- > 0;) {
        best[i] = {best[i + 1].score, nullptr, i + 1};
        for (const Candidate& candidate : candidates[i]) {
            const long score = best[candidate.end].score + worth(candidate);
            if (score > best[i].score) best[i] = {score, &candidate, candidate.end};
        }
    }
    std::vector<Candidate> chosen;
    for (std::size_t i = 0; i < count; i = best[i].next) {
        if (best[i].taken != nullptr && !best[i].taken->none) chosen.push_back(*best[i].taken);
    }
    return chosen;
}

}  // namespace

std::vector<Piece> findPieces(const std::vector<Token>& tokens, const Context& context,
                              const LanguageRules& rules, Reach reach) {
    const auto found = parse(rules.grammar, tokens, context);
    std::array<Category, kKinds.size()> categories{};
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        const bool wanted = kKinds[i].sentence || reach == Reach::Argument;
        categories[i] = wanted ? rules.grammar.find(kKinds[i].category) : -1;
    }
    const Category none = rules.grammar.find("None");
    std::vector<std::vector<Candidate>> candidates(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        for (const Candidate& candidate : candidatesAt(found[i], rules, tokens, categories, none, reach)) {
            candidates[candidate.begin].push_back(candidate);
        }
    }
    std::vector<Piece> pieces;
    for (const Candidate& candidate : choose(candidates)) {
        pieces.push_back({candidate.begin, candidate.end, candidate.type, candidate.found->value});
    }
    return pieces;
}

namespace {

TimeReading publicReading(const Reading& reading) {
    TimeReading result;
    if (reading.hasStart) result.start = civilFromTick(reading.start);
    if (reading.hasEnd) result.end = civilFromTick(reading.end);
    return result;
}

}  // namespace
}  // namespace datetime

std::vector<TimeEntity> findTimes(std::string_view text, const CivilTime& reference, Language language) {
    using namespace datetime;
    if (!isUsualYear(reference.year)) return {};
    const LanguageRules rules = rulesOf(language);
    const std::vector<Token> tokens = tokenize(text, rules.grammar.spelling());
    Context context;
    context.now = tickFromCivil(reference);
    context.today = dayOfTick(context.now);
    std::vector<TimeEntity> entities;
    for (const Piece& piece : findPieces(tokens, context, rules, Reach::Sentence)) {
        TimeEntity entity;
        entity.begin = tokens[piece.begin].begin;
        entity.end = tokens[piece.end - 1].end;
        entity.offset = tokens[piece.begin].offset;
        entity.text = toLower(text.substr(entity.begin, entity.end - entity.begin));
        entity.type = piece.type;
        const Value& value = piece.value;
        if (entity.type == TimeType::Duration) {
            TimeReading reading;
            reading.seconds = value.span.inSeconds();
            entity.readings.push_back(reading);
        } else if (entity.type == TimeType::Set) {
            entity.recurrence = value.recurrence;
        } else {
            for (const Reading& reading : value.readings) entity.readings.push_back(publicReading(reading));
        }
        entities.push_back(std::move(entity));
    }
    return entities;
}

namespace {

CivilTime keyOf(const TimeReading& reading, TimeType type, const CivilTime& reference) {
    CivilTime key = reading.start ? *reading.start : reading.end.value_or(reference);
    if (type == TimeType::Time || type == TimeType::TimeRange) {
        key.year = reference.year;
        key.month = reference.month;
        key.day = reference.day;
    }
    return key;
}

}  // namespace

const TimeReading* TimeEntity::future(const CivilTime& reference) const {
    const TimeReading* last = nullptr;
    for (const TimeReading& reading : readings) {
        const CivilTime key = keyOf(reading, type, reference);
        if (key > reference) return &reading;
        if (last == nullptr || key > keyOf(*last, type, reference)) last = &reading;
    }
    // Of hours that are all over today the first comes next, tomorrow.
    if (type == TimeType::Time || type == TimeType::TimeRange)
        return readings.empty() ? nullptr : &readings.front();
    return last;
}

std::string_view timeTypeName(TimeType type) {
    switch (type) {
        case TimeType::Date:
            return "date";
        case TimeType::Time:
            return "time";
        case TimeType::DateTime:
            return "datetime";
        case TimeType::DateRange:
            return "daterange";
        case TimeType::TimeRange:
            return "timerange";
        case TimeType::DateTimeRange:
            return "datetimerange";
        case TimeType::Duration:
            return "duration";
        case TimeType::Set:
            return "set";
    }
    return "date";
}

}  // namespace hearth::agent
