// A note's text, or the name of a new list.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

DialogPage {
    id: form

    required property NoteService notes
    required property DeskService desk
    property bool list: false
    property string path: ""
    property string complaint: ""
    property bool waiting: false
    readonly property bool added: path === ""

    function begin() { fill("", "", ""); }
    function edit(row) { fill(row.path, row.title, row.text); }
    function fill(path, title, text) {
        form.path = path;
        titleBox.text = title;
        words.text = text;
        complaint = "";
        waiting = false;
        open();
        if (path === "") titleBox.forceActiveFocus();
        else words.forceActiveFocus();
    }
    function save() {
        if (waiting) return;
        waiting = true;
        if (list) notes.newList(titleBox.text);
        else notes.saveNote(path, titleBox.text, words.text);
    }

    objectName: list ? "listForm" : "noteForm"
    title: list ? qsTr("New list") : added ? qsTr("New note") : titleBox.text

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
        visible: form.added
        label: qsTr("Title")
        TextBox {
            id: titleBox
            objectName: "noteTitle"
            faulty: form.complaint !== ""
            Accessible.name: qsTr("Title")
            Layout.fillWidth: true
            onAccepted: form.save()
        }
    }
    LongText {
        id: words
        objectName: "noteText"
        visible: !form.list
        label: qsTr("Text")
        lines: 12
        Layout.fillWidth: true
    }
    verbs: [
        TextButton {
            objectName: "noteSave"
            primary: true
            text: qsTr("Save")
            enabled: !form.waiting
            onClicked: form.save()
        },
        TextButton {
            text: qsTr("Cancel")
            onClicked: form.close()
        },
        TextButton {
            objectName: "noteDelete"
            visible: !form.added
            glyph: "trash"
            text: qsTr("Delete")
            onClicked: {
                form.notes.removeNote(form.path, titleBox.text);
                form.close();
            }
        }
    ]
}
