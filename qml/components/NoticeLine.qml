// A line that says something needs care: always an icon and words, never colour alone.
import QtQuick
import QtQuick.Layouts
import Hearth.Theme

RowLayout {
    id: line

    required property string text
    property string glyph: "warning"
    property color tint: Theme.warning

    spacing: Theme.gap2
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        name: line.glyph
        tint: line.tint
        size: 18
        Layout.alignment: Qt.AlignTop
    }
    Words {
        text: line.text
        color: line.tint
        Accessible.ignored: true
        Layout.fillWidth: true
    }
}
