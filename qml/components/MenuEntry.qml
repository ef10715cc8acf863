// One verb of a menu, with its picture.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

MenuItem {
    id: entry

    property string glyph: ""
    property color tint: Theme.text

    implicitHeight: Math.max(36, label.implicitHeight + 2 * Theme.gap2)
    leftPadding: Theme.gap2
    rightPadding: Theme.gap2
    Accessible.name: text
    contentItem: Item {}

    Item {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap2
        anchors.rightMargin: Theme.gap2

        Icon {
            id: picture
            visible: entry.glyph !== ""
            name: entry.glyph
            tint: entry.tint
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
        }
        Text {
            id: label
            anchors.left: picture.right
            anchors.leftMargin: Theme.gap2
            anchors.right: parent.right
            wrapMode: Text.Wrap
            anchors.verticalCenter: parent.verticalCenter
            text: entry.text
            color: entry.tint
            font.pixelSize: Theme.body
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: entry.highlighted ? Theme.surface2 : "transparent"
    }
}
