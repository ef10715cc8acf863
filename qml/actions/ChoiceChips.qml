// A few choices side by side, one of them taken: the parts of a page, the ways to look at something.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Components
import Hearth.Theme

Flow {
    id: chips

    required property var names
    property var glyphs: []
    required property int current
    property string label: ""

    // As wide as all of them are in one line.
    readonly property real natural: {
        let sum = 0;
        for (let i = 0; i < repeater.count; ++i) {
            const chip = repeater.itemAt(i) as Item;
            if (chip !== null) sum += chip.implicitWidth + (i > 0 ? chips.spacing : 0);
        }
        return Math.ceil(sum);
    }

    signal chosen(int index)

    spacing: Theme.gap1
    Accessible.role: Accessible.PageTabList
    Accessible.name: label
    onActiveFocusChanged: if (activeFocus && chips.focus) focusCurrent()

    function focusCurrent() {
        const chip = repeater.itemAt(chips.current) as Item;
        if (chip !== null) chip.forceActiveFocus(Qt.TabFocusReason);
    }

    Repeater {
        id: repeater
        model: chips.names
        delegate: AbstractButton {
            id: chip
            required property int index
            required property string modelData
            readonly property bool taken: chips.current === index

            objectName: "chip-" + index
            text: modelData
            implicitWidth: row.implicitWidth + 2 * Theme.gap3
            implicitHeight: Math.max(36, row.implicitHeight + Theme.gap3)
            hoverEnabled: true
            focusPolicy: Qt.StrongFocus
            Accessible.role: Accessible.PageTab
            Accessible.name: text
            Accessible.selected: taken
            Keys.onReturnPressed: chip.clicked()
            Keys.onEnterPressed: chip.clicked()
            onClicked: chips.chosen(index)

            Item {
                anchors.fill: parent
                Row {
                    id: row
                    anchors.centerIn: parent
                    spacing: Theme.gap2
                    Icon {
                        visible: name !== ""
                        name: chips.glyphs[chip.index] ?? ""
                        size: 18
                        tint: chip.taken ? Theme.accent : Theme.text2
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Words {
                        text: chip.text
                        font.weight: chip.taken ? Font.DemiBold : Font.Normal
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                        anchors.verticalCenter: parent.verticalCenter
                    }
                }
            }
            background: Rectangle {
                radius: Theme.radius
                color: chip.taken ? Theme.accentSoft : chip.hovered || chip.down ? Theme.surface2 : "transparent"
                FocusRing {
                    shown: chip.visualFocus
                }
            }
        }
    }
}
