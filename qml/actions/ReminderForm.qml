// The form of a reminder or an alarm.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

DialogPage {
    id: form

    required property ReminderService reminders
    required property CalendarService calendar
    required property DeskService desk
    property string kind: "reminder"
    property string key: ""
    property string fault: ""
    property string complaint: ""
    property bool waiting: false

    function begin(kind) { fill(kind, "", "", form.reminders.nextHour(), ""); }
    function edit(row) { fill(row.kind, row.key, row.title, row.start, row.rule); }
    function fill(kind, key, title, start, rule) {
        form.kind = kind;
        form.key = key;
        titleBox.text = title;
        day.show(start.slice(0, 10));
        time.show(start.slice(11));
        repeat.rule = rule;
        fault = complaint = "";
        waiting = false;
        open();
        titleBox.forceActiveFocus();
    }
    function save() {
        if (waiting) return;
        waiting = true;
        desk.submit(kind === "alarm" ? "edit_alarm" : "edit_reminder",
                    { key: key, title: titleBox.text, start: time.time === "" ? day.day : day.day + "T" + time.time,
                      rule: repeat.rule });
    }

    objectName: "reminderForm"
    title: kind === "alarm" ? (key === "" ? qsTr("New alarm") : qsTr("Alarm"))
                            : (key === "" ? qsTr("New reminder") : qsTr("Reminder"))

    Connections {
        target: form.desk
        enabled: form.waiting
        function onDone(text, auditId) { form.waiting = false; form.close(); }
        function onRefused(tool, field, message) {
            form.waiting = false;
            form.fault = field;
            form.complaint = message;
        }
    }
    NoticeLine {
        visible: form.complaint !== ""
        text: form.complaint
        Layout.fillWidth: true
    }
    FormField {
        label: form.kind === "alarm" ? qsTr("Name") : qsTr("Remind me of")
        TextBox {
            id: titleBox
            objectName: "reminderTitle"
            faulty: form.fault === "title"
            placeholderText: form.kind === "alarm" ? qsTr("Alarm") : ""
            Accessible.name: form.kind === "alarm" ? qsTr("Name") : qsTr("Remind me of")
            Layout.fillWidth: true
            onAccepted: form.save()
        }
    }
    FormField {
        label: qsTr("When")
        DayField {
            id: day
            calendar: form.calendar
            label: qsTr("Day")
            faulty: form.fault === "start"
        }
        TimeField {
            id: time
            objectName: "reminderTime"
            calendar: form.calendar
            label: qsTr("Time")
            faulty: form.fault === "start"
        }
    }
    FormField {
        label: qsTr("Repeats")
        RepeatBox {
            id: repeat
            Layout.fillWidth: true
        }
    }
    verbs: [
        TextButton {
            objectName: "reminderSave"
            primary: true
            text: form.kind === "alarm" ? qsTr("Set alarm") : qsTr("Remind me")
            enabled: !form.waiting
            onClicked: form.save()
        },
        TextButton {
            text: qsTr("Cancel")
            onClicked: form.close()
        }
    ]
}
