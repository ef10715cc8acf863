// A model in the picker's menu: its name, what it is, and a mark at the one that answers.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

MenuItem {
    id: entry

    required property string path
    required property string name
    required property string detail
    required property bool current

    signal chosen

    text: name
    implicitHeight: Math.max(44, column.implicitHeight + Theme.gap2)
    Accessible.name: current ? qsTr("%1, %2, answers now").arg(name).arg(detail) : qsTr("%1, %2").arg(name).arg(detail)
    onTriggered: entry.chosen()
    contentItem: Item {}

    Icon {
        id: mark
        name: "check"
        opacity: entry.current ? 1 : 0
        tint: Theme.accent
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap2
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: column
        anchors.left: mark.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap2
        anchors.rightMargin: Theme.gap2
        anchors.verticalCenter: parent.verticalCenter

        Words {
            text: entry.name
            width: parent.width
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Words {
            text: entry.detail
            width: parent.width
            color: Theme.text2
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: entry.highlighted ? Theme.surface2 : "transparent"
    }
}
