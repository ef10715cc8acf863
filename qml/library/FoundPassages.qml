// What was found, the best first.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: found

    required property LibraryService library
    readonly property LibrarySearch search: library.search
    readonly property bool filtered: search.folder !== "" || search.kind !== 0 || search.time !== 0
    readonly property bool nothing: search.searched && search.results.count === 0 && search.problem === ""

    spacing: Theme.gap2

    Words {
        visible: found.search.searched && found.search.results.count > 0
        text: found.search.summary
        color: Theme.text2
        font.pixelSize: Theme.small
        Layout.fillWidth: true
    }
    Skeleton {
        visible: found.search.busy && found.search.results.count === 0
        lines: 6
        Layout.fillWidth: true
    }
    NoticeLine {
        visible: found.search.problem !== ""
        text: found.search.problem
        glyph: "error"
        tint: Theme.danger
        Layout.fillWidth: true
    }
    Words {
        objectName: "nothingFound"
        visible: found.nothing
        text: found.filtered ? qsTr("Nothing like that is in what you chose. It may be in another folder, kind or time.")
                             : qsTr("Nothing like that is in your documents. Try other words, or see below the folders what could not be read.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    TextButton {
        visible: found.nothing && found.filtered
        text: qsTr("Search everywhere")
        onClicked: found.search.clearFilters()
    }
    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap1
        Layout.fillWidth: true

        Repeater {
            model: found.search.results
            delegate: PassageRow {
                required property int index
                objectName: "passageRow"
                chosen: found.search.shown === index && found.library.viewer.shown
                width: parent ? parent.width : 0
                onClicked: found.search.show(index)
            }
        }
    }
}
