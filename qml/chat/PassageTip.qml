// A passage beside its citation: where it stands and what it says, the sentence that answers in bold.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

Popup {
    id: tip

    required property var passage  // as AnswerSources has it; undefined: none
    property bool shown: false
    readonly property int most: 700  // characters

    function plain(text) {
        return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n/g, "<br>");
    }

    visible: shown && passage !== undefined
    closePolicy: Popup.NoAutoClose
    modal: false
    focus: false
    padding: Theme.gap3
    width: Math.min(Math.round(420 * Theme.textScale), tip.parent && tip.parent.Window.window ? tip.parent.Window.window.width - 2 * Theme.gap4 : 420)
    margins: Theme.gap2
    background: Rectangle {
        color: Theme.surface
        radius: Theme.cardRadius
        border.width: 1
        border.color: Theme.outline
    }
    contentItem: Column {
        spacing: Theme.gap1
        Words {
            width: parent.width
            color: Theme.text2
            font.pixelSize: Theme.small
            text: tip.passage === undefined ? "" : tip.passage.place === "" ? tip.passage.file
                  : qsTr("%1, %2").arg(tip.passage.file).arg(tip.passage.place)
        }
        Text {
            width: parent.width
            color: Theme.text
            font.pixelSize: Theme.body
            lineHeight: 1.3
            wrapMode: Text.Wrap
            textFormat: Text.StyledText
            maximumLineCount: 14
            elide: Text.ElideRight
            text: tip.passage === undefined ? ""
                  : tip.plain(tip.passage.before.slice(-tip.most / 2)) + "<b>" + tip.plain(tip.passage.mark) + "</b>"
                    + tip.plain(tip.passage.after.slice(0, tip.most / 2))
        }
    }
}
