// The documents that can be asked: the folders and the search, and beside them (in their place where the
// window is narrow) the document that was opened.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

FocusScope {
    id: page

    required property Assistant assistant
    property bool sideBarHidden: false
    property bool touch: false
    property bool offline: false
    readonly property LibraryService library: assistant.library
    readonly property bool open: library.viewer.shown
    readonly property bool beside: width >= Math.round(760 * Math.min(Theme.textScale, 1.4))
    readonly property int viewerWidth: Math.round(Math.max(width * 0.54, Math.min(width - 400, 760)))

    signal sideBarRequested
    signal closeRequested
    signal offlineToggled

    onOpenChanged: if (!open && visible) list.forceActiveFocus(Qt.OtherFocusReason)

    DocumentList {
        id: list
        focus: true
        visible: page.beside || !page.open
        width: page.beside && page.open ? page.width - page.viewerWidth : page.width
        height: parent.height
        library: page.library
        sideBarHidden: page.sideBarHidden
        touch: page.touch
        offline: page.offline
        onOfflineToggled: page.offlineToggled()
        onSideBarRequested: page.sideBarRequested()
        onCloseRequested: page.closeRequested()
    }
    Viewer {
        visible: page.open
        x: page.beside ? page.width - width : 0
        width: page.beside ? page.viewerWidth : page.width
        height: parent.height
        library: page.library
        alone: !page.beside
        touch: page.touch
    }
    FolderDrop {
        anchors.fill: parent
        library: page.library
    }
}
