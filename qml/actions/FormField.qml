// A field of a form with its name above it.
import QtQuick
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: field

    required property string label
    default property alias control: holder.data

    spacing: 2
    Layout.fillWidth: true

    Words {
        text: field.label
        color: Theme.text2
        font.pixelSize: Theme.small
        Accessible.ignored: true
        Layout.fillWidth: true
    }
    GridLayout {
        id: holder
        columns: field.width < 280 * Theme.textScale ? 1 : 9  // side by side where there is room
        columnSpacing: Theme.gap2
        rowSpacing: Theme.gap2
        Layout.fillWidth: true
    }
}
