// What became of an action: one line with what happened, the thing itself as a link, Undo with the time left,
// and below it what was found.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Column {
    id: outcome

    required property ActionCardData card
    property double now: Date.now()
    readonly property bool undoable: card.state === ActionCardData.Done && card.undoable
                                     && (card.undoUntil === 0 || now < card.undoUntil)

    readonly property real line: Math.max(32, Theme.message * 1.2, Theme.iconSize)

    signal linkOpened(string link)
    signal undoRequested
    signal askAgainRequested

    function sentence() {
        switch (card.state) {
        case ActionCardData.Done:
        case ActionCardData.Undone:
            return card.headline;
        case ActionCardData.Declined:
            return qsTr("Not done: %1").arg(card.summary);
        case ActionCardData.Expired:
            return qsTr("Hearth was closed before you decided: %1").arg(card.summary);
        default:
            return "";
        }
    }
    // How long Undo is offered.
    function timeLeft() {
        const minutes = Math.ceil((card.undoUntil - now) / 60000);
        return minutes > 60 ? qsTr("%1 h left").arg(Math.floor(minutes / 60)) : qsTr("%1 min left").arg(minutes);
    }

    spacing: Theme.gap2

    Timer {
        interval: 30000
        repeat: true
        running: outcome.visible && outcome.card.undoable
        onTriggered: outcome.now = Date.now()
    }
    Connections {
        target: outcome.card
        function onChanged() { outcome.now = Date.now(); }
    }
    Flow {
        width: parent.width
        spacing: Theme.gap2

        Icon {
            name: outcome.card.state === ActionCardData.Done ? "success"
                : outcome.card.state === ActionCardData.Undone ? "undo" : "info"
            tint: outcome.card.state === ActionCardData.Done ? Theme.success : Theme.text2
            height: outcome.line
            fillMode: Image.PreserveAspectFit
            verticalAlignment: Image.AlignVCenter
        }
        Words {
            text: outcome.sentence()
            width: Math.min(implicitWidth, outcome.width - Theme.iconSize - Theme.gap2)
            color: outcome.card.state === ActionCardData.Done ? Theme.text : Theme.text2
            font.pixelSize: Theme.message
            topPadding: (outcome.line - Theme.message * 1.2) / 2
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
            visible: outcome.undoable
            enabled: visible  // or it would keep the keyboard when it is hidden
            glyph: "undo"
            text: qsTr("Undo")
            hint: outcome.card.undoUntil === 0 ? "" : outcome.timeLeft()
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
    FoundItems {
        visible: outcome.card.state === ActionCardData.Done && outcome.card.items.length > 0
        x: Theme.leading(parent.width, width, 0)
        width: Math.min(parent.width, Math.round(560 * Theme.textScale))
        card: outcome.card
        onLinkOpened: link => outcome.linkOpened(link)
    }
}
