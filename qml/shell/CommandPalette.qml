// Everything there is to do and to go to, found by a few letters.
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Places
import Hearth.Theme

FloatingPanel {
    id: palette

    required property Assistant assistant

    signal chosen(string command, var argument)

    function take() {
        const row = list.currentItem as CommandRow;
        if (row === null) return;
        palette.close();
        palette.chosen(row.command, row.argument);
    }

    objectName: "palette"
    mostHeight: 480
    implicitHeight: mostHeight
    onAboutToShow: field.clear()
    onOpened: field.forceActiveFocus(Qt.PopupFocusReason)

    PlaceTable {
        id: places
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap2

        SearchField {
            id: field
            objectName: "paletteField"
            placeholderText: qsTr("What do you want to do?")
            Layout.fillWidth: true
            Keys.onDownPressed: list.incrementCurrentIndex()
            Keys.onUpPressed: list.decrementCurrentIndex()
            Keys.onEscapePressed: palette.close()
            onAccepted: palette.take()
        }
        ListView {
            id: list
            objectName: "paletteList"
            cacheBuffer: 0  // the rows change with every letter
            clip: true
            boundsBehavior: Flickable.StopAtBounds
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Commands")
            model: CommandModel {
                filter: field.text
                places: places.all
                conversations: palette.assistant.conversations.list
                onFilterChanged: list.currentIndex = 0
            }
            ScrollBar.vertical: ScrollBar { Accessible.ignored: true }
            delegate: CommandRow {
                id: row
                width: list.width
                onClicked: {
                    list.currentIndex = row.ListView.view.indexAt(row.x, row.y);
                    palette.take();
                }
            }
            Words {
                visible: list.count === 0
                padding: Theme.gap2
                color: Theme.text2
                text: qsTr("Nothing here is called that.")
            }
        }
    }
}
