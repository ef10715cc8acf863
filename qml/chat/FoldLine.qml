// A line that opens and closes what is below it.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: line

    property bool open: false
    property string glyph: ""

    implicitHeight: Math.max(32, label.implicitHeight + Theme.gap2)
    readonly property int before: arrow.width + Theme.gap1 + (picture.visible ? picture.width + Theme.gap1 : 0)
    implicitWidth: before + label.implicitWidth + Theme.gap2
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.onPressAction: line.clicked()
    Accessible.name: text
    Accessible.description: open ? qsTr("Open") : qsTr("Closed")
    onClicked: open = !open
    Keys.onReturnPressed: line.clicked()
    Keys.onEnterPressed: line.clicked()

    contentItem: Item {}

    Item {
        anchors.fill: parent

        Icon {
            id: arrow
            name: line.open ? "chevron-down" : "chevron-right"
            size: 16
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
        }
        Icon {
            id: picture
            visible: line.glyph !== ""
            name: line.glyph
            size: 16
            anchors.left: arrow.right
            anchors.leftMargin: Theme.gap1
            anchors.verticalCenter: parent.verticalCenter
        }
        Text {
            id: label
            text: line.text
            color: line.hovered || line.visualFocus ? Theme.text : Theme.text2
            font.pixelSize: Theme.small
            elide: Text.ElideRight
            anchors.left: picture.visible ? picture.right : arrow.right
            anchors.leftMargin: Theme.gap1
            width: Math.min(implicitWidth, line.width - line.before)
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    background: Item {
        FocusRing {
            shown: line.visualFocus
            anchors.margins: 0
        }
    }
}
