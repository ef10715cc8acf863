// A model of the catalogue: what it is, whether it fits, and its download with all that can become of it.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: row

    required property string offerId
    required property string name
    required property string purpose
    required property string facts
    required property string sizeWord
    required property var abilities
    required property int fit
    required property string why
    required property bool best
    required property int offerState
    required property double share
    required property string progress
    required property string problem
    required property string path
    required property ModelMarket market
    required property ModelShelf shelf
    required property bool offline
    readonly property bool running: offerState === OfferListModel.Downloading
    readonly property bool begun: running || offerState === OfferListModel.Paused
                                  || (offerState === OfferListModel.Failed && share > 0)

    implicitHeight: column.implicitHeight + 2 * Theme.gap4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: row.best ? Theme.accent : Theme.divider

    ColumnLayout {
        id: column
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap4
        spacing: Theme.gap1

        Flow {
            spacing: Theme.gap3
            Layout.fillWidth: true
            Words {
                text: row.name
                width: Math.min(implicitWidth, parent.width)
                font.weight: Font.DemiBold
            }
            Words {
                visible: row.best
                text: qsTr("Suits this computer")
                color: Theme.accent
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
            }
            FitPill {
                fit: row.fit
            }
        }
        Words {
            text: row.purpose
            Layout.fillWidth: true
        }
        Flow {
            spacing: Theme.gap3
            Layout.fillWidth: true

            Words {
                text: row.sizeWord
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
            }
            Repeater {
                model: row.abilities
                delegate: Row {
                    id: ability
                    required property var modelData
                    spacing: Theme.gap1
                    Icon {
                        name: ability.modelData.glyph
                        size: 16
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Words {
                        text: ability.modelData.word
                        color: Theme.text2
                        font.pixelSize: Theme.small
                    }
                }
            }
        }
        Words {
            text: qsTr("%1 · %2").arg(row.facts).arg(row.why)
            color: Theme.text2
            font.pixelSize: Theme.small
            Layout.fillWidth: true
        }
        ProgressLine {
            visible: row.begun
            share: row.share
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap2
        }
        Words {
            objectName: "progress-" + row.offerId
            visible: row.begun
            text: row.offerState === OfferListModel.Paused ? qsTr("Paused · %1").arg(row.progress) : row.progress
            color: Theme.text2
            font.pixelSize: Theme.small
            Layout.fillWidth: true
        }
        NoticeLine {
            visible: row.offerState === OfferListModel.Failed
            text: row.problem
            glyph: "error"
            tint: Theme.danger
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap1
        }
        Flow {
            spacing: Theme.gap2
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap2
            TextButton {
                objectName: "get-" + row.offerId
                visible: row.offerState !== OfferListModel.Installed && !row.running
                width: Math.min(implicitWidth, parent.width)
                enabled: !row.offline
                primary: row.best && row.offerState === OfferListModel.Available
                text: row.offerState === OfferListModel.Paused ? qsTr("Go on")
                    : row.offerState === OfferListModel.Failed ? qsTr("Try again") : qsTr("Download")
                hint: row.offline ? qsTr("You are offline: switch that off at the foot of the side bar") : ""
                onClicked: row.market.get(row.offerId)
            }
            TextButton {
                objectName: "pause-" + row.offerId
                visible: row.running
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Pause")
                onClicked: row.market.pause(row.offerId)
            }
            TextButton {
                objectName: "forget-" + row.offerId
                visible: row.begun && !row.running
                width: Math.min(implicitWidth, parent.width)
                text: qsTr("Delete what has come")
                onClicked: row.market.forget(row.offerId)
            }
            TextButton {
                objectName: "useOffer-" + row.offerId
                visible: row.offerState === OfferListModel.Installed && row.shelf.currentPath !== row.path
                width: Math.min(implicitWidth, parent.width)
                primary: true
                text: qsTr("Use")
                onClicked: row.shelf.choose(row.path)
            }
            Words {
                visible: row.offerState === OfferListModel.Installed && row.shelf.currentPath === row.path
                text: qsTr("Answers in conversation")
                color: Theme.success
            }
        }
    }
}
