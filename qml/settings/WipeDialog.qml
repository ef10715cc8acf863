// What is kept here, counted, before it is deleted for good; each kind can be spared.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

DialogPage {
    id: dialog

    required property StoredDataModel stored

    signal confirmed

    title: qsTr("Delete everything")
    onOpened: {
        stored.refresh();
        keep.forceActiveFocus(Qt.TabFocusReason);
    }

    Words {
        text: dialog.stored.loading || dialog.stored.count > 0
              ? qsTr("This deletes for good, from this device, all that is switched on here. Nobody has a copy.")
              : qsTr("There is nothing to delete.")
        Layout.fillWidth: true
    }
    Skeleton {
        visible: dialog.stored.loading
        lines: 6
        Layout.fillWidth: true
    }
    Column {  // a layout would keep rows that went while the page was hidden
        spacing: Theme.gap2
        Layout.fillWidth: true

        Repeater {
            model: dialog.stored.loading ? null : dialog.stored
            delegate: SwitchLine {
                required property string name
                required property string what
                required property string size
                required property bool spared
                objectName: "wipe-" + name
                text: what
                explanation: spared ? qsTr("%1, stays here").arg(size) : size
                checked: !spared
                width: parent ? parent.width : 0
                onToggled: dialog.stored.setSpared(name, !checked)
            }
        }
    }

    verbs: [
        TextButton {
            objectName: "wipeConfirm"
            text: qsTr("Delete for good (%1)").arg(dialog.stored.total)
            glyph: "trash"
            primary: true
            enabled: !dialog.stored.loading && dialog.stored.count > 0 && !dialog.stored.nothingMarked
            onClicked: {
                dialog.close();
                dialog.confirmed();
            }
        },
        TextButton {
            id: keep
            text: qsTr("Keep everything")
            onClicked: dialog.close()
        }
    ]
}
