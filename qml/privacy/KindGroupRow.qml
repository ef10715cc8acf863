// A group of kinds with one switch, and its kinds where they are wanted.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Column {
    id: row

    required property FinderService finder
    required property int index
    readonly property var group: finder.groups[index] ?? { title: "", on: 0, total: 0, kinds: [] }
    property bool open: false

    SwitchLine {
        objectName: "kindGroup"
        text: row.group.title
        explanation: row.group.on === row.group.total ? qsTr("All %1 kinds").arg(row.group.total)
                   : qsTr("%1 of %2 kinds").arg(row.group.on).arg(row.group.total)
        checked: row.group.on > 0
        width: row.width
        onToggled: row.finder.setGroupOn(row.index, checked)
    }
    TextAction {
        objectName: "kindsButton"
        text: row.open ? qsTr("Hide the kinds") : qsTr("Choose one by one")
        Accessible.name: qsTr("%1: %2").arg(row.group.title).arg(text)
        x: -Theme.gap2
        onClicked: row.open = !row.open
    }
    Repeater {
        model: row.open ? row.group.kinds.length : 0
        delegate: SwitchLine {
            required property int index
            readonly property var kind: row.group.kinds[index] ?? { kind: "", title: "", on: false }
            objectName: "kindSwitch"
            text: kind.title
            checked: kind.on
            x: Theme.gap4
            width: row.width - Theme.gap4
            onToggled: row.finder.setKindOn(kind.kind, checked)
        }
    }
}
