// A time of day that can be typed: "12:00", "3:30 pm", "9".
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

TextBox {
    id: field

    required property CalendarService calendar
    required property string label
    property string time: ""  // "12:00"; empty where what is typed is none

    signal edited

    function show(time) {
        field.time = time;
        field.text = calendar.timeText(time);
    }

    Accessible.name: label
    Layout.preferredWidth: Math.round(96 * Theme.textScale)
    onTextEdited: {
        field.time = field.calendar.readTime(text);
        field.edited();
    }
    onEditingFinished: if (field.time !== "") text = field.calendar.timeText(field.time)
}
