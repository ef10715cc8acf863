// An accent: one of those that were tried, or any other. A colour that could not be read is refused, and the
// nearest that can be is used.
import QtQuick
import QtQuick.Dialogs
import Hearth.Components
import Hearth.Theme

Column {
    id: choice

    required property string value
    required property var choices
    required property var titles
    required property int current

    signal chosen(string value)

    spacing: Theme.gap1

    Flow {
        width: parent.width
        spacing: Theme.gap1

        Repeater {
            model: choice.choices
            delegate: Swatch {
                required property int index
                required property string modelData
                tone: modelData
                text: choice.titles[index]
                chosen: choice.current === index
                onClicked: choice.chosen(modelData)
            }
        }
        Swatch {
            objectName: "otherColour"
            tone: choice.current < 0 ? choice.value : Theme.surface2
            text: qsTr("Another colour…")
            chosen: choice.current < 0
            glyph: choice.current < 0 ? "check" : "plus"
            onClicked: dialog.open()
        }
    }
    NoticeLine {
        visible: Theme.chosen.refused && choice.current < 0
        width: parent.width
        text: Theme.dark ? qsTr("Too dark to be read here (%1:1, and 4.5:1 are needed): I use a lighter one.")
                             .arg(Theme.chosen.asked.toFixed(1))
                         : qsTr("Too light to be read here (%1:1, and 4.5:1 are needed): I use a darker one.")
                             .arg(Theme.chosen.asked.toFixed(1))
    }
    ColorDialog {
        id: dialog
        objectName: "colourDialog"
        selectedColor: choice.value
        onAccepted: choice.chosen(dialog.selectedColor.toString())
    }
}
