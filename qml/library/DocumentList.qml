// The folders of the library, or what was found in them.
import QtQuick
import QtQuick.Dialogs
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

PageFrame {
    id: page

    required property LibraryService library
    readonly property LibrarySearch search: library.search
    readonly property bool empty: !library.loading && library.folders.count === 0
    readonly property bool searching: search.text.trim() !== ""

    title: qsTr("Library")
    headerItems: TextButton {
        objectName: "addFolderButton"
        visible: !page.empty
        glyph: "plus"
        text: page.columnWidth < 420 * Theme.textScale ? qsTr("Folder…") : qsTr("Add a folder…")
        onClicked: dialog.open()
    }
    onVisibleChanged: if (visible) page.library.lookAgain("")

    Skeleton {
        visible: page.library.loading
        lines: 5
        Layout.fillWidth: true
    }
    NoticeLine {
        objectName: "libraryProblem"
        visible: page.library.problem !== ""
        text: page.library.problem
        glyph: "error"
        tint: Theme.danger
        Layout.fillWidth: true
    }
    TextButton {
        visible: page.library.problem !== ""
        text: qsTr("Try again")
        onClicked: page.library.lookAgain("")
    }
    EmptyLibrary {
        visible: page.empty && page.library.problem === ""
        library: page.library
        Layout.fillWidth: true
        onFolderWanted: dialog.open()
    }
    SearchField {
        id: field
        objectName: "librarySearch"
        visible: !page.empty && !page.library.loading
        focus: true
        placeholderText: qsTr("Find in your documents")
        text: page.search.text
        Layout.fillWidth: true
        onTextEdited: page.search.text = text
        onTextChanged: if (text === "") page.search.text = ""
        Keys.onDownPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        onAccepted: page.search.show(0)
    }
    SearchFilters {
        visible: page.searching && !page.empty
        library: page.library
        Layout.fillWidth: true
    }
    FoundPassages {
        visible: page.searching && !page.empty
        library: page.library
        Layout.fillWidth: true
    }
    FolderList {
        visible: !page.searching && !page.empty && !page.library.loading
        library: page.library
        touch: page.touch
        Layout.fillWidth: true
    }

    FolderDialog {
        id: dialog
        title: qsTr("Add a folder to the library")
        onAccepted: page.library.addFolders([dialog.selectedFolder])
    }
}
