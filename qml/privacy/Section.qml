// A part of the page: what it is about, one line that explains it, and its content.
import QtQuick
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: section

    required property string heading
    property string explanation: ""

    spacing: Theme.gap2

    Words {
        text: section.heading
        font.weight: Font.DemiBold
        Accessible.role: Accessible.Heading
        topPadding: Theme.gap4
        Layout.fillWidth: true
    }
    Words {
        visible: section.explanation !== ""
        text: section.explanation
        color: Theme.text2
        Layout.fillWidth: true
    }
}
