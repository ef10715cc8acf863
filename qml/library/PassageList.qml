// The text of a document, passage by passage; the one that was asked for stands out.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

ListView {
    id: list

    required property DocumentViewer viewer

    function revealWanted() {
        if (viewer.wantedRow >= 0) positionViewAtIndex(viewer.wantedRow, ListView.Center);
    }

    model: viewer.passages
    spacing: Theme.gap1
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    activeFocusOnTab: true
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Text of %1").arg(viewer.title)
    ScrollBar.vertical: ScrollBar { Accessible.ignored: true }
    Component.onCompleted: settling.restart()
    onVisibleChanged: settling.restart()

    Connections {
        target: list.viewer
        function onChanged() { settling.restart(); }
    }
    Timer {
        id: settling  // rows are made with the next frame
        interval: 0
        onTriggered: list.revealWanted()
    }

    delegate: Rectangle {
        id: row

        required property string text
        required property string plain
        required property string heading
        required property string at
        required property bool wanted

        objectName: wanted ? "wantedPassage" : "passage"
        width: list.width
        height: column.implicitHeight + 2 * Theme.gap2
        radius: Theme.radius
        color: wanted ? Theme.accentSoft : "transparent"
        Accessible.role: Accessible.ListItem
        Accessible.name: plain
        Accessible.selected: wanted

        Rectangle {
            visible: row.wanted
            width: 3
            height: parent.height
            radius: 1
            color: Theme.accent
        }
        Column {
            id: column
            x: Theme.gap3
            y: Theme.gap2
            width: parent.width - 2 * Theme.gap3
            spacing: 2

            Words {
                width: parent.width
                visible: text !== ""
                text: row.heading === "" ? row.at : row.at === "" ? row.heading : row.heading + " · " + row.at
                color: Theme.text2
                font.pixelSize: Theme.small
                Accessible.ignored: true
            }
            Text {
                width: parent.width
                text: row.text
                textFormat: Text.StyledText
                color: Theme.text
                font.pixelSize: Theme.message
                lineHeight: 1.35
                wrapMode: Text.Wrap
                Accessible.ignored: true
            }
        }
    }
}
