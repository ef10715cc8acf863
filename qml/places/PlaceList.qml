// The ways to the pages, in the side bar below the conversations.
import QtQuick
import Hearth.Theme

Flow {
    id: list

    required property string place  // key of the page that is shown; "" for a conversation
    property bool compact: false    // pictures alone, side by side
    property bool touch: false

    signal chosen(string key)

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")
    spacing: compact ? Theme.gap1 : 2

    PlaceTable {
        id: table
    }
    Repeater {
        model: table.all
        delegate: PlaceRow {
            required property var modelData
            objectName: "place-" + modelData.key
            glyph: modelData.glyph
            text: modelData.text
            chosen: list.place === modelData.key
            compact: list.compact
            touch: list.touch
            width: list.compact ? implicitWidth : list.width
            onClicked: list.chosen(modelData.key)
        }
    }
}
