// Words that are of interest now and then: a line that says what they are, and they themselves when it is
// opened. What the model thought, and the summary that stands for older messages.
import QtQuick
import Hearth.Components
import Hearth.Theme

Column {
    id: folded

    required property string heading
    required property string text
    property string glyph: ""
    property alias open: line.open

    FoldLine {
        id: line
        text: folded.heading
        glyph: folded.glyph
        x: Theme.leading(folded.width, width, 0)
        width: Math.min(implicitWidth, folded.width)
        leftPadding: 0
    }
    Item {
        visible: line.open
        width: parent.width
        height: visible ? words.implicitHeight + Theme.gap2 : 0

        Rectangle {
            width: 2
            height: words.implicitHeight
            x: Theme.leading(parent.width, width, 7)
            color: Theme.divider
        }
        Words {
            id: words
            text: line.open ? folded.text : ""
            color: Theme.text2
            font.pixelSize: Theme.body
            lineHeight: 1.3
            x: Theme.mirrored ? 0 : Theme.gap6
            width: parent.width - Theme.gap6
        }
    }
}
