// One line of the palette.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

ItemDelegate {
    id: row

    required property string command
    required property var argument
    required property string title
    required property string detail
    required property string glyph
    required property string keys

    height: Math.max(38, Theme.body + 2 * Theme.gap3)
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: row.detail === "" ? row.title : qsTr("%1, %2").arg(row.title).arg(row.detail)
    Accessible.description: row.keys
    Accessible.selected: ListView.isCurrentItem
    contentItem: Item {}

    Icon {
        id: picture
        name: row.glyph
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap2
        anchors.verticalCenter: parent.verticalCenter
    }
    Words {
        anchors.left: picture.right
        anchors.leftMargin: Theme.gap2
        anchors.right: side.left
        anchors.rightMargin: Theme.gap2
        anchors.verticalCenter: parent.verticalCenter
        text: row.title
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        Accessible.ignored: true
    }
    Row {
        id: side
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap2
        anchors.verticalCenter: parent.verticalCenter
        Words {
            visible: row.detail !== ""
            text: row.detail
            color: Theme.text2
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        KeyCaps {
            keys: row.width < 260 * Theme.textScale ? "" : row.keys
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.ListView.isCurrentItem ? Theme.accentSoft : row.hovered ? Theme.surface2 : "transparent"
    }
}
