// Below a message, on hover and focus: copy, edit, another answer, and the versions there are.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Row {
    id: actions

    required property ChatService chat
    required property var messageId
    required property int version
    required property int versions
    required property string details
    required property bool shown
    property bool editable: false
    property real most: 10000  // that it may be wide
    property bool repeatable: false
    readonly property bool activeInside: copy.activeFocus || edit.activeFocus || again.activeFocus
                                         || previous.activeFocus || next.activeFocus

    signal copyRequested
    signal editRequested

    spacing: 2
    height: Theme.actionHeight

    Row {
        visible: actions.versions > 1
        IconButton {
            id: previous
            glyph: "chevron-left"
            text: qsTr("Previous version")
            enabled: actions.version > 1 && !actions.chat.busy
            onClicked: actions.chat.showVersion(actions.messageId, -1)
        }
        Words {
            text: qsTr("%1/%2").arg(actions.version).arg(actions.versions)
            color: Theme.text2
            font.pixelSize: Theme.small
            anchors.verticalCenter: parent.verticalCenter
            Accessible.name: qsTr("Version %1 of %2").arg(actions.version).arg(actions.versions)
        }
        IconButton {
            id: next
            glyph: "chevron-right"
            text: qsTr("Next version")
            enabled: actions.version < actions.versions && !actions.chat.busy
            onClicked: actions.chat.showVersion(actions.messageId, 1)
        }
    }
    IconButton {
        id: copy
        opacity: actions.shown ? 1 : 0
        glyph: "copy"
        text: qsTr("Copy")
        onClicked: actions.copyRequested()
    }
    IconButton {
        id: edit
        visible: actions.editable
        opacity: actions.shown ? enabled ? 1 : 0.4 : 0
        enabled: !actions.chat.busy
        glyph: "edit"
        text: qsTr("Edit and send again")
        onClicked: actions.editRequested()
    }
    IconButton {
        id: again
        visible: actions.repeatable
        opacity: actions.shown ? enabled ? 1 : 0.4 : 0
        enabled: !actions.chat.busy
        glyph: "refresh"
        text: qsTr("Answer again")
        onClicked: actions.chat.regenerate(actions.messageId)
    }
    Words {
        opacity: actions.shown ? 1 : 0
        text: actions.details
        width: Math.min(implicitWidth, Math.max(0, actions.most - 2 * Theme.actionHeight - 3 * actions.spacing
                                                   - (actions.versions > 1 ? 4 * Theme.actionHeight : 0)))
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        color: Theme.text2
        font.pixelSize: Theme.small
        leftPadding: Theme.gap1
        anchors.verticalCenter: parent.verticalCenter
        Accessible.ignored: !actions.shown
    }
}
