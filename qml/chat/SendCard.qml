// What will be sent to a larger model elsewhere: each message as it is, and as it would be seen there.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: card

    required property ChatService chat
    readonly property HandOverCard offer: chat.offer
    readonly property bool narrow: width < 520 * Theme.textScale
    property bool whole: false  // earlier messages too
    readonly property var shown: {
        const out = [];
        for (let i = whole ? 0 : Math.max(0, offer.lines.length - 1); i < offer.lines.length; ++i) out.push(offer.lines[i]);
        return out;
    }

    signal acted  // a button was used that is gone now

    objectName: "sendCard"
    implicitHeight: content.implicitHeight + 2 * Theme.gap4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.remote
    Accessible.role: Accessible.Grouping
    Accessible.name: title.text

    ColumnLayout {
        id: content
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gap4
        spacing: Theme.gap3

        RowLayout {
            spacing: Theme.gap2
            Icon {
                name: "web"
                tint: Theme.remote
            }
            Words {
                id: title
                text: qsTr("What will be sent to %1").arg(card.offer.host)
                font.weight: Font.DemiBold
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
            }
        }
        Words {
            text: card.offer.replaced === 0 ? qsTr("Nothing personal was found in it: it goes as it is.")
                : qsTr("What is personal goes as stand-ins, and is put back in the answer.")
            color: Theme.text2
            Layout.fillWidth: true
        }
        Column {  // a layout would keep rows that went
            spacing: Theme.gap3
            Layout.fillWidth: true

            Repeater {
                model: card.shown
                delegate: SendLine {
                    width: parent ? parent.width : 0
                    narrow: card.narrow
                }
            }
        }
        TextAction {
            objectName: "sendWhole"
            visible: !card.whole && card.offer.lines.length > 1
            text: qsTr("Show the earlier messages that go with it")
            x: -Theme.gap2
            onClicked: card.whole = true
        }
        Flow {
            spacing: Theme.gap2
            Layout.fillWidth: true

            TextButton {
                objectName: "sendButton"
                primary: true
                enabled: !card.chat.busy
                text: qsTr("Send")
                onClicked: { card.chat.sendOffer(); card.acted(); }
            }
            TextButton {
                objectName: "keepHereButton"
                enabled: !card.chat.busy
                text: qsTr("Not now")
                hint: qsTr("The model on this computer answers")
                onClicked: { card.chat.declineOffer(); card.acted(); }
            }
        }
    }
    Connections {
        target: card.offer
        function onChanged() { card.whole = false; }
    }
}
