// What this computer is, as far as models are concerned, and which size of model suits it.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: card

    required property ModelMarket market

    implicitHeight: column.implicitHeight + 2 * Theme.gap4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.divider

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
                name: "computer"
            }
            Words {
                text: qsTr("This computer")
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
            }
        }
        Skeleton {
            visible: card.market.memory === ""
            lines: 3
            Layout.fillWidth: true
        }
        Column {  // a layout would keep rows that went while the page was hidden
            spacing: Theme.gap2
            Layout.fillWidth: true

            Repeater {
                model: card.market.memory === "" ? []
                     : [card.market.memory, card.market.processor, card.market.graphics]
                delegate: Words {
                    required property string modelData
                    text: modelData
                    color: Theme.text2
                    width: parent ? parent.width : 0
                }
            }
        }
        Words {
            visible: text !== ""
            text: card.market.advice
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap1
        }
    }
}
