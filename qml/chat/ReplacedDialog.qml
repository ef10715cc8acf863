// What stood for what in a conversation that was handed over: the table of its stand-ins.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

DialogPage {
    id: dialog

    required property PrivacyService privacy

    function show(conversation) {
        dialog.privacy.showReplaced(conversation);
        dialog.open();
    }

    title: qsTr("What was replaced")

    Words {
        text: qsTr("In what went elsewhere, the words on the left were replaced by those on the right. This list is kept encrypted, and goes with the conversation.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    Words {
        objectName: "nothingReplaced"
        visible: dialog.privacy.replaced.length === 0
        text: qsTr("Nothing was replaced.")
        Layout.fillWidth: true
    }
    Column {  // a layout would keep rows that went
        spacing: Theme.gap2
        Layout.fillWidth: true

        Repeater {
            model: dialog.privacy.replaced
            delegate: RowLayout {
                id: line
                required property var modelData
                objectName: "replacedRow"
                spacing: Theme.gap3
                width: parent ? parent.width : 0
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1: %2 for %3").arg(modelData.kind).arg(modelData.standIn).arg(modelData.original)

                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Words {
                        text: line.modelData.original
                        Accessible.ignored: true
                        Layout.fillWidth: true
                    }
                    Words {
                        text: line.modelData.kind
                        color: Theme.text2
                        font.pixelSize: Theme.small
                        Accessible.ignored: true
                        Layout.fillWidth: true
                    }
                }
                Words {
                    text: line.modelData.standIn
                    color: Theme.remote
                    Accessible.ignored: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    Layout.alignment: Qt.AlignTop
                }
            }
        }
    }
    verbs: TextButton {
        objectName: "replacedClose"
        text: qsTr("Close")
        onClicked: dialog.close()
    }
}
