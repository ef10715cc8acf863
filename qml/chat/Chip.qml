// A small thing that is set aside for the next message: its words, what may be done with it, and a cross.
import QtQuick
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: chip

    property string glyph: ""
    property string text: ""
    property string detail: ""
    property color tint: Theme.text
    property string removeText: qsTr("Take away")
    default property alias content: row.data

    signal removed

    implicitWidth: row.implicitWidth + Theme.gap2 + Theme.gap1
    implicitHeight: Math.max(32, row.implicitHeight)
    radius: Theme.radius
    color: Theme.surface2
    Accessible.role: Accessible.ListItem
    Accessible.name: detail === "" ? text : qsTr("%1, %2").arg(text).arg(detail)

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.gap2
        spacing: Theme.gap1

        Icon {
            visible: chip.glyph !== ""
            name: chip.glyph
            tint: chip.tint
            size: 16
        }
        Words {
            visible: chip.text !== ""
            text: chip.text
            color: chip.tint
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        Words {
            visible: chip.detail !== ""
            text: chip.detail
            color: chip.tint === Theme.text ? Theme.text2 : chip.tint
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.ignored: true
            Layout.maximumWidth: 220
        }
        IconButton {
            glyph: "close"
            text: chip.removeText
            extent: 28
            Layout.alignment: Qt.AlignRight
            onClicked: chip.removed()
        }
    }
}
