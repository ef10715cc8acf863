// Lines in a type of fixed width on a ground of their own: code and formulas. Scrolls sideways where they are
// long.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

Flickable {
    id: flick

    required property string text
    property alias document: words.textDocument
    property real size: Theme.body

    implicitHeight: words.implicitHeight
    contentWidth: words.implicitWidth
    contentHeight: words.implicitHeight
    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentWidth > width + 1
    onInteractiveChanged: if (interactive && !ScrollBar.horizontal) ScrollBar.horizontal = bar.createObject(flick)
    clip: true
    Component {
        id: bar
        ScrollBar { Accessible.ignored: true }
    }
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
