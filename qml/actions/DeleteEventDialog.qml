// Which events of a row are to go.
import QtQuick
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

DialogPage {
    id: dialog

    required property string name

    signal chosen(bool all)

    title: qsTr("Delete “%1”").arg(name)

    Words {
        text: qsTr("It repeats. Should only this one go, or all of them?")
        Layout.fillWidth: true
    }
    verbs: [
        TextButton {
            objectName: "deleteOne"
            primary: true
            text: qsTr("Only this one")
            onClicked: {
                dialog.close();
                dialog.chosen(false);
            }
        },
        TextButton {
            objectName: "deleteAll"
            text: qsTr("All of them")
            onClicked: {
                dialog.close();
                dialog.chosen(true);
            }
        }
    ]
}
