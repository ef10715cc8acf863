// Prose of an answer: Markdown with tables and links, which can be selected.
import QtQuick
import Hearth.App
import Hearth.Theme

TextEdit {
    id: words

    color: Theme.text
    font.pixelSize: Theme.message
    wrapMode: TextEdit.Wrap
    textFormat: TextEdit.MarkdownText
    readOnly: true
    selectByMouse: true
    activeFocusOnTab: false
    selectionColor: Theme.accent
    selectedTextColor: Theme.accentText
    Accessible.ignored: true
    onLinkActivated: link => Qt.openUrlExternally(link)

    HoverHandler {
        enabled: words.hoveredLink !== ""
        cursorShape: Qt.PointingHandCursor
    }
    ProseStyle {
        document: words.textDocument
        width: words.width
        factor: Theme.lineHeight
        line: Theme.divider
        ground: Theme.surface2
        link: Theme.accent
        codeFont: Theme.mono
    }
}
