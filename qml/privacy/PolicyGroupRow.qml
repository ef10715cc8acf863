// A group of kinds with what becomes of them on the way out, and its kinds where they are wanted.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Column {
    id: row

    required property PolicyService policy
    required property int index
    readonly property var group: policy.groups[index] ?? { title: "", handling: 0, kinds: [] }
    property bool open: false

    HandlingLine {
        objectName: "policyGroup"
        text: row.group.title
        handling: row.group.handling
        width: row.width
        onChosen: handling => row.policy.setGroup(row.index, handling)
    }
    TextAction {
        objectName: "policyKindsButton"
        text: row.open ? qsTr("Hide the kinds") : qsTr("Choose one by one")
        Accessible.name: qsTr("%1: %2").arg(row.group.title).arg(text)
        x: -Theme.gap2
        onClicked: row.open = !row.open
    }
    Repeater {
        model: row.open ? row.group.kinds.length : 0
        delegate: HandlingLine {
            required property int index
            readonly property var kind: row.group.kinds[index] ?? { kind: "", title: "", handling: 0 }
            objectName: "policyKind"
            text: kind.title
            handling: kind.handling
            x: Theme.gap4
            width: row.width - Theme.gap4
            onChosen: handling => row.policy.setKind(kind.kind, handling)
        }
    }
}
