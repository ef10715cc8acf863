// Which model answers in conversation, and the way to another one.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: picker

    required property ModelShelf shelf
    property bool touch: false

    signal openRequested

    text: picker.shelf.opening ? picker.shelf.openingName : picker.shelf.currentName
    implicitWidth: row.implicitWidth + 2 * Theme.gap2
    implicitHeight: touch ? 44 : 32
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("Model: %1").arg(text)
    Accessible.onPressAction: picker.clicked()
    Accessible.role: Accessible.ButtonMenu
    Keys.onReturnPressed: picker.clicked()
    Keys.onEnterPressed: picker.clicked()
    onClicked: menu.popup(picker, 0, -menu.height - Theme.gap1)

    contentItem: Item {}

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.gap1

        Icon {
            name: "model"
            tint: Theme.text2
            size: 16
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: picker.text
            color: Theme.text2
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            width: Math.min(implicitWidth, 220 * Theme.textScale)
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Icon {
            name: "chevron-down"
            tint: Theme.text2
            size: 16
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: picker.hovered || picker.down || menu.visible ? Theme.surface2 : "transparent"

        FocusRing {
            shown: picker.visualFocus
        }
    }
    MenuPanel {
        id: menu
        implicitWidth: Math.round(280 * Theme.textScale)

        Instantiator {
            model: picker.shelf.list
            delegate: ModelEntry {
                onChosen: picker.shelf.choose(path)
            }
            onObjectAdded: (index, object) => menu.insertItem(index, object)
            onObjectRemoved: (index, object) => menu.removeItem(object)
        }
        MenuEntry {
            objectName: "openModelEntry"
            glyph: "folder"
            text: qsTr("Open a model…")
            onTriggered: picker.openRequested()
        }
    }
}
