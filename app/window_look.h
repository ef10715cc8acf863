// What every program that shows the pages sets first: style, type, language of numbers. Call once, after the
// QGuiApplication is made.
#pragma once

class QQmlEngine;

namespace hearth::app {

void prepareLook();
void prepareEngine(QQmlEngine& engine);  // import path and icons

}  // namespace hearth::app
