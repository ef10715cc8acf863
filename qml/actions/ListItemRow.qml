// One item of a list: done or not, its words, which can be changed, and the way to take it off.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

RowLayout {
    id: row

    required property string label
    required property bool done
    property bool touch: false
    property bool editing: false

    signal toggled
    signal renamed(string text)
    signal removed

    spacing: Theme.gap1

    AbstractButton {
        id: box
        objectName: "item-" + row.label
        text: row.label
        visible: !row.editing
        implicitHeight: Math.max(row.touch ? 44 : 32, words.implicitHeight + Theme.gap2)
        hoverEnabled: true
        focusPolicy: Qt.StrongFocus
        Accessible.role: Accessible.CheckBox
        Accessible.name: row.label
        Accessible.checkable: true
        Accessible.checked: row.done
        Layout.fillWidth: true
        Keys.onReturnPressed: row.toggled()
        onClicked: row.toggled()

        contentItem: Item {}

        Item {
            anchors.fill: parent
            Rectangle {
                id: tick
                width: 18
                height: 18
                radius: 4
                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                color: row.done ? Theme.accent : "transparent"
                border.width: row.done ? 0 : 1.5
                border.color: Theme.outline
                Icon {
                    visible: row.done
                    anchors.centerIn: parent
                    name: "check"
                    size: 14
                    tint: Theme.accentText
                }
            }
            Words {
                id: words
                anchors.left: tick.right
                anchors.leftMargin: Theme.gap2
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: row.label
                color: row.done ? Theme.text2 : Theme.text
                font.strikeout: row.done
                Accessible.ignored: true
            }
        }
        background: Rectangle {
            radius: Theme.radius
            color: box.hovered ? Theme.surface2 : "transparent"
            FocusRing {
                shown: box.visualFocus
                anchors.margins: 0
            }
        }
    }
    TextBox {
        id: editor
        visible: row.editing
        Accessible.name: qsTr("Words of the item")
        Layout.fillWidth: true
        onAccepted: {
            row.editing = false;
            row.renamed(text);
        }
        Keys.onEscapePressed: row.editing = false
    }
    IconButton {
        glyph: row.editing ? "check" : "edit"
        text: row.editing ? qsTr("Keep the change") : qsTr("Change “%1”").arg(row.label)
        extent: row.touch ? 44 : 28
        onClicked: {
            if (row.editing) return editor.accepted();
            editor.text = row.label;
            row.editing = true;
            editor.forceActiveFocus();
        }
    }
    IconButton {
        objectName: "removeItem-" + row.label
        glyph: "close"
        text: qsTr("Take “%1” off the list").arg(row.label)
        extent: row.touch ? 44 : 28
        onClicked: row.removed()
    }
}
