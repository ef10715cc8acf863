// Which kinds of personal data are looked for and masked: whole groups, or one by one.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Section {
    id: section

    required property FinderService finder

    heading: qsTr("What counts as personal")
    explanation: qsTr("What is off here goes elsewhere as you write it. Keys and wallets never leave this device while they are on.")

    Skeleton {
        visible: section.finder.groups.length === 0
        lines: 3
        Layout.fillWidth: true
    }
    Column {  // a layout would keep rows that went while the page was hidden
        Layout.fillWidth: true

        Repeater {
            model: section.finder.groups.length
            delegate: KindGroupRow {
                finder: section.finder
                width: parent ? parent.width : 0
            }
        }
    }
}
