// What is told of the words of an answer that the pointer is on: the passage behind a citation, or that no
// passage supports a sentence.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

Item {
    id: tips

    required property var documents  // as the list of messages has it
    property var passage: undefined

    function point(link, y) {
        tip.y = y + Theme.gap4;
        doubt.y = tip.y;
        tips.passage = link.startsWith("hearth-source:") ? tips.documents.sources[parseInt(link.slice(14)) - 1]
                                                         : undefined;
        doubt.visible = link.startsWith("hearth-unsupported:");
    }

    PassageTip {
        id: tip
        shown: tips.passage !== undefined
        passage: tips.passage
    }
    Popup {
        id: doubt
        closePolicy: Popup.NoAutoClose
        padding: Theme.gap2
        margins: Theme.gap2
        background: Rectangle {
            color: Theme.surface
            radius: Theme.radius
            border.width: 1
            border.color: Theme.outline
        }
        contentItem: Words {
            objectName: "doubtTip"
            text: qsTr("No passage that was found says this.")
            font.pixelSize: Theme.small
        }
    }
}
