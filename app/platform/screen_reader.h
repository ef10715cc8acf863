// Tells assistive programs that something is to be said now. Qt 6.4 has no announcement of its own (6.8
// does): an alert that appears anew with another name is what screen readers speak. Lives on the GUI thread.
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QAccessible>
#include <QObject>
#include <QQuickItem>

namespace hearth::app {

class ScreenReader : public QObject {
    Q_OBJECT
    QML_ELEMENT
  public:
    explicit ScreenReader(QObject* parent = nullptr) : QObject(parent) {}

    // `item` has the role AlertMessage and the words as its name.
    Q_INVOKABLE void announce(QQuickItem* item) {
        if (item == nullptr) return;
        for (const auto kind : {QAccessible::ObjectShow, QAccessible::Alert, QAccessible::NameChanged}) {
            QAccessibleEvent event(item, kind);
            QAccessible::updateAccessibility(&event);
        }
    }
};

}  // namespace hearth::app
