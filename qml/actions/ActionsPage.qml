// What was done and what is to come: calendar, reminders, notes and lists, and the log of actions.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

PageFrame {
    id: page

    required property Assistant assistant
    readonly property DeskService desk: assistant.desk
    property int tab: 0
    readonly property var tabs: [calendarTab, remindersTab, notesTab, logTab]

    title: qsTr("Actions")
    widest: Math.round(1080 * Math.max(1, Theme.textScale * 0.85))

    ChoiceChips {
        objectName: "actionTabs"
        focus: true
        names: [qsTr("Calendar"), qsTr("Reminders"), qsTr("Notes and lists"), qsTr("Log")]
        glyphs: ["calendar", "reminder", "note", "list"]
        current: page.tab
        label: qsTr("Parts of this page")
        Layout.fillWidth: true
        onChosen: index => page.tab = index
    }
    NoticeLine {
        visible: page.desk.failure !== ""
        glyph: "error"
        tint: Theme.danger
        text: page.desk.failure
        Layout.fillWidth: true
    }
    Loader {
        sourceComponent: page.tabs[page.tab]
        visible: page.desk.failure === ""
        Layout.fillWidth: true
    }
    Notice {
        id: notice
        parent: page
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.gap6
        maximumWidth: page.width - 2 * Theme.gap4
        onActed: page.desk.undo(subject)
    }
    Connections {
        target: page.desk
        enabled: page.visible
        function onDone(text, auditId) { notice.say(text, auditId > 0 ? qsTr("Undo") : "", auditId); }
        function onRefused(tool, field, message) { if (field === "") notice.say(message, "", 0); }
    }
    Connections {
        target: page.assistant.reminders
        enabled: page.visible
        function onSnoozed(until) { notice.say(qsTr("It rings again at %1.").arg(until), "", 0); }
    }

    Component {
        id: calendarTab
        CalendarTab {
            calendar: page.assistant.calendar
            desk: page.desk
            touch: page.touch
            room: page.scroller.height - Theme.gap8 - 60
        }
    }
    Component {
        id: remindersTab
        RemindersTab {
            reminders: page.assistant.reminders
            calendar: page.assistant.calendar
            desk: page.desk
            touch: page.touch
        }
    }
    Component {
        id: notesTab
        NotesTab {
            notes: page.assistant.notes
            desk: page.desk
            touch: page.touch
        }
    }
    Component {
        id: logTab
        LogTab {
            assistant: page.assistant
            log: page.assistant.actionLog
        }
    }
}
