// The rules that all languages share, over categories that each language's lexicon fills. A
// language calls those it needs and adds its own word orders. Called once while a grammar is built.
//
// Categories that a lexicon gives (value in brackets):
//   Month [number 1..12], Weekday [1..7], Weekdays ("mondays"), Holiday [number], DayWord [days from
//   today], Unit [unit], Rel [-1 last, 0 this, 1 next, 2 after next], RelPost (the same after the
//   noun), RunRel [-1 last, 1 next: before counts], DayPart [readings], TodayPart [number: days from
//   today, readings: "tonight"], HalfDay [0 a.m., 1 p.m.], N1, Teen, Tens, OrdWord [number],
//   and the small words The Of In On At For From Between To And Comma Before After Since Until Ago
//   Later FromNow Within Every Early Mid Late Around ...
#pragma once

#include "grammar.h"

namespace hearth::agent::datetime {

struct Style {
    bool monthFirst = false;  ///< 5/12 is 12 May
    bool decimalComma = false;
};

void addNumberRules(Grammar& grammar, const Style& style);
void addDateRules(Grammar& grammar, const Style& style);
void addNumericDateRules(Grammar& grammar, const Style& style);
void addRelativeDateRules(Grammar& grammar);
void addDateRangeRules(Grammar& grammar);
void addTimeRules(Grammar& grammar);
void addDurationRules(Grammar& grammar);
void addSetRules(Grammar& grammar);
void addCombinationRules(Grammar& grammar);

/// All of the above.
void addSharedRules(Grammar& grammar, const Style& style);

// The grammars, each built at first use and kept.
const Grammar& englishGrammar();
const Grammar& germanGrammar();
const Grammar& frenchGrammar();
const Grammar& spanishGrammar();
const Grammar& chineseGrammar();

}  // namespace hearth::agent::datetime
