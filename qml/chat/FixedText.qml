// Lines in a type of fixed width on a ground of their own: code and formulas.
import QtQuick
import Hearth.Theme

SideScroll {
    id: flick

    required property string text
    property alias document: words.textDocument
    property real size: Theme.body

    implicitHeight: words.implicitHeight
    contentWidth: words.implicitWidth
    contentHeight: words.implicitHeight

    TextEdit {
        id: words
        padding: Theme.gap3
        text: flick.text
        color: Theme.text
        font.family: Theme.mono
        font.pixelSize: flick.size
        textFormat: TextEdit.PlainText
        wrapMode: TextEdit.NoWrap
        readOnly: true
        selectByMouse: true
        activeFocusOnTab: false
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        Accessible.ignored: true
    }
}
