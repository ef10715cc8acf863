#include "demo/place_keys.h"

#include <QQmlComponent>
#include <QVariant>
#include <memory>

namespace hearth::app {

QStringList placeKeys(QQmlEngine& engine) {
    QQmlComponent component(&engine);
    component.setData("import Hearth.Places\nPlaceTable {}", QUrl());
    const std::unique_ptr<QObject> table(component.create());
    QStringList keys;
    for (const QVariant& place : table->property("all").toList())
        keys += place.toMap().value(QStringLiteral("key")).toString();
    return keys;
}

}  // namespace hearth::app
