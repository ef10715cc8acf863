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
    RowLayout {
        id: holder
        spacing: Theme.gap2
        Layout.fillWidth: true
    }
}
