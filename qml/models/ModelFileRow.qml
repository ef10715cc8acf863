// A model that is here: use it, copy it into Hearth's folder, remove it.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: row

    required property string path  // "" for the built-in one
    required property string name
    required property string detail
    required property bool current
    required property bool inPlace
    required property bool there
    required property ModelShelf shelf
    required property ModelFiles files
    readonly property bool openingIt: shelf.opening && shelf.openingName === name && !current
    readonly property bool copyingIt: files.copying !== "" && files.copying === name

    readonly property bool stacked: width < 480 * Theme.textScale && !current

    implicitHeight: 2 * Theme.gap3 + (stacked ? words.implicitHeight + Theme.gap1 + verbs.implicitHeight
                                              : Math.max(36, words.implicitHeight, verbs.implicitHeight))
    radius: Theme.cardRadius
    color: row.current ? Theme.accentSoft : Theme.surface
    border.color: row.current ? Theme.accent : Theme.divider

    Column {
        id: words
        anchors.left: parent.left
        anchors.right: row.stacked ? parent.right : verbs.left
        anchors.leftMargin: Theme.gap4
        anchors.rightMargin: Theme.gap2
        y: row.stacked ? Theme.gap3 : (row.height - height) / 2
        spacing: 2

        Words {
            text: row.name
            font.weight: Font.DemiBold
            width: parent.width
        }
        Words {
            text: row.path === "" ? row.detail
                : !row.there ? qsTr("No longer there: %1").arg(row.path)
                : row.current && row.shelf.asleep ? qsTr("Answers in conversation; it gave its memory back until you need it")
                : row.current ? qsTr("Answers in conversation · %1").arg(row.detail)
                : row.inPlace ? qsTr("%1 · lies in %2").arg(row.detail).arg(row.path) : row.detail
            color: row.there ? Theme.text2 : Theme.warning
            font.pixelSize: Theme.small
            wrapMode: Text.WrapAnywhere
            width: parent.width
        }
        ProgressLine {
            visible: row.copyingIt
            share: row.files.progress
            width: parent.width
        }
    }
    Row {
        id: verbs
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap2
        y: row.stacked ? row.height - height - Theme.gap3 : (row.height - height) / 2
        spacing: Theme.gap1

        TextButton {
            objectName: "use-" + row.name
            visible: !row.current && row.there
            enabled: !row.openingIt
            text: row.openingIt ? qsTr("Opening…") : qsTr("Use")
            onClicked: row.shelf.choose(row.path)
        }
        Icon {
            visible: row.current
            name: "check"
            tint: Theme.accent
            anchors.verticalCenter: parent.verticalCenter
        }
        IconButton {
            visible: row.inPlace && row.there
            glyph: row.copyingIt ? "stop" : "copy"
            text: row.copyingIt ? qsTr("Stop copying") : qsTr("Copy “%1” into Hearth's folder").arg(row.name)
            anchors.verticalCenter: parent.verticalCenter
            onClicked: row.copyingIt ? row.files.cancelCopy() : row.files.copyIn(row.path)
        }
        IconButton {
            objectName: "remove-" + row.name
            visible: row.path !== ""
            glyph: "trash"
            text: row.inPlace ? qsTr("Forget “%1”; its file stays").arg(row.name) : qsTr("Delete “%1”").arg(row.name)
            anchors.verticalCenter: parent.verticalCenter
            onClicked: row.files.remove(row.path)
        }
    }
}
