// What all pages beside the conversation have in common: a title, the way to the side bar where it is hidden,
// and a column that scrolls, where the page's own content goes. Escape closes it.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hearth.Theme

FocusScope {
    id: frame

    required property string title
    property bool sideBarHidden: false
    property bool touch: false
    property bool offline: false
    readonly property int side: width < Theme.narrowWidth ? Theme.gap4 : Theme.gap8
    property int widest: Theme.columnWidth  // that the column grows to
    readonly property int columnWidth: Math.min(width - 2 * side, widest)
    property alias headerItems: verbs.data     // beside the title
    default property alias content: column.data  // in a ColumnLayout
    property alias scroller: flick

    signal sideBarRequested
    signal closeRequested
    signal offlineToggled

    // Scrolls so far that `item` can be seen: the keyboard may have gone to what is below the edge.
    function reveal(item: Item) {
        const top = item.mapToItem(column, 0, 0).y + column.y;
        if (top < flick.contentY) flick.contentY = Math.max(0, top - Theme.gap4);
        else if (top + item.height > flick.contentY + flick.height)
            flick.contentY = Math.min(top - Theme.gap4, top + item.height - flick.height + Theme.gap4);
    }

    Keys.onEscapePressed: frame.closeRequested()

    Connections {
        target: frame.Window
        function onActiveFocusItemChanged() {
            const now = frame.Window.activeFocusItem;
            let one = now;
            while (one !== null && one !== column) one = one.parent;
            if (one === column && now !== column) frame.reveal(now);
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.background
    }
    GridLayout {
        id: header
        // What belongs beside the title goes below it where they have no room together.
        readonly property int sideRoom: frame.sideBarHidden ? menu.width + network.width + 2 * columnSpacing : 0
        readonly property bool stacked: sideRoom + heading.implicitWidth + columnSpacing + verbs.implicitWidth > width
        columns: (frame.sideBarHidden ? 3 : 1) + (stacked ? 0 : 1)
        x: frame.sideBarHidden ? Theme.gap3 : Math.max(frame.side, (frame.width - frame.columnWidth) / 2)
        width: frame.width - x - (frame.sideBarHidden ? Theme.gap3 : x)
        height: Math.max(frame.touch ? 52 : 48, implicitHeight)
        columnSpacing: Theme.gap2
        rowSpacing: 0

        IconButton {
            id: menu
            visible: frame.sideBarHidden
            glyph: frame.touch ? "menu" : "sidebar"
            text: qsTr("Show the side bar (Ctrl+B)")
            extent: frame.touch ? 44 : 32
            onClicked: frame.sideBarRequested()
        }
        Words {
            id: heading
            text: frame.title
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Layout.fillWidth: true
        }
        OfflineButton {
            id: network
            visible: frame.sideBarHidden
            offline: frame.offline
            extent: frame.touch ? 44 : 32
            onClicked: frame.offlineToggled()
        }
        RowLayout {
            id: verbs
            spacing: Theme.gap2
            Layout.columnSpan: header.stacked ? header.columns : 1
        }
    }
    Flickable {
        id: flick
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        width: parent.width
        contentHeight: column.implicitHeight + column.y + Theme.gap8
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        ScrollBar.vertical: ScrollBar { Accessible.ignored: true }

        ColumnLayout {
            id: column
            x: (frame.width - width) / 2
            y: Theme.gap2
            width: frame.columnWidth
            spacing: Theme.gap4
        }
    }
}
