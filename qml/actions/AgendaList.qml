// What is to come, day by day.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: list

    required property CalendarService calendar

    signal opened(var row)
    signal newEventRequested

    spacing: Theme.gap2

    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap2
        Layout.fillWidth: true

        Repeater {
            model: list.calendar.agenda
            delegate: ColumnLayout {
                id: entry
                required property int index
                required property string section
                required property string title
                required property string time
                required property string location
                required property string ruleWords
                required property string people
                readonly property bool first: index === 0 || list.calendar.agenda.row(index - 1).section !== section

                spacing: Theme.gap1
                width: parent ? parent.width : 0

                Words {
                    visible: entry.first
                    text: entry.section
                    font.weight: Font.DemiBold
                    topPadding: entry.index === 0 ? 0 : Theme.gap3
                    Accessible.role: Accessible.Heading
                    Layout.fillWidth: true
                }
                EventRow {
                    title: entry.title
                    time: entry.time
                    location: entry.location
                    ruleWords: entry.ruleWords
                    people: entry.people
                    Layout.fillWidth: true
                    onClicked: list.opened(list.calendar.agenda.row(entry.index))
                }
            }
        }
    }
    Words {
        visible: list.calendar.agenda.count === 0
        text: qsTr("Nothing is in the calendar for these eight weeks.")
        color: Theme.text2
        Layout.fillWidth: true
        Layout.topMargin: Theme.gap4
    }
    TextAction {
        visible: list.calendar.agenda.count === 0
        glyph: "plus"
        text: qsTr("Add an event")
        onClicked: list.newEventRequested()
    }
    TextAction {
        visible: list.calendar.agenda.count > 0
        text: qsTr("Four weeks further")
        onClicked: list.calendar.step(1)
    }
}
