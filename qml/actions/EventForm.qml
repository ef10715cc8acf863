// The form of an event: a new one, or one that is there.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

DialogPage {
    id: form

    required property CalendarService calendar
    required property DeskService desk
    property var row: ({})
    property string fault: ""       // the field that is wrong
    property string complaint: ""   // and why
    property bool waiting: false
    readonly property bool added: (row.key ?? "") === ""
    readonly property var reminders: ["", "0", "300", "900", "1800", "3600", "86400"]
    readonly property string oneOnly: "only this one"
    readonly property string allOfThem: "all of them"

    function begin(day) { fill(calendar.newEvent(day)); }
    function edit(row) { fill(row); }
    function fill(row) {
        form.row = row;
        titleBox.text = row.title ?? "";
        placeBox.text = row.location ?? "";
        wordsBox.text = row.description ?? "";
        wholeDays.checked = row.allDay ?? false;
        startDay.show(row.start.slice(0, 10));
        startTime.show(row.start.length > 10 ? row.start.slice(11) : "10:00");
        endDay.show(row.end.slice(0, 10));
        endTime.show(row.end.length > 10 ? row.end.slice(11) : "11:00");
        repeat.rule = row.rule ?? "";
        reminder.value = row.reminder ?? "";
        scope.currentIndex = 0;
        fault = complaint = "";
        waiting = false;
        open();
        titleBox.forceActiveFocus();
    }
    function moment(day, time) { return wholeDays.checked || day === "" ? day : day + "T" + time; }
    // The end goes along with the start.
    function follow() {
        if (startDay.day !== "" && (endDay.day === "" || endDay.day < startDay.day)) endDay.show(startDay.day);
        if (!wholeDays.checked && endDay.day === startDay.day && startTime.time !== "" && endTime.time <= startTime.time) {
            const hour = Number(startTime.time.slice(0, 2)) + 1;
            if (hour < 24) endTime.show((hour < 10 ? "0" : "") + hour + startTime.time.slice(2));
        }
    }
    function save() {
        if (waiting) return;
        waiting = true;
        desk.submit("edit_event", {
            key: row.key ?? "", scope: scope.visible && scope.currentIndex === 1 ? allOfThem : oneOnly,
            title: titleBox.text, start: moment(startDay.day, startTime.time), end: moment(endDay.day, endTime.time),
            location: placeBox.text, description: wordsBox.text, rule: repeat.rule, reminder: reminder.value
        });
    }

    objectName: "eventForm"
    title: added ? qsTr("New event") : qsTr("Event")

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
        label: qsTr("Title")
        TextBox {
            id: titleBox
            objectName: "eventTitle"
            faulty: form.fault === "title"
            Accessible.name: qsTr("Title")
            Layout.fillWidth: true
            onAccepted: form.save()
        }
    }
    SwitchLine {
        id: wholeDays
        text: qsTr("Whole days")
        Layout.fillWidth: true
    }
    FormField {
        label: qsTr("Starts")
        DayField {
            id: startDay
            calendar: form.calendar
            label: qsTr("Day it starts")
            faulty: form.fault === "start"
            onEdited: form.follow()
        }
        TimeField {
            id: startTime
            objectName: "eventStartTime"
            calendar: form.calendar
            label: qsTr("Time it starts")
            visible: !wholeDays.checked
            faulty: form.fault === "start" || time === ""
            onEditingFinished: form.follow()
        }
    }
    FormField {
        label: qsTr("Ends")
        DayField {
            id: endDay
            calendar: form.calendar
            label: qsTr("Day it ends")
            faulty: form.fault === "end"
        }
        TimeField {
            id: endTime
            calendar: form.calendar
            label: qsTr("Time it ends")
            visible: !wholeDays.checked
            faulty: form.fault === "end" || time === ""
        }
    }
    FormField {
        label: qsTr("Place")
        TextBox {
            id: placeBox
            objectName: "eventPlace"
            Accessible.name: qsTr("Place")
            Layout.fillWidth: true
        }
    }
    FormField {
        label: qsTr("Repeats")
        RepeatBox {
            id: repeat
            Layout.fillWidth: true
        }
    }
    FormField {
        label: qsTr("Reminder")
        ChoiceBox {
            id: reminder
            property string value: ""
            model: [qsTr("None"), qsTr("At the start"), qsTr("5 minutes before"), qsTr("15 minutes before"),
                    qsTr("30 minutes before"), qsTr("1 hour before"), qsTr("1 day before")]
            currentIndex: form.reminders.indexOf(value)
            displayText: currentIndex < 0 ? qsTr("%n minute(s) before", "", Math.round(Number(value) / 60)) : currentText
            Accessible.name: qsTr("Reminder")
            Layout.fillWidth: true
            onActivated: index => value = form.reminders[index]
        }
    }
    FormField {
        label: qsTr("Notes")
        LongText {
            id: wordsBox
            label: qsTr("Notes")
            Layout.fillWidth: true
        }
    }
    Words {
        visible: (form.row.people ?? "") !== ""
        text: qsTr("With %1").arg(form.row.people ?? "")
        color: Theme.text2
        Layout.fillWidth: true
    }
    FormField {
        visible: scope.visible
        label: qsTr("Change")
        ChoiceBox {
            id: scope
            visible: !form.added && (form.row.repeats ?? false) && !(form.row.changed ?? false)
            model: [qsTr("Only this one"), qsTr("All of them")]
            Accessible.name: qsTr("Which of the row to change")
            Layout.fillWidth: true
        }
    }

    verbs: [
        TextButton {
            objectName: "eventSave"
            primary: true
            text: form.added ? qsTr("Add to calendar") : qsTr("Save")
            enabled: !form.waiting
            onClicked: form.save()
        },
        TextButton {
            text: qsTr("Cancel")
            onClicked: form.close()
        },
        TextButton {
            objectName: "eventDelete"
            visible: !form.added
            glyph: "trash"
            text: qsTr("Delete")
            onClicked: {
                if (form.row.repeats ?? false) return which.open();
                form.desk.submit("delete_event", { key: form.row.key });
                form.close();
            }
        }
    ]
    DeleteEventDialog {
        id: which
        name: form.row.title ?? ""
        onChosen: all => {
            form.desk.submit("delete_event", { key: form.row.key, scope: all ? form.allOfThem : form.oneOnly });
            form.close();
        }
    }
}
