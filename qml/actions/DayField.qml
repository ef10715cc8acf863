// A day that can be typed as the desktop writes it, or picked from a month.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

RowLayout {
    id: field

    required property CalendarService calendar
    required property string label
    property string day: ""        // "2026-11-23"; empty where what is typed is no day
    property bool faulty: false

    signal edited

    function show(day) {
        field.day = day;
        box.text = calendar.dayText(day);
    }

    spacing: Theme.gap1
    Layout.fillWidth: true

    TextBox {
        id: box
        faulty: field.faulty || (field.day === "" && text !== "")
        Accessible.name: field.label
        Layout.fillWidth: true
        Layout.minimumWidth: 90
        onTextEdited: {
            field.day = field.calendar.readDay(text);
            field.edited();
        }
        onEditingFinished: if (field.day !== "") text = field.calendar.dayText(field.day)
    }
    IconButton {
        glyph: "calendar"
        text: qsTr("Pick a day")
        onClicked: picker.openAt(field.day)
    }
    DayPicker {
        id: picker
        y: box.height + 4
        onPicked: day => {
            field.show(day);
            field.edited();
        }
    }
}
