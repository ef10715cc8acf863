// The conversation's title, and the way to the side bar where it is hidden.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

Item {
    id: header

    required property Assistant assistant
    required property bool sideBarHidden
    property bool touch: false

    signal sideBarRequested

    implicitHeight: touch ? 52 : 48

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gap3
        anchors.rightMargin: Theme.gap3
        spacing: Theme.gap2

        IconButton {
            visible: header.sideBarHidden
            glyph: header.touch ? "menu" : "sidebar"
            text: qsTr("Show the side bar (Ctrl+B)")
            extent: header.touch ? 44 : 32
            onClicked: header.sideBarRequested()
        }
        Words {
            text: header.assistant.chat.title
            color: Theme.text2
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
        }
        Rectangle {
            objectName: "temporaryBadge"
            visible: header.assistant.chat.temporary
            radius: Theme.radius
            color: Theme.surface2
            border.color: Theme.outline
            Layout.preferredWidth: badge.implicitWidth + 2 * Theme.gap2
            Layout.preferredHeight: badge.implicitHeight + Theme.gap2
            RowLayout {
                id: badge
                anchors.centerIn: parent
                spacing: Theme.gap1
                Icon {
                    name: "temporary"
                    size: 16
                }
                Words {
                    text: qsTr("Temporary, never written")
                    font.pixelSize: Theme.small
                }
            }
        }
        OfflineButton {
            visible: header.sideBarHidden
            offline: header.assistant.settings.offline
            extent: header.touch ? 44 : 32
            onClicked: header.assistant.settings.offline = !header.assistant.settings.offline
        }
        IconButton {
            opacity: header.sideBarHidden ? 1 : 0
            enabled: header.sideBarHidden
            visible: header.sideBarHidden
            glyph: "plus"
            text: qsTr("New conversation (Ctrl+N)")
            extent: header.touch ? 44 : 32
            onClicked: header.assistant.chat.startNew()
        }
    }
}
