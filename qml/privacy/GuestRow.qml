// One server of another program: how it is, whether it may be used, its tools, and the way to be rid of it.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: row

    required property GuestService guests
    required property var modelData
    readonly property bool broken: modelData.state >= GuestService.Crashed
    readonly property string how: !modelData.allowed ? qsTr("Not used")
        : modelData.state === GuestService.Starting ? qsTr("Starting…")
        : modelData.state === GuestService.Running ? qsTr("Runs: %1").arg(modelData.title)
        : modelData.state === GuestService.Crashed ? qsTr("Has crashed")
        : modelData.state === GuestService.Hanging ? qsTr("Did not answer in time and was stopped")
        : modelData.state === GuestService.Failed ? qsTr("Could not be used") : qsTr("Does not run")

    objectName: "guestRow"
    implicitHeight: content.implicitHeight + 2 * Theme.gap3
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.divider
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("%1, %2").arg(modelData.name).arg(how)

    ColumnLayout {
        id: content
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap3
        spacing: Theme.gap2

        RowLayout {
            spacing: Theme.gap2
            SwitchLine {
                objectName: "guestUse"
                text: row.modelData.name
                explanation: row.modelData.what
                checked: row.modelData.allowed
                Layout.fillWidth: true
                onToggled: row.guests.allow(row.modelData.name, checked)
            }
            IconButton {
                objectName: "guestRemove"
                glyph: "trash"
                text: qsTr("Forget “%1”").arg(row.modelData.name)
                onClicked: row.guests.remove(row.modelData.name)
            }
        }
        NoticeLine {
            objectName: "guestState"
            text: row.how
            glyph: row.broken ? "error" : row.modelData.state === GuestService.Running && row.modelData.allowed ? "success" : "info"
            tint: row.broken ? Theme.danger : Theme.text2
            Layout.fillWidth: true
        }
        Words {
            visible: row.modelData.problem !== ""
            text: row.modelData.problem
            color: Theme.text2
            font.pixelSize: Theme.small
            Layout.fillWidth: true
        }
        TextAction {
            visible: row.broken && row.modelData.allowed
            glyph: "refresh"
            text: qsTr("Try again")
            x: -Theme.gap2
            onClicked: row.guests.tryAgain()
        }
        Words {
            visible: row.modelData.resources.length + row.modelData.prompts.length > 0
            text: qsTr("It also offers texts or prompts: type /from in a conversation to bring one in.")
            color: Theme.text2
            font.pixelSize: Theme.small
            Layout.fillWidth: true
        }
        Words {
            visible: row.modelData.tools.length > 0
            text: qsTr("Tools that may run without asking")
            color: Theme.text2
            font.pixelSize: Theme.small
            Layout.fillWidth: true
        }
        Column {  // a layout would keep rows that went while the page was hidden
            Layout.fillWidth: true

            Repeater {
                model: row.modelData.tools
                delegate: SwitchLine {
                    required property var modelData
                    objectName: "guestTool"
                    text: modelData.name
                    explanation: modelData.description
                    tint: Theme.warning
                    checked: modelData.unasked
                    width: parent ? parent.width : 0
                    onToggled: row.guests.allowUnasked(row.modelData.name, modelData.name, checked)
                }
            }
        }
    }
}
