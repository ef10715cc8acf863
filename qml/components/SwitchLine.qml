// A setting that is on or off, with one line that explains it.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

AbstractButton {
    id: line

    property string explanation: ""
    property color tint: Theme.accent  // where it is on

    readonly property int margin: Math.round(4 * Theme.iconScale)

    checkable: true
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(44, words.implicitHeight + Theme.gap3)
    Accessible.role: Accessible.CheckBox
    Accessible.onPressAction: { line.toggle(); line.toggled(); }
    Accessible.name: text
    Accessible.description: explanation
    Accessible.checkable: true
    Accessible.checked: checked
    Keys.onReturnPressed: { line.toggle(); line.toggled(); }

    Item {
        anchors.fill: parent

        Column {
            id: words
            anchors.left: parent.left
            anchors.right: knob.left
            anchors.rightMargin: Theme.gap4
            anchors.verticalCenter: parent.verticalCenter
            Words {
                text: line.text
                width: parent.width
            }
            Words {
                text: line.explanation
                color: Theme.text2
                font.pixelSize: Theme.small
                width: parent.width
            }
        }
        Rectangle {
            id: knob
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: Math.round(40 * Theme.iconScale)
            height: Math.round(22 * Theme.iconScale)
            radius: height / 2
            color: line.checked ? line.tint : Theme.surface
            border.width: line.checked ? 0 : 2
            border.color: Theme.outline
            Rectangle {
                x: line.checked !== Theme.mirrored ? parent.width - width - line.margin : line.margin
                anchors.verticalCenter: parent.verticalCenter
                width: parent.height - 2 * line.margin
                height: width
                radius: height / 2
                color: line.checked ? Theme.surface : Theme.outline
                Behavior on x {
                    NumberAnimation { duration: Theme.duration; easing.type: Easing.OutCubic }
                }
            }
        }
    }
    background: Item {
        FocusRing {
            shown: line.visualFocus
            anchors.margins: -2
            anchors.leftMargin: -Theme.gap2 - 2
            anchors.rightMargin: anchors.leftMargin
        }
    }
}
