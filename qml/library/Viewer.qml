// A document, opened at a passage: its page as it looks, or its text, with the passage marked.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

FocusScope {
    id: pane

    required property LibraryService library
    readonly property DocumentViewer viewer: library.viewer
    readonly property LibrarySearch search: library.search
    property bool alone: false  // it has the whole page
    property bool touch: false
    property bool asText: false
    readonly property bool paged: viewer.pages.possible && !asText

    objectName: "documentViewer"
    Keys.onEscapePressed: viewer.close()
    onVisibleChanged: if (visible) forceActiveFocus(Qt.OtherFocusReason)

    Rectangle {
        anchors.fill: parent
        color: pane.alone ? Theme.background : Theme.surface
    }
    Rectangle {
        visible: !pane.alone
        width: 1
        height: parent.height
        color: Theme.divider
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: pane.alone ? Theme.gap2 : Theme.gap4
        anchors.rightMargin: pane.alone ? Theme.gap2 : Theme.gap3
        spacing: Theme.gap2

        ViewerHeader {
            viewer: pane.viewer
            library: pane.library
            alone: pane.alone
            touch: pane.touch
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap2
        }
        ViewerBar {
            visible: !pane.viewer.loading && pane.viewer.problem === ""
            viewer: pane.viewer
            search: pane.search
            asText: pane.asText
            touch: pane.touch
            Layout.fillWidth: true
            onTextToggled: pane.asText = !pane.asText
        }
        Skeleton {
            visible: pane.viewer.loading && pane.viewer.passages.count === 0
            lines: 8
            Layout.fillWidth: true
        }
        NoticeLine {
            objectName: "viewerProblem"
            visible: pane.viewer.problem !== ""
            text: pane.viewer.problem
            Layout.fillWidth: true
        }
        NoticeLine {
            visible: pane.viewer.problem === "" && pane.viewer.warnings !== ""
            text: pane.viewer.warnings
            glyph: "info"
            tint: Theme.text2
            Layout.fillWidth: true
        }
        NoticeLine {
            visible: pane.paged && pane.viewer.pages.problem !== ""
            text: pane.viewer.pages.problem
            Layout.fillWidth: true
        }
        PageSheet {
            visible: pane.paged && pane.viewer.problem === "" && pane.viewer.pages.problem === ""
            pages: pane.viewer.pages
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        PassageList {
            visible: pane.viewer.problem === "" && (!pane.paged || pane.viewer.pages.problem !== "")
            viewer: pane.viewer
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Item {
            visible: pane.viewer.problem !== ""
            Layout.fillHeight: true
        }
    }
}
