// What is kept on this device, by kind, with sizes.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Section {
    id: section

    required property StoredDataModel stored

    heading: qsTr("Stored on this device")
    explanation: section.stored.loading || section.stored.count > 0 ? "" : qsTr("Nothing is stored yet.")

    Skeleton {
        visible: section.stored.loading
        lines: 4
        Layout.fillWidth: true
    }
    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap2
        Layout.fillWidth: true

        Repeater {
            model: section.stored.loading ? null : section.stored
            delegate: RowLayout {
                id: row
                required property string what
                required property string size
                spacing: Theme.gap4
                width: parent ? parent.width : 0
                Accessible.role: Accessible.ListItem
                Accessible.name: qsTr("%1, %2").arg(what).arg(size)

                Icon {
                    name: "local"
                    tint: Theme.local
                    Layout.alignment: Qt.AlignTop
                }
                GridLayout {
                    columns: row.width < 300 * Theme.textScale ? 1 : 2
                    rowSpacing: 0
                    Layout.fillWidth: true
                    Words {
                        text: row.what
                        Accessible.ignored: true
                        Layout.fillWidth: true
                    }
                    Words {
                        text: row.size
                        color: Theme.text2
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
