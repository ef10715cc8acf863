// The calendar: month, week or agenda, the events of the day that is chosen, and the form of one.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: tab

    required property CalendarService calendar
    required property DeskService desk
    property bool touch: false
    property int room: 500  // height that the views may take without scrolling
    readonly property bool wide: width >= 860 * Theme.textScale
    readonly property bool roomy: width >= 600 * Theme.textScale  // a day can name its events
    readonly property bool agenda: calendar.view === CalendarService.Agenda

    function openEvent(key) {
        for (const model of [calendar.dayEvents, calendar.blocks, calendar.agenda])
            for (let i = 0; i < model.count; ++i)
                if (model.row(i).key === key) return form.edit(model.row(i));
    }

    spacing: Theme.gap3
    Component.onCompleted: calendar.start()

    CalendarHeader {
        id: header
        calendar: tab.calendar
        touch: tab.touch
        Layout.fillWidth: true
        onNewEventRequested: form.begin(tab.calendar.chosenDay)
    }
    NoticeLine {
        visible: tab.calendar.problems !== ""
        text: qsTr("These files of the calendar cannot be read:\n%1").arg(tab.calendar.problems)
        Layout.fillWidth: true
    }
    Skeleton {
        visible: tab.calendar.loading
        lines: 8
        lineHeight: 28
        Layout.fillWidth: true
    }
    GridLayout {
        visible: !tab.calendar.loading && !tab.agenda
        columns: tab.wide ? 2 : 1
        columnSpacing: Theme.gap4
        rowSpacing: Theme.gap4
        Layout.fillWidth: true

        Loader {
            readonly property int best: tab.room - (header.stacked ? 2 : 1) * Math.round(48 * Theme.textScale)
            sourceComponent: tab.calendar.view === CalendarService.Week ? week : month
            active: !tab.agenda
            Layout.fillWidth: true
            Layout.preferredHeight: tab.wide ? Math.max(420, best)
                                    : tab.calendar.view === CalendarService.Week ? Math.max(380, best * 0.7)
                                    : tab.roomy ? Math.max(6 * Math.round(72 * Theme.textScale), best * 0.8) : 6 * Math.max(48, Theme.small + 34) + Theme.small + Theme.gap4
            Layout.alignment: Qt.AlignTop
        }
        DayPanel {
            calendar: tab.calendar
            Layout.preferredWidth: tab.wide ? Math.round(280 * Theme.textScale) : -1
            Layout.fillWidth: !tab.wide
            Layout.alignment: Qt.AlignTop
            onOpened: row => form.edit(row)
            onNewEventRequested: form.begin(tab.calendar.chosenDay)
        }
    }
    AgendaList {
        visible: !tab.calendar.loading && tab.agenda
        calendar: tab.calendar
        Layout.fillWidth: true
        onOpened: row => form.edit(row)
        onNewEventRequested: form.begin(tab.calendar.chosenDay)
    }
    Component {
        id: month
        MonthView {
            calendar: tab.calendar
            roomy: tab.roomy
            onOpened: key => tab.openEvent(key)
            onNewEventRequested: day => form.begin(day)
        }
    }
    Component {
        id: week
        WeekView {
            calendar: tab.calendar
            onOpened: row => form.edit(row)
            onNewEventRequested: day => form.begin(day)
        }
    }
    EventForm {
        id: form
        calendar: tab.calendar
        desk: tab.desk
    }
}
