// What of a folder could not be read, and why.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

DialogPage {
    id: dialog

    required property LibraryService library
    property string path: ""

    function show(path, name) {
        dialog.title = qsTr("Not read in %1").arg(name);
        dialog.path = path;
        dialog.library.showSkipped(path);
        dialog.open();
    }

    title: ""
    onClosed: dialog.library.showSkipped("")

    Words {
        text: qsTr("These files are not found and not cited. Everything else is.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    Column {  // a layout would keep rows that went while the dialog was hidden
        spacing: Theme.gap3
        Layout.fillWidth: true

        Repeater {
            model: dialog.library.skipped
            delegate: Column {
                id: row
                required property string name
                required property string place
                required property string reason
                required property string message
                width: parent ? parent.width : 0

                Words {
                    objectName: "skippedRow"
                    text: qsTr("%1 · %2").arg(row.reason).arg(row.name)
                    font.weight: Font.DemiBold
                    elide: Text.ElideMiddle
                    wrapMode: Text.NoWrap
                    width: parent.width
                }
                Words {
                    text: row.message
                    width: parent.width
                }
                Words {
                    text: row.place
                    color: Theme.text2
                    font.pixelSize: Theme.small
                    elide: Text.ElideMiddle
                    wrapMode: Text.NoWrap
                    width: parent.width
                }
            }
        }
    }
    verbs: [
        TextButton {
            primary: true
            text: qsTr("Close")
            onClicked: dialog.close()
        },
        TextButton {
            text: qsTr("Look again")
            onClicked: dialog.library.lookAgain(dialog.path)
        }
    ]
}
