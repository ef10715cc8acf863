// The words of a sum: numbers, signs and words apart, without what only frames the question ("what is",
// "please"). Pure function, any thread.
#pragma once

#include <string>
#include <vector>

namespace hearth::agent {

// "What is 15% of $80?" -> "15", "%", "of", "80". Lower case; signs such as × and √ as words or ASCII signs.
std::vector<std::string> expressionWords(const std::string& text);

}  // namespace hearth::agent
