// What of the user's documents answers in this conversation: all of them, some folders, none; and the files
// that belong to it alone.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: picker

    required property ChatService chat
    required property LibraryService library
    property bool touch: false
    property bool compact: false
    readonly property bool hasChoice: library.folders.count > 0 || library.attached.count > 0
    readonly property bool none: chat.search === ChatService.Nothing
    readonly property string files: library.attached.count === 0 ? "" : qsTr("%n attached file(s)", "", library.attached.count)
    readonly property string chosenWords: none ? qsTr("No documents")
                                        : chat.search === ChatService.Everything ? qsTr("All documents")
                                        : searched.map(nameOf).join(", ")
    readonly property var searched: Array.from(chat.searchFolders)

    signal chosen

    function nameOf(path) {
        return path.slice(path.lastIndexOf("/") + 1);
    }
    function toggle(path) {
        const rest = picker.searched.filter(other => other !== path);
        const next = rest.length < picker.searched.length ? rest : rest.concat([path]);
        if (next.length === 0) picker.chat.searchIn(ChatService.Everything);
        else picker.chat.searchIn(ChatService.Folders, next);
    }

    objectName: "searchPicker"
    text: files === "" ? chosenWords : none ? files : qsTr("%1, %2").arg(chosenWords).arg(files)
    implicitWidth: row.implicitWidth + 2 * Theme.gap2
    implicitHeight: touch ? 44 : 32
    hoverEnabled: true
    focusPolicy: Qt.StrongFocus
    Accessible.name: qsTr("Answers come from: %1").arg(text)
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
            name: "book"
            tint: picker.none && picker.files === "" ? Theme.outline : Theme.text2
            size: 16
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            visible: !picker.compact
            text: picker.text
            color: Theme.text2
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            width: Math.min(implicitWidth, Math.round(220 * Theme.textScale))
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: picker.hovered || picker.down || menu.visible ? Theme.surface2 : "transparent"

        FocusRing {
            shown: picker.visualFocus
        }
    }
    Tip {
        shown: picker.hovered && picker.compact && !menu.visible
        text: picker.Accessible.name
    }
    MenuPanel {
        id: menu
        implicitWidth: Math.round(280 * Theme.textScale)
        onClosed: picker.chosen()

        MenuEntry {
            objectName: "searchAll"
            text: qsTr("All documents")
            glyph: picker.chat.search === ChatService.Everything ? "check" : "book"
            onTriggered: picker.chat.searchIn(ChatService.Everything)
        }
        MenuEntry {
            objectName: "searchNone"
            text: qsTr("No documents")
            glyph: picker.none ? "check" : "close"
            onTriggered: picker.chat.searchIn(ChatService.Nothing)
        }
        Instantiator {
            model: picker.library.folders
            delegate: MenuEntry {
                required property string path
                required property string name
                objectName: "searchFolder"
                text: picker.chat.search === ChatService.Folders ? name : qsTr("Only %1").arg(name)
                glyph: picker.searched.includes(path) ? "check" : "folder"
                onTriggered: picker.toggle(path)
            }
            onObjectAdded: (index, entry) => menu.insertItem(2 + index, entry)
            onObjectRemoved: (index, entry) => menu.removeItem(entry)
        }
        Instantiator {
            model: picker.library.attached
            delegate: MenuEntry {
                required property string path
                required property string name
                objectName: "detachFile"
                text: qsTr("Forget %1").arg(name)
                glyph: "file"
                onTriggered: picker.library.detach(picker.chat.conversationId, path)
            }
            onObjectAdded: (index, entry) => menu.addItem(entry)
            onObjectRemoved: (index, entry) => menu.removeItem(entry)
        }
    }
}
