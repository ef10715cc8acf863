// One request to another host.
import QtQuick
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

RowLayout {
    id: row

    required property string moment
    required property string host
    required property string purpose
    required property string sent
    required property string bytes
    required property string outcome

    readonly property bool narrow: width < 400 * Theme.textScale

    spacing: Theme.gap4
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2, %3").arg(row.host).arg(row.purpose).arg(row.moment)
    Accessible.description: row.bytes

    Icon {
        name: "web"
        tint: Theme.remote
        Layout.alignment: Qt.AlignTop
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true

        Words {
            text: row.host
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Words {
            text: qsTr("%1 · %2 · %3").arg(row.purpose).arg(row.bytes).arg(row.outcome)
            color: Theme.text2
            font.pixelSize: Theme.small
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Words {
            visible: row.narrow
            text: row.moment
            color: Theme.text2
            font.pixelSize: Theme.small
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Words {
            visible: row.sent !== ""
            text: row.sent
            font.family: "monospace"
            font.pixelSize: Theme.small
            Layout.fillWidth: true
        }
    }
    Words {
        visible: !row.narrow
        text: row.moment
        color: Theme.text2
        font.pixelSize: Theme.small
        wrapMode: Text.NoWrap
        Accessible.ignored: true
        Layout.alignment: Qt.AlignTop
    }
}
