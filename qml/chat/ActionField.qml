// One argument: its label, and a box to edit it or choose. Shows dates as people say them until it is edited.
import QtQuick
import Hearth.Components
import Hearth.Theme

Item {
    id: field

    required property string name
    required property string label
    required property string value
    required property string shown
    required property bool needed
    required property var choices
    required property var labels  // how they read
    required property int labelWidth
    required property bool asked

    signal edited(string value)

    visible: label !== ""
    implicitHeight: visible ? editor.y + editor.height : 0

    Words {
        id: caption
        text: field.label
        color: Theme.text2
        font.pixelSize: field.labelWidth > 0 ? Theme.body : Theme.small
        x: Theme.leading(parent.width, width, 0)
        width: field.labelWidth > 0 ? field.labelWidth : parent.width
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        y: field.labelWidth > 0 ? (editor.height - height) / 2 : 0
        Accessible.ignored: true
    }
    Loader {
        id: editor
        readonly property int indent: field.labelWidth > 0 ? field.labelWidth + Theme.gap2 : 0
        x: Theme.leading(field.width, width, indent)
        y: field.labelWidth > 0 ? 0 : caption.height + 2
        width: field.width - indent
        sourceComponent: field.choices.length > 0 ? choice : line
    }
    Component {
        id: line
        TextBox {
            objectName: "field-" + field.name
            faulty: field.asked || (field.needed && field.value === "")
            Accessible.name: field.label
            placeholderText: field.needed ? qsTr("Needed") : ""
            onActiveFocusChanged: text = activeFocus ? field.value : field.shown
            onTextEdited: field.edited(text)
            Component.onCompleted: text = field.shown

            Connections {
                target: field
                function onShownChanged() { if (!activeFocus) text = field.shown; }
            }
        }
    }
    Component {
        id: choice
        ChoiceBox {
            objectName: "field-" + field.name
            model: field.labels
            currentIndex: field.choices.indexOf(field.value)
            Accessible.name: field.label
            displayText: currentIndex < 0 ? (field.shown === "" ? qsTr("Choose") : field.shown) : currentText
            onActivated: index => field.edited(field.choices[index])
        }
    }
}
