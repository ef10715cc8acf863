// One command behind a slash.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

ItemDelegate {
    id: row

    required property string command
    required property string title
    required property string slash
    required property string glyph

    height: Math.max(36, Theme.body + 2 * Theme.gap3)
    focusPolicy: Qt.NoFocus
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("/%1, %2").arg(row.slash).arg(row.title)
    contentItem: Item {}

    Row {
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap2
        height: parent.height
        spacing: Theme.gap2

        Icon {
            name: row.glyph
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: "/" + row.slash
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Words {
            text: row.title
            color: Theme.text2
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.ListView.isCurrentItem ? Theme.accentSoft : row.hovered ? Theme.surface2 : "transparent"
    }
}
