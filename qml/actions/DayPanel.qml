// The day that is chosen, and what happens on it.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: panel

    required property CalendarService calendar

    signal opened(var row)
    signal newEventRequested

    implicitHeight: column.implicitHeight + 2 * Theme.gap4
    color: Theme.surface
    radius: Theme.cardRadius
    border.color: Theme.divider

    ColumnLayout {
        id: column
        anchors.fill: parent
        anchors.margins: Theme.gap4
        spacing: Theme.gap2

        Words {
            objectName: "chosenDay"
            text: panel.calendar.chosenTitle
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
        }
        Column {  // a layout would keep rows that went while the page was hidden
            spacing: Theme.gap2
            Layout.fillWidth: true

            Repeater {
                model: panel.calendar.dayEvents
                delegate: EventRow {
                    required property int index
                    width: parent ? parent.width : 0
                    Layout.leftMargin: -Theme.gap2
                    Layout.rightMargin: -Theme.gap2
                    onClicked: panel.opened(panel.calendar.dayEvents.row(index))
                }
            }
        }
        Words {
            visible: panel.calendar.dayEvents.count === 0
            text: qsTr("Nothing is planned.")
            color: Theme.text2
            Layout.fillWidth: true
        }
        TextAction {
            glyph: "plus"
            text: qsTr("Add an event")
            Layout.leftMargin: -Theme.gap2
            onClicked: panel.newEventRequested()
        }
    }
}
