// What the commands of formulas stand for. Constant tables; any thread.
#pragma once

#include <QChar>
#include <QString>

namespace hearth::app {

// The characters of \alpha, \leq, \to, …; a null string where the command is not known.
QString mathSymbol(const QString& command);
// Whether its scripts stand below and above: \sum, \prod, \lim.
bool hasLimits(const QString& command);
// A function by name, to be followed by a blank: \sin, \log.
bool isMathFunction(const QString& command);
// The letter of \mathbb{R}: ℝ.
QString doubleStruck(const QString& letters);
// The mark that \hat, \vec, \bar put over a letter; null where it is none.
QChar mathAccent(const QString& command);

// The small characters that Unicode has: x² and xᵢ. A null string where one of them is missing.
QString raised(const QString& text);
QString lowered(const QString& text);

}  // namespace hearth::app
