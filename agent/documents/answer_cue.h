// What kind of thing a question asks for, and whether a sentence names one. English, German, French, Spanish
// and Chinese. Pure; any thread.
#pragma once

#include <string_view>

namespace hearth::agent::documents {

enum class AnswerCue { None, Person, Time, Number, Place, Reason };

AnswerCue cueOf(std::string_view question);
// A hint, no proof: a sentence with a number answers "how many" more likely than one without.
bool names(AnswerCue cue, std::string_view sentence);

}  // namespace hearth::agent::documents
