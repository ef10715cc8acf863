// A reminder, an alarm or a timer, with what can be done about it.
import QtQuick
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: row

    required property string kind
    required property string phase  // "upcoming", "due", "paused"
    required property string title
    required property string when
    required property int secondsLeft
    required property string snoozed
    required property bool repeats
    required property string ruleWords
    readonly property bool counting: kind === "timer" && phase !== "due"
    readonly property bool due: phase === "due"

    signal pauseRequested(bool go)
    signal lengthenRequested
    signal snoozeRequested
    signal finishRequested
    signal editRequested
    signal removeRequested

    function clock(seconds) {
        const two = n => (n < 10 ? "0" : "") + n;
        const hours = Math.floor(seconds / 3600);
        const rest = two(Math.floor(seconds / 60) % 60) + ":" + two(seconds % 60);
        return hours > 0 ? hours + ":" + rest : rest;
    }
    function detail() {
        const time = snoozed !== "" ? qsTr("snoozed until %1").arg(snoozed)
                   : !counting ? when : phase === "paused" ? qsTr("paused") : qsTr("rings %1").arg(when);
        return ruleWords === "" ? time : time + " · " + ruleWords;
    }

    objectName: "reminderRow"
    implicitHeight: grid.implicitHeight + Theme.gap4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: due ? Theme.warning : Theme.divider

    GridLayout {
        id: grid
        readonly property bool stacked: row.width < 560 * Theme.textScale
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap3
        anchors.rightMargin: Theme.gap2
        anchors.verticalCenter: parent.verticalCenter
        columns: stacked ? 1 : 2
        rowSpacing: Theme.gap1

        RowLayout {
            spacing: Theme.gap3
            Layout.fillWidth: true
            Icon {
                name: row.kind
                tint: row.due ? Theme.warning : Theme.text2
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Words {
                    text: row.title
                    Layout.fillWidth: true
                }
                Words {
                    text: row.detail()
                    color: row.due ? Theme.warning : Theme.text2
                    font.pixelSize: Theme.small
                    Layout.fillWidth: true
                }
            }
            Words {
                objectName: "countdown"
                visible: row.counting
                text: row.clock(row.secondsLeft)
                font.pixelSize: Theme.title
                wrapMode: Text.NoWrap
                Accessible.name: qsTr("%1 left").arg(text)
            }
        }
        Flow {
            layoutDirection: grid.stacked ? Qt.LeftToRight : Qt.RightToLeft
            spacing: Theme.gap1
            Layout.fillWidth: grid.stacked
            Layout.preferredWidth: grid.stacked ? -1 : Math.min(implicitWidth, row.width / 2)

            IconButton {
                objectName: "removeReminder"
                glyph: "trash"
                text: row.counting ? qsTr("Stop the timer") : qsTr("Delete “%1”").arg(row.title)
                onClicked: row.removeRequested()
            }
            IconButton {
                visible: row.kind !== "timer"
                glyph: "edit"
                text: qsTr("Edit “%1”").arg(row.title)
                onClicked: row.editRequested()
            }
            TextAction {
                objectName: "finishReminder"
                visible: !row.repeats && !row.counting
                text: row.kind === "reminder" ? qsTr("Done") : row.due ? qsTr("Dismiss") : qsTr("Switch off")
                onClicked: row.finishRequested()
            }
            TextAction {
                objectName: "snoozeReminder"
                visible: row.due
                text: qsTr("In 10 minutes")
                onClicked: row.snoozeRequested()
            }
            TextAction {
                visible: row.counting
                text: qsTr("1 minute more")
                onClicked: row.lengthenRequested()
            }
            TextAction {
                objectName: "pauseTimer"
                visible: row.counting
                text: row.phase === "paused" ? qsTr("Go on") : qsTr("Pause")
                onClicked: row.pauseRequested(row.phase === "paused")
            }
        }
    }
}
