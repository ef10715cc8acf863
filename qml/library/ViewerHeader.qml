// The document's name and place, and what can be done with it.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

RowLayout {
    id: header

    required property DocumentViewer viewer
    required property LibraryService library
    property bool alone: false
    property bool touch: false

    spacing: Theme.gap2

    IconButton {
        visible: header.alone
        objectName: "viewerBack"
        glyph: "chevron-left"
        text: qsTr("Back (Esc)")
        extent: header.touch ? 44 : 32
        onClicked: header.viewer.close()
    }
    Icon {
        visible: !header.alone && name !== ""
        name: header.viewer.glyph
    }
    ColumnLayout {
        spacing: 0
        Layout.fillWidth: true
        Words {
            objectName: "viewerTitle"
            text: header.viewer.title
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
        }
        Words {
            text: header.viewer.path.split("/").pop() + " · " + header.viewer.place
            color: Theme.text2
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
            Layout.fillWidth: true
        }
    }
    IconButton {
        objectName: "openOutside"
        glyph: "open"
        text: qsTr("Open in its own program")
        extent: header.touch ? 44 : 32
        onClicked: header.library.openOutside(header.viewer.path)
    }
    IconButton {
        visible: !header.alone
        objectName: "closeViewer"
        glyph: "close"
        text: qsTr("Close the document (Esc)")
        onClicked: header.viewer.close()
    }
}
