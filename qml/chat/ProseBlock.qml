// Prose of an answer: Markdown with tables and links, which can be selected. Citations are links of their own.
import QtQuick
import Hearth.App
import Hearth.Theme

TextEdit {
    id: words

    // What the pointer is on: a citation, or a sentence that no passage supports.
    readonly property string pointedAt: hoveredLink.startsWith("hearth-") ? hoveredLink : ""
    readonly property real pointedY: pointer.point.position.y

    signal sourceWanted(int number)

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
    onLinkActivated: link => {
        if (link.startsWith("hearth-source:")) words.sourceWanted(parseInt(link.slice(14)));
        else if (!link.startsWith("hearth-")) Qt.openUrlExternally(link);
    }

    HoverHandler {
        id: pointer
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
        doubt: Theme.danger
        codeFont: Theme.mono
    }
}
