// What became of an action: one line with what happened, the thing itself as a link, and Undo.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Flow {
    id: outcome

    required property ActionCardData card

    signal linkOpened(string link)
    signal undoRequested
    signal askAgainRequested

    function sentence() {
        switch (card.state) {
        case ActionCardData.Done:
        case ActionCardData.Undone:
            return card.result;
        case ActionCardData.Declined:
            return qsTr("Not done: %1").arg(card.summary);
        case ActionCardData.Expired:
            return qsTr("Hearth was closed before you decided: %1").arg(card.summary);
        default:
            return "";
        }
    }

    spacing: Theme.gap2

    Icon {
        name: outcome.card.state === ActionCardData.Done ? "success"
            : outcome.card.state === ActionCardData.Undone ? "undo" : "info"
        tint: outcome.card.state === ActionCardData.Done ? Theme.success : Theme.text2
        height: 32
        fillMode: Image.PreserveAspectFit
        verticalAlignment: Image.AlignVCenter
    }
    Words {
        text: outcome.sentence()
        width: Math.min(implicitWidth, outcome.width - Theme.iconSize - Theme.gap2)
        color: outcome.card.state === ActionCardData.Done ? Theme.text : Theme.text2
        font.pixelSize: Theme.message
        topPadding: (32 - Theme.message * 1.2) / 2
    }
    TextAction {
        objectName: "linkButton"
        visible: outcome.card.link !== ""
        glyph: "open"
        text: qsTr("Open")
        onClicked: outcome.linkOpened(outcome.card.link)
    }
    TextAction {
        objectName: "undoButton"
        visible: outcome.card.state === ActionCardData.Done && outcome.card.undoable
        enabled: visible  // or it would keep the keyboard when it is hidden
        glyph: "undo"
        text: qsTr("Undo")
        onClicked: outcome.undoRequested()
    }
    TextAction {
        visible: outcome.card.state === ActionCardData.Expired
        enabled: visible
        glyph: "refresh"
        text: qsTr("Ask again")
        onClicked: outcome.askAgainRequested()
    }
}
