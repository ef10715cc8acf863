// What it means to take a folder out of the library.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

DialogPage {
    id: dialog

    required property LibraryService library
    property string path: ""
    property string name: ""

    function ask(path, name) {
        dialog.path = path;
        dialog.name = name;
        dialog.open();
    }

    title: qsTr("Take the folder out?")

    Words {
        text: qsTr("I forget what I read in %1, and no longer look at it. Its files stay where they are. You can add it again at any time; it is then read anew.").arg(dialog.name)
        Layout.fillWidth: true
    }
    verbs: [
        TextButton {
            objectName: "removeFolder"
            primary: true
            text: qsTr("Take it out")
            onClicked: {
                dialog.library.removeFolder(dialog.path);
                dialog.close();
            }
        },
        TextButton {
            text: qsTr("Keep it")
            onClicked: dialog.close()
        }
    ]
}
