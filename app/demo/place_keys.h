// The pages by their keys, for what walks through all of them: tests and pictures. GUI thread.
#pragma once

#include <QQmlEngine>
#include <QStringList>

namespace hearth::app {

QStringList placeKeys(QQmlEngine& engine);  // in the order of the side bar

}  // namespace hearth::app
