// A new timer: how long, and what for.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

DialogPage {
    id: form

    required property DeskService desk
    property string complaint: ""
    property bool waiting: false

    function begin() {
        minutes.text = "10";
        label.text = complaint = "";
        waiting = false;
        open();
        minutes.forceActiveFocus();
        minutes.selectAll();
    }
    function start() {
        if (waiting) return;
        const typed = minutes.text.trim();
        waiting = true;
        // A bare number means minutes; otherwise it is said in words: "1 hour 20 minutes".
        desk.submit("set_timer", { duration: /^[0-9]+$/.test(typed) ? typed + " minutes" : typed, label: label.text });
    }

    objectName: "timerForm"
    title: qsTr("New timer")

    Connections {
        target: form.desk
        enabled: form.waiting
        function onDone(text, auditId) { form.waiting = false; form.close(); }
        function onRefused(tool, field, message) {
            form.waiting = false;
            form.complaint = message;
        }
    }
    NoticeLine {
        visible: form.complaint !== ""
        text: form.complaint
        Layout.fillWidth: true
    }
    FormField {
        label: qsTr("Minutes")
        TextBox {
            id: minutes
            objectName: "timerMinutes"
            faulty: form.complaint !== ""
            Accessible.name: qsTr("Minutes")
            Layout.fillWidth: true
            onAccepted: form.start()
        }
    }
    Flow {
        spacing: Theme.gap2
        Layout.fillWidth: true
        Repeater {
            model: [3, 5, 10, 15, 30, 60]
            delegate: TextButton {
                required property int modelData
                text: qsTr("%n min", "", modelData)
                onClicked: {
                    minutes.text = modelData;
                    form.start();
                }
            }
        }
    }
    FormField {
        label: qsTr("What for")
        TextBox {
            id: label
            objectName: "timerLabel"
            Accessible.name: qsTr("What for")
            Layout.fillWidth: true
            onAccepted: form.start()
        }
    }
    verbs: [
        TextButton {
            objectName: "timerStart"
            primary: true
            text: qsTr("Start timer")
            enabled: !form.waiting
            onClicked: form.start()
        },
        TextButton {
            text: qsTr("Cancel")
            onClicked: form.close()
        }
    ]
}
