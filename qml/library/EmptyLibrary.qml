// What the library is for, with three ways to begin.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: empty

    required property LibraryService library
    readonly property bool stacked: width < 560 * Theme.textScale
    readonly property var questions: [qsTr("“Who signed the rental contract?”"), qsTr("“What did the bicycle cost?”")]

    signal folderWanted

    spacing: Theme.gap4

    Words {
        text: qsTr("Ask your own documents")
        font.pixelSize: Theme.title
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
        Layout.topMargin: Theme.gap6
        Layout.fillWidth: true
    }
    Words {
        text: qsTr("Give me a folder and I read what is in it: PDF, scans, office files, mail, tables, e-books, notes, source code. Then ask me, and I answer with the passage it stands in. Nothing is copied and nothing leaves this device.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    Grid {
        id: cards
        columns: empty.stacked ? 1 : 3
        spacing: Theme.gap3
        Layout.fillWidth: true

        Repeater {
            model: empty.library.suggested()
            delegate: ExampleCard {
                required property var modelData
                required property int index
                objectName: "suggestedFolder"
                glyph: "folder"
                heading: qsTr("Add “%1”").arg(modelData.name)
                request: empty.questions[index % 2]
                text: heading
                width: empty.stacked ? cards.width : (cards.width - 2 * Theme.gap3) / 3
                compact: empty.stacked
                onClicked: empty.library.addFolders([modelData.url])
            }
        }
        ExampleCard {
            objectName: "otherFolder"
            glyph: "plus"
            heading: qsTr("Choose a folder…")
            request: qsTr("“What is this project about?”")
            text: heading
            width: empty.stacked ? cards.width : (cards.width - 2 * Theme.gap3) / 3
            compact: empty.stacked
            onClicked: empty.folderWanted()
        }
    }
    Words {
        text: qsTr("You can also drop a folder on this page. For a single file, attach it to a conversation.")
        color: Theme.text2
        font.pixelSize: Theme.small
        Layout.fillWidth: true
    }
}
