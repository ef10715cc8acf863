// What the assistant may do without asking, or not at all, and the way to be asked again.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Section {
    id: section

    required property ApprovalService approvals

    function describe(choice) {
        return choice === ApprovalService.Always ? qsTr("Done without asking")
             : choice === ApprovalService.Session ? qsTr("Done without asking until you close Hearth")
             : qsTr("Never done");
    }

    heading: qsTr("What I may do")
    explanation: qsTr("I read freely, and ask before I change anything. What you chose otherwise on a card is listed here.")

    Words {
        visible: section.approvals.rows.length === 0
        text: qsTr("I ask before every change.")
        Layout.fillWidth: true
    }
    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap2
        Layout.fillWidth: true

        Repeater {
            model: section.approvals.rows
            delegate: RowLayout {
                id: row
                required property var modelData
                width: parent ? parent.width : 0
                spacing: Theme.gap2

                Icon {
                    name: row.modelData.choice === ApprovalService.Never ? "close" : "check"
                    Layout.alignment: Qt.AlignTop
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true
                    Words {
                        text: row.modelData.verb
                        Layout.fillWidth: true
                    }
                    Words {
                        text: section.describe(row.modelData.choice)
                        color: Theme.text2
                        font.pixelSize: Theme.small
                        Layout.fillWidth: true
                    }
                }
                TextAction {
                    objectName: "askAgainButton"
                    text: qsTr("Ask me again")
                    Accessible.description: row.modelData.verb
                    onClicked: section.approvals.choose(row.modelData.tool, ApprovalService.Ask)
                }
            }
        }
    }
}
