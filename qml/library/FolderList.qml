// The folders, what is going on, and what can be done about it.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: list

    required property LibraryService library
    property bool touch: false

    spacing: Theme.gap3

    GridLayout {
        columns: list.width < 460 * Theme.textScale ? 1 : 2
        columnSpacing: Theme.gap3
        rowSpacing: Theme.gap2
        Layout.fillWidth: true

        ColumnLayout {
            spacing: 2
            Layout.fillWidth: true
            Words {
                objectName: "librarySummary"
                text: list.library.summary
                color: Theme.text2
                Layout.fillWidth: true
            }
            Words {
                visible: text !== ""
                text: list.library.pauseWords !== "" ? list.library.pauseWords : list.library.catchingUp
                color: Theme.text2
                font.pixelSize: Theme.small
                Layout.fillWidth: true
            }
        }
        TextButton {
            objectName: "pauseReading"
            visible: list.library.busy || list.library.paused
            glyph: list.library.paused ? "play" : "stop"
            text: list.library.paused ? qsTr("Go on") : qsTr("Pause")
            onClicked: list.library.paused = !list.library.paused
        }
    }
    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap3
        Layout.fillWidth: true

        Repeater {
            model: list.library.folders
            delegate: FolderCard {
                objectName: "folderCard"
                touch: list.touch
                width: parent ? parent.width : 0
                onSkippedRequested: skippedDialog.show(path, name)
                onRulesRequested: rulesDialog.edit(path, name, exclude, includeHidden)
                onRemovalRequested: removeDialog.ask(path, name)
                onLookRequested: list.library.lookAgain(path)
            }
        }
    }
    SkippedDialog {
        id: skippedDialog
        library: list.library
    }
    RulesDialog {
        id: rulesDialog
        library: list.library
    }
    RemoveFolderDialog {
        id: removeDialog
        library: list.library
    }
}
