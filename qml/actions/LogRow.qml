// One thing that was done.
import QtQuick
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

RowLayout {
    id: row

    required property string glyph
    required property string text
    required property string when
    required property string phase  // "done", "failed", "lost", "undone"
    required property bool undoable
    required property string request
    required property double conversation
    required property bool byForm
    required property bool automatic
    readonly property bool bad: phase === "failed" || phase === "lost"

    signal undoRequested
    signal conversationRequested

    function origin() {
        const dot = " · ";
        let text = when;
        if (phase === "undone") text += dot + qsTr("taken back");
        if (phase === "failed") text += dot + qsTr("failed");
        if (phase === "lost") text += dot + qsTr("interrupted");
        if (automatic) text += dot + qsTr("without asking, as you allowed");
        return text + dot + (request !== "" ? qsTr("you said “%1”").arg(request)
                                            : byForm ? qsTr("by hand") : qsTr("asked elsewhere"));
    }

    objectName: "logRow"
    spacing: Theme.gap3

    Icon {
        name: row.bad ? "error" : row.phase === "undone" ? "undo" : row.glyph
        tint: row.bad ? Theme.danger : Theme.text2
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: 2
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Words {
            text: row.text
            color: row.phase === "undone" ? Theme.text2 : Theme.text
            font.strikeout: row.phase === "undone"
            Layout.fillWidth: true
        }
        Words {
            text: row.origin()
            color: row.bad ? Theme.danger : Theme.text2
            font.pixelSize: Theme.small
            Layout.fillWidth: true
        }
    }
    TextAction {
        visible: row.conversation > 0
        text: qsTr("Show")
        hint: ""
        Layout.alignment: Qt.AlignTop
        onClicked: row.conversationRequested()
    }
    TextAction {
        objectName: "logUndo"
        visible: row.undoable
        text: qsTr("Undo")
        Layout.alignment: Qt.AlignTop
        onClicked: row.undoRequested()
    }
}
