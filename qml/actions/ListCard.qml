// A list with its check boxes, and a line to add to it.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: card

    required property NoteService notes
    required property string path
    required property string title
    required property int open
    required property var items
    property bool touch: false

    implicitHeight: column.implicitHeight + Theme.gap6
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.divider

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: Theme.gap3
        y: Theme.gap3
        spacing: Theme.gap1

        RowLayout {
            Words {
                text: card.title
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
            }
            Words {
                text: card.items.length === 0 ? qsTr("empty") : qsTr("%n open", "", card.open)
                color: Theme.text2
                font.pixelSize: Theme.small
            }
            IconButton {
                objectName: "removeList"
                glyph: "trash"
                text: qsTr("Delete the list “%1”").arg(card.title)
                extent: card.touch ? 44 : 32
                onClicked: card.notes.removeList(card.path, card.title)
            }
        }
        Column {  // a layout would keep rows that went while the page was hidden
            spacing: Theme.gap1
            Layout.fillWidth: true

            Repeater {
                model: card.items
                delegate: ListItemRow {
                    required property var modelData
                    label: modelData.text
                    done: modelData.done
                    touch: card.touch
                    width: parent ? parent.width : 0
                    onToggled: card.notes.setDone(card.path, modelData.line, !modelData.done)
                    onRenamed: text => card.notes.renameItem(card.path, modelData.line, text)
                    onRemoved: card.notes.removeItem(card.path, modelData.line)
                }
            }
        }
        TextBox {
            id: box
            objectName: "newItem-" + card.title
            placeholderText: qsTr("Add an item")
            Accessible.name: qsTr("Add an item to “%1”").arg(card.title)
            Layout.fillWidth: true
            onAccepted: {
                card.notes.addItem(card.path, text);
                clear();
            }
        }
    }
}
