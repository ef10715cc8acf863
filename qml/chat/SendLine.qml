// One message of what will be sent: as it is, and beside or below it, as it would be seen there.
import QtQuick
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

GridLayout {
    id: line

    required property var modelData
    property bool narrow: false

    columns: narrow ? 1 : 2
    columnSpacing: Theme.gap4
    rowSpacing: Theme.gap1

    ColumnLayout {
        spacing: Theme.gap1
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        Words {
            text: line.modelData.mine ? qsTr("You wrote") : qsTr("I answered")
            color: Theme.text2
            font.pixelSize: Theme.small
            Layout.fillWidth: true
        }
        Words {
            objectName: "sendOriginal"
            text: line.modelData.original
            textFormat: Text.StyledText
            font.pixelSize: Theme.message
            Accessible.name: line.modelData.originalWords
            Layout.fillWidth: true
        }
    }
    ColumnLayout {
        spacing: Theme.gap1
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.alignment: Qt.AlignTop
        Words {
            text: qsTr("What goes there")
            color: Theme.remote
            font.pixelSize: Theme.small
            Layout.fillWidth: true
        }
        Words {
            objectName: "sendMasked"
            text: line.modelData.masked
            textFormat: Text.StyledText
            color: Theme.remote
            font.pixelSize: Theme.message
            Accessible.name: line.modelData.maskedWords
            Layout.fillWidth: true
        }
    }
}
