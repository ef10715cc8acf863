// Which days are shown, the way to others, how they are shown, and a new event.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

GridLayout {
    id: header

    required property CalendarService calendar
    property bool touch: false
    readonly property bool stacked: width < 620 * Theme.textScale

    signal newEventRequested

    columns: stacked ? 1 : 2
    columnSpacing: Theme.gap3
    rowSpacing: Theme.gap2

    RowLayout {
        spacing: Theme.gap1
        Layout.fillWidth: true

        IconButton {
            objectName: "calendarBack"
            glyph: "chevron-left"
            text: qsTr("Earlier")
            extent: header.touch ? 44 : 32
            onClicked: header.calendar.step(-1)
        }
        IconButton {
            objectName: "calendarForward"
            glyph: "chevron-right"
            text: qsTr("Later")
            extent: header.touch ? 44 : 32
            onClicked: header.calendar.step(1)
        }
        Words {
            objectName: "calendarTitle"
            text: header.calendar.title
            font.pixelSize: Theme.heading
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            Layout.leftMargin: Theme.gap1
        }
        TextAction {
            text: qsTr("Today")
            onClicked: header.calendar.goToday()
        }
    }
    RowLayout {
        spacing: Theme.gap2
        Layout.fillWidth: header.stacked
        ChoiceChips {
            objectName: "calendarViews"
            names: [qsTr("Month"), qsTr("Week"), qsTr("Agenda")]
            current: header.calendar.view
            label: qsTr("How to show the calendar")
            Layout.preferredWidth: natural
            onChosen: index => header.calendar.view = index
        }
        Item {
            visible: header.stacked
            Layout.fillWidth: true
        }
        TextButton {
            objectName: "newEventButton"
            primary: true
            glyph: "plus"
            text: header.stacked ? qsTr("New") : qsTr("New event")
            hint: qsTr("Add an event to the calendar")
            onClicked: header.newEventRequested()
        }
    }
}
