// Timers that run, what is due, and what comes.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: tab

    required property ReminderService reminders
    required property CalendarService calendar
    required property DeskService desk
    property bool touch: false
    property double now: Date.now()  // of the countdowns

    function groupOf(row) {
        if (row.kind === "timer" && row.phase !== "due") return qsTr("Timers");
        return row.phase === "due" ? qsTr("Due") : qsTr("Coming");
    }

    spacing: Theme.gap3
    Component.onCompleted: reminders.start()

    Timer {
        interval: 1000 - (Date.now() % 1000)
        running: tab.visible
        repeat: true
        onTriggered: {
            tab.now = Date.now();
            interval = 1000 - (tab.now % 1000);
        }
    }
    Flow {
        spacing: Theme.gap2
        Layout.fillWidth: true
        TextButton {
            objectName: "newReminderButton"
            primary: true
            glyph: "plus"
            text: qsTr("New reminder")
            onClicked: form.begin("reminder")
        }
        TextButton {
            objectName: "newAlarmButton"
            glyph: "alarm"
            text: qsTr("New alarm")
            onClicked: form.begin("alarm")
        }
        TextButton {
            objectName: "newTimerButton"
            glyph: "timer"
            text: qsTr("New timer")
            onClicked: timerForm.begin()
        }
    }
    NoticeLine {
        visible: tab.reminders.problems !== ""
        text: qsTr("These files cannot be read:\n%1").arg(tab.reminders.problems)
        Layout.fillWidth: true
    }
    Skeleton {
        visible: tab.reminders.loading
        lines: 5
        Layout.fillWidth: true
    }
    Words {
        visible: !tab.reminders.loading && tab.reminders.list.count === 0
        text: qsTr("No reminder, alarm or timer is set. You can also just say it: “remind me to call the bank "
                   + "tomorrow at 10”, “wake me at 7”, “timer for 8 minutes”.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap3
        Layout.fillWidth: true

        Repeater {
            model: tab.reminders.list
            delegate: ColumnLayout {
                id: entry
                required property int index
                required property string uid
                required property string kind
                required property string phase
                required property string title
                required property string when
                required property double due
                required property int secondsLeft
                required property string snoozed
                required property bool repeats
                required property string ruleWords
                readonly property var row: tab.reminders.list.row(index)
                readonly property string group: tab.groupOf(entry)
                readonly property bool first: index === 0 || tab.groupOf(tab.reminders.list.row(index - 1)) !== group

                spacing: Theme.gap1
                width: parent ? parent.width : 0

                Words {
                    visible: entry.first
                    text: entry.group
                    font.weight: Font.DemiBold
                    topPadding: entry.index === 0 ? 0 : Theme.gap3
                    Accessible.role: Accessible.Heading
                    Layout.fillWidth: true
                }
                ReminderRow {
                    kind: entry.kind
                    phase: entry.phase
                    title: entry.title
                    when: entry.when
                    secondsLeft: entry.phase === "paused" ? entry.secondsLeft : Math.max(0, Math.round((entry.due - tab.now) / 1000))
                    snoozed: entry.snoozed
                    repeats: entry.repeats
                    ruleWords: entry.ruleWords
                    Layout.fillWidth: true
                    onPauseRequested: go => tab.desk.submit("control_timer", { action: go ? "resume" : "pause", which: entry.uid })
                    onLengthenRequested: tab.desk.submit("control_timer", { action: "lengthen", which: entry.uid, duration: "1 minute" })
                    onSnoozeRequested: tab.reminders.snooze(entry.uid, 10)
                    onFinishRequested: tab.reminders.finish(entry.uid)
                    onEditRequested: form.edit(entry.row)
                    onRemoveRequested: {
                        if (entry.kind === "timer" && entry.phase !== "due")
                            return tab.desk.submit("control_timer", { action: "cancel", which: entry.uid });
                        tab.desk.submit(entry.kind === "alarm" ? "cancel_alarm" : "cancel_reminder", { key: entry.row.key });
                    }
                }
            }
        }
    }
    ReminderForm {
        id: form
        reminders: tab.reminders
        calendar: tab.calendar
        desk: tab.desk
    }
    TimerForm {
        id: timerForm
        desk: tab.desk
    }
}
