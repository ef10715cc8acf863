// How well a few typed letters fit a line. Pure; any thread.
#pragma once

#include <QString>

namespace hearth::app {

// Every letter of `typed` must be in `text` in this order, case and blanks aside. -1: it does not fit.
// Greater is better: letters that begin words or follow each other count most, an early place a little.
int fuzzyScore(const QString& typed, const QString& text);

}  // namespace hearth::app
