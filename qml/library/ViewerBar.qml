// From hit to hit, from page to page, and between the page and its text.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Flow {
    id: bar

    required property DocumentViewer viewer
    required property LibrarySearch search
    property bool asText: false
    property bool touch: false
    readonly property bool hits: search.shown >= 0
    readonly property bool paged: viewer.pages.possible && !asText && viewer.pages.pages > 1
    readonly property int extent: touch ? 44 : 32

    signal textToggled

    spacing: Theme.gap3
    visible: hits || viewer.pages.possible

    RowLayout {
        visible: bar.hits
        spacing: 0
        IconButton {
            objectName: "previousHit"
            glyph: "chevron-left"
            text: qsTr("Previous hit")
            extent: bar.extent
            enabled: bar.search.shown > 0
            onClicked: bar.search.show(bar.search.shown - 1)
        }
        Words {
            objectName: "hitCount"
            text: qsTr("Hit %1 of %2").arg(bar.search.shown + 1).arg(bar.search.results.count)
            font.pixelSize: Theme.small
            color: Theme.text2
        }
        IconButton {
            objectName: "nextHit"
            glyph: "chevron-right"
            text: qsTr("Next hit")
            extent: bar.extent
            enabled: bar.search.shown + 1 < bar.search.results.count
            onClicked: bar.search.show(bar.search.shown + 1)
        }
    }
    RowLayout {
        visible: bar.paged
        spacing: 0
        IconButton {
            objectName: "previousPage"
            glyph: "chevron-left"
            text: qsTr("Previous page")
            extent: bar.extent
            enabled: bar.viewer.pages.page > 1
            onClicked: bar.viewer.pages.page -= 1
        }
        Words {
            objectName: "pageCount"
            text: qsTr("Page %1 of %2").arg(bar.viewer.pages.page).arg(bar.viewer.pages.pages)
            font.pixelSize: Theme.small
            color: Theme.text2
        }
        IconButton {
            objectName: "nextPage"
            glyph: "chevron-right"
            text: qsTr("Next page")
            extent: bar.extent
            enabled: bar.viewer.pages.page < bar.viewer.pages.pages
            onClicked: bar.viewer.pages.page += 1
        }
    }
    TextAction {
        objectName: "textToggle"
        visible: bar.viewer.pages.possible
        glyph: bar.asText ? "file" : "note"
        text: bar.asText ? qsTr("Page") : qsTr("Text")
        onClicked: bar.textToggled()
    }
}
