#include "documents/answer_cue.h"

#include <re2/re2.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "documents/terms.h"

namespace hearth::agent::documents {

namespace {

struct Pattern {
    AnswerCue cue;
    const char* regex;
};

// The first that fits. Questions in lower case.
constexpr Pattern kQuestions[] = {
    {AnswerCue::Number,
     R"(\b(how (many|much|old|far|large|big|high|tall|often)|what (is|was|are) the (number|amount|price|cost|total|sum|rate|percentage|deposit|rent|fee)|wie ?(viele?|hoch|alt|weit|gro(ss|ß)|oft)|combien|cu[aá]nt[oa]s?)\b|多少|几个|几次|多大|多高)"},
    {AnswerCue::Time,
     R"(\b(when|what (time|year|date|day|month)|which (year|date|day|month)|how long|until when|since when|by when|wann|seit wann|bis wann|wie lange|welche[rsnm]? (tag|jahr|datum)|quand|cu[aá]ndo)\b|何时|什么时候|哪年|哪天|几点|多久)"},
    {AnswerCue::Person, R"(\b(who|whom|whose|wer|wen|wem|wessen|qui|qui[eé]n(es)?)\b|谁)"},
    {AnswerCue::Place,
     R"(\b(where|which (city|town|country|place|room|address)|what (city|town|country|place|room|address)|wo|wohin|woher|o[uù]|d[oó]nde)\b|哪里|哪儿|在哪|什么地方)"},
    {AnswerCue::Reason, R"(\b(why|for what reason|warum|weshalb|wieso|pourquoi|por qu[eé])\b|为什么|为何)"},
};

constexpr const char* kTime =
    R"((?i)\b([12][0-9]{3}|[0-3]?[0-9][./:-][0-9]{1,2}|[0-9]+ (minutes?|hours?|days?|weeks?|months?|years?|minuten?|stunden?|tagen?|wochen?|monaten?|jahren?)|(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)[a-z]*|may|m[aä]rz|mai|juni|juli|okt[a-z]*|dez[a-z]*|(mon|tues|wednes|thurs|fri|satur|sun)day|(mon|diens|donners|frei|sams|sonn)tag|mittwoch|(one|two|three|four|five|six|seven|eight|nine|ten|twelve|ein|zwei|drei|vier|sechs|zw[oö]lf) (days?|weeks?|months?|years?|tage?|wochen?|monate?n?|jahre?))\b|[年月日点]|星期|小时|分钟)";
constexpr const char* kNumber =
    R"((?i)[0-9]|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred|thousand|million|billion|half|zwei|drei|vier|f[uü]nf|sechs|sieben|acht|neun|zehn|zw[oö]lf|hundert|tausend)\b|[一二三四五六七八九十百千万两])";
constexpr const char* kReason =
    R"((?i)\b(because|since|due to|so that|in order to|therefore|reason|caused|as a result|weil|denn|da|wegen|aufgrund|damit|grund)\b|因为|由于|所以|为了)";
constexpr const char* kPlace =
    R"(\b(in|at|near|from|to|on|bei|nach|aus|auf|am|im) (the |der |dem |den )?[\p{Lu}][\p{L}]+|(?i:\b(street|road|avenue|room|floor|building|stra(ss|ß)e|platz|zimmer|stock)\b)|[市省路街区楼室])";

bool has(std::string_view text, const RE2& regex) {
    return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), regex);
}

}  // namespace

AnswerCue cueOf(std::string_view question) {
    static const auto* const kCompiled = [] {
        auto* list = new std::vector<std::pair<AnswerCue, std::unique_ptr<RE2>>>;
        for (const Pattern& pattern : kQuestions)
            list->emplace_back(pattern.cue, std::make_unique<RE2>("(?i)" + std::string(pattern.regex)));
        return list;
    }();
    for (const auto& [cue, regex] : *kCompiled)
        if (has(question, *regex)) return cue;
    return AnswerCue::None;
}

bool names(AnswerCue cue, std::string_view sentence) {
    static const RE2 kTimes(kTime), kNumbers(kNumber), kReasons(kReason), kPlaces(kPlace);
    switch (cue) {
        case AnswerCue::Person:
            return !namesOf(sentence).empty();
        case AnswerCue::Time:
            return has(sentence, kTimes);
        case AnswerCue::Number:
            return has(sentence, kNumbers);
        case AnswerCue::Place:
            return has(sentence, kPlaces);
        case AnswerCue::Reason:
            return has(sentence, kReasons);
        case AnswerCue::None:
            break;
    }
    return false;
}

}  // namespace hearth::agent::documents
