// One place where the words of a search stand.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

ItemDelegate {
    id: row

    required property var conversationId
    required property var messageId
    required property string title
    required property string snippet
    required property string plain
    required property string time
    required property bool own

    signal opened

    function open() {
        row.opened();
    }

    objectName: "searchRow"
    height: column.implicitHeight + 2 * Theme.gap2
    hoverEnabled: true
    focus: ListView.isCurrentItem
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1: %2").arg(row.title).arg(row.plain)
    onClicked: open()
    Keys.onReturnPressed: open()
    Keys.onEnterPressed: open()

    contentItem: Item {}

    Column {
        id: column
        x: Theme.gap2
        y: Theme.gap2
        width: parent.width - 2 * Theme.gap2
        spacing: 2

        Item {
            width: parent.width
            height: heading.implicitHeight
            Words {
                id: heading
                anchors.left: parent.left
                width: parent.width - date.width - Theme.gap2
                text: row.title
                font.weight: Font.DemiBold
                font.pixelSize: Theme.small
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Words {
                id: date
                anchors.right: parent.right
                text: row.time
                color: Theme.text2
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
        }
        Text {
            visible: row.messageId > 0
            width: parent.width
            text: row.own ? qsTr("You: %1").arg(row.snippet) : row.snippet
            textFormat: Text.StyledText
            color: Theme.text2
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: row.hovered || row.ListView.isCurrentItem ? Theme.surface : "transparent"

        FocusRing {
            shown: row.visualFocus || (row.ListView.isCurrentItem && row.ListView.view.activeFocus)
            anchors.margins: 0
        }
    }
}
