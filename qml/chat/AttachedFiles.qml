// The files that went with a message: their names, and what was read of each when its line is opened.
import QtQuick
import Hearth.Theme

Column {
    id: list

    required property var files  // each with name and text
    readonly property int most: 20000  // characters

    topPadding: Theme.gap1
    Accessible.role: Accessible.List
    Accessible.name: qsTr("Attached files")

    Repeater {
        model: list.files
        delegate: Folded {
            id: file
            required property var modelData
            objectName: "attachedFile"
            width: list.width
            glyph: "file"
            heading: file.modelData.name
            text: file.modelData.text === "" ? qsTr("This file is long: answers quote the passages that fit.")
                : file.modelData.text.length > list.most ? file.modelData.text.slice(0, list.most) + "…"
                : file.modelData.text
        }
    }
}
