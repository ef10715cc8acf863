// Several lines of text that can be edited. Tab leaves it.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

ScrollView {
    id: scroller

    property alias text: area.text
    required property string label
    property int lines: 3

    implicitHeight: lines * Math.round(Theme.body * Theme.lineHeight) + 2 * Theme.gap2
    clip: true

    TextArea {
        id: area
        leftPadding: Theme.gap3
        rightPadding: Theme.gap3
        topPadding: Theme.gap2
        bottomPadding: Theme.gap2
        color: Theme.text
        selectionColor: Theme.accent
        selectedTextColor: Theme.accentText
        font.pixelSize: Theme.body
        wrapMode: TextArea.Wrap
        textFormat: TextArea.PlainText
        selectByMouse: true
        KeyNavigation.priority: KeyNavigation.BeforeItem
        Keys.onTabPressed: nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        Keys.onBacktabPressed: nextItemInFocusChain(false).forceActiveFocus(Qt.BacktabFocusReason)
        Accessible.role: Accessible.EditableText
        Accessible.multiLine: true
        Accessible.name: scroller.label
        background: Rectangle {
            radius: Theme.radius
            color: Theme.surface
            border.width: area.activeFocus ? 2 : 1
            border.color: area.activeFocus ? Theme.accent : Theme.outline
        }
    }
}
