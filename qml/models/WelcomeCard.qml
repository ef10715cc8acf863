// At the first start: what works at once, what this computer could run, and the way to it. Shown until it is
// closed; the settings bring it back.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: card

    required property Assistant assistant

    signal modelsRequested

    implicitHeight: column.implicitHeight + 2 * Theme.gap4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.divider
    onVisibleChanged: if (visible) card.assistant.market.look()
    Component.onCompleted: if (visible) card.assistant.market.look()

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap4
        spacing: Theme.gap2

        RowLayout {
            spacing: Theme.gap2
            Icon {
                name: "shield"
                tint: Theme.local
                Layout.alignment: Qt.AlignTop
            }
            Words {
                text: qsTr("Everything above works now: without an account, without a download, and nothing of it leaves this computer. Nobody counts what you do here.")
                Layout.fillWidth: true
            }
        }
        RowLayout {
            spacing: Theme.gap2
            Icon {
                name: "computer"
                Layout.alignment: Qt.AlignTop
            }
            ColumnLayout {
                spacing: 2
                Layout.fillWidth: true
                Words {
                    text: qsTr("For conversation I need a larger model. %1").arg(card.assistant.market.advice)
                    Layout.fillWidth: true
                }
                Words {
                    text: card.assistant.market.loading ? qsTr("Looking at this computer…")
                        : qsTr("%1; %2").arg(card.assistant.market.memory).arg(card.assistant.market.processor)
                    color: Theme.text2
                    font.pixelSize: Theme.small
                    Layout.fillWidth: true
                }
            }
        }
        Flow {
            spacing: Theme.gap2
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap1
            TextButton {
                objectName: "welcomeModels"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("See the models")
                onClicked: card.modelsRequested()
            }
            TextButton {
                objectName: "welcomeDone"
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Close this")
                onClicked: card.assistant.settings.welcomed = true
            }
        }
    }
}
