// A table of an answer. Its words and numbers stay whole: where they need more room than there is, it scrolls
// sideways.
import QtQuick

SideScroll {
    id: table

    required property string text
    property alias pointedAt: words.pointedAt  // as of ProseBlock
    property alias pointedY: words.pointedY

    signal sourceWanted(int number)

    implicitHeight: words.implicitHeight
    contentWidth: words.contentWidth
    contentHeight: words.implicitHeight

    ProseBlock {
        id: words
        width: table.width
        text: table.text
        onSourceWanted: number => table.sourceWanted(number)
        wrapMode: TextEdit.WordWrap
    }
}
