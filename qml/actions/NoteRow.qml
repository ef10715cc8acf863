// A note: its title, when it was changed, and how it begins.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: row

    required property string title
    required property string excerpt
    required property string when

    objectName: "noteRow"
    text: title
    implicitHeight: lines.implicitHeight + 2 * Theme.gap3
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: qsTr("%1, %2").arg(title).arg(when)
    Keys.onReturnPressed: row.clicked()
    Keys.onEnterPressed: row.clicked()

    contentItem: Item {}

    Column {
        id: lines
        x: Theme.gap3
        y: Theme.gap3
        width: parent.width - 2 * x
        spacing: 2
        Words {
            width: parent.width
            text: row.title
            font.weight: Font.DemiBold
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
        Words {
            visible: row.excerpt !== ""
            width: parent.width
            text: row.excerpt
            color: Theme.text2
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Words {
            width: parent.width
            text: row.when
            color: Theme.text2
            font.pixelSize: Theme.small
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.cardRadius
        color: row.hovered || row.down ? Theme.surface2 : Theme.surface
        border.color: Theme.divider
        FocusRing {
            shown: row.visualFocus
            corner: Theme.cardRadius
            anchors.margins: 0
        }
    }
}
