// A page of the program in the side bar: its picture and its name; the picture alone where room is short.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: row

    required property string glyph
    required property bool chosen
    property bool compact: false
    property bool touch: false

    implicitHeight: Math.max(touch ? 44 : 34, Theme.body + 2 * Theme.gap2 + 4)
    implicitWidth: compact ? implicitHeight : label.implicitWidth + Theme.iconSize + 4 * Theme.gap2
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    checked: chosen
    Accessible.role: Accessible.PageTab
    Accessible.name: text
    Accessible.selected: chosen
    Accessible.onPressAction: row.clicked()
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    contentItem: Item {}

    Item {
        anchors.fill: parent

        Icon {
            id: picture
            name: row.glyph
            tint: row.chosen ? Theme.accent : Theme.text2
            anchors.left: parent.left
            anchors.leftMargin: row.compact ? (parent.width - width) / 2 : Theme.gap2
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            id: label
            visible: !row.compact
            text: row.text
            anchors.left: picture.right
            anchors.leftMargin: Theme.gap2
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap2
            anchors.verticalCenter: parent.verticalCenter
            font.weight: row.chosen ? Font.DemiBold : Font.Normal
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.chosen ? Theme.accentSoft : row.hovered || row.down ? Theme.surface : "transparent"

        FocusRing {
            shown: row.visualFocus
            anchors.margins: 0
        }
    }

    Tip {
        shown: row.compact && row.hovered
        text: row.text
    }
}
