// How often something repeats: the usual ways, and what a file says beyond them.
import QtQuick
import Hearth.Components

ChoiceBox {
    id: box

    property string rule: ""
    readonly property var rules: ["", "FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "FREQ=WEEKLY",
                                  "FREQ=WEEKLY;INTERVAL=2", "FREQ=MONTHLY", "FREQ=YEARLY"]
    readonly property bool special: rules.indexOf(rule) < 0

    model: [qsTr("Does not repeat"), qsTr("Every day"), qsTr("Every weekday"), qsTr("Every week"),
            qsTr("Every two weeks"), qsTr("Every month"), qsTr("Every year")]
    currentIndex: rules.indexOf(rule)
    displayText: special ? qsTr("As it is: %1").arg(rule) : currentText
    Accessible.name: qsTr("Repeats")
    onActivated: index => rule = rules[index]
}
