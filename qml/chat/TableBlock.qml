// A table of an answer. Its words and numbers stay whole: where they need more room than there is, it scrolls
// sideways.
import QtQuick

SideScroll {
    id: table

    required property string text

    implicitHeight: words.implicitHeight
    contentWidth: words.contentWidth
    contentHeight: words.implicitHeight

    ProseBlock {
        id: words
        width: table.width
        text: table.text
        wrapMode: TextEdit.WordWrap
    }
}
