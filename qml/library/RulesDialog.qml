// Which files of a folder are read.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

DialogPage {
    id: dialog

    required property LibraryService library
    property string path: ""

    function edit(path, name, exclude, hidden) {
        dialog.title = qsTr("What of %1 is read").arg(name);
        dialog.path = path;
        patterns.text = exclude;
        hiddenLine.checked = hidden;
        dialog.open();
    }

    title: ""

    Words {
        text: qsTr("Leave these out, one a line: a name (“drafts”), an ending (“*.log”), or a path below the folder (“old/2019”).")
        Layout.fillWidth: true
    }
    LongText {
        id: patterns
        objectName: "excludeText"
        label: qsTr("Names that are left out")
        lines: 5
        Layout.fillWidth: true
    }
    SwitchLine {
        id: hiddenLine
        text: qsTr("Hidden files too")
        explanation: qsTr("Those whose name begins with a dot.")
        Layout.fillWidth: true
    }
    verbs: [
        TextButton {
            objectName: "saveRules"
            primary: true
            text: qsTr("Save")
            onClicked: {
                dialog.library.setRules(dialog.path, patterns.text, hiddenLine.checked);
                dialog.close();
            }
        },
        TextButton {
            text: qsTr("Not now")
            onClicked: dialog.close()
        }
    ]
}
