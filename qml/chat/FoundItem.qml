// One thing that was found: its name, what is known of it, and where it is a file, the way to it.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

AbstractButton {
    id: item
    objectName: "foundItem"

    required property var modelData
    required property string glyph
    readonly property bool linked: modelData.link !== ""

    implicitHeight: Math.max(44, column.implicitHeight + Theme.gap3)
    enabled: linked
    hoverEnabled: linked
    focusPolicy: linked ? Qt.StrongFocus : Qt.NoFocus
    text: modelData.title
    Accessible.role: linked ? Accessible.Link : Accessible.ListItem
    Accessible.onPressAction: item.clicked()
    Accessible.name: modelData.detail === "" ? modelData.title : qsTr("%1, %2").arg(modelData.title).arg(modelData.detail)
    Keys.onReturnPressed: item.clicked()
    Keys.onEnterPressed: item.clicked()
    contentItem: Item {}

    Icon {
        id: picture
        name: item.glyph
        tint: Theme.text2
        anchors.left: parent.left
        anchors.leftMargin: Theme.gap3
        anchors.verticalCenter: parent.verticalCenter
    }
    Column {
        id: column
        anchors.left: picture.right
        anchors.right: parent.right
        anchors.leftMargin: Theme.gap3
        anchors.rightMargin: Theme.gap3
        anchors.verticalCenter: parent.verticalCenter

        Words {
            text: item.modelData.title
            width: parent.width
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            Accessible.ignored: true
        }
        Words {
            visible: text !== ""
            text: item.modelData.detail
            width: parent.width
            color: Theme.text2
            font.pixelSize: Theme.small
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: item.hovered || item.down ? Theme.surface2 : "transparent"

        FocusRing {
            shown: item.visualFocus
        }
    }
}
