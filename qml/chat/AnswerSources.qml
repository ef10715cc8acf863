// What an answer from documents rests on: how much was searched and found, and each passage with its place. A
// passage opens where it stands.
import QtQuick
import Hearth.Components
import Hearth.Theme

Column {
    id: sources

    required property var documents  // as the list of messages has it; undefined: not from documents
    readonly property var list: documents === undefined ? [] : documents.sources
    readonly property string searched: documents === undefined ? ""
                                     : documents.folders.length > 0 ? qsTr("Searched in %1").arg(documents.folders.join(", "))
                                     : qsTr("Searched %n document(s)", "", documents.documents)

    signal wanted(int number)

    visible: documents !== undefined
    spacing: Theme.gap2

    Flow {
        visible: sources.list.length > 0
        width: parent.width
        spacing: Theme.gap2

        Repeater {
            model: sources.list
            delegate: SourceChip {
                required property var modelData
                number: modelData.number
                text: modelData.place === "" ? modelData.title : qsTr("%1, %2").arg(modelData.title).arg(modelData.place)
                passage: modelData
                width: Math.min(implicitWidth, sources.width)
                onClicked: sources.wanted(modelData.number)
            }
        }
    }
    Words {
        objectName: "documentState"
        visible: text !== ""
        width: parent.width
        color: Theme.text2
        font.pixelSize: Theme.small
        text: sources.documents === undefined ? ""
            : sources.documents.used === 0 ? qsTr("%1 · nothing about this found").arg(sources.searched)
            : qsTr("%1 · %2 found · %3 used").arg(sources.searched).arg(sources.documents.found).arg(sources.documents.used)
              + (sources.documents.timeIgnored ? qsTr(" · none from the time you named") : "")
    }
    Words {
        objectName: "unsupportedWords"
        visible: sources.documents !== undefined && sources.documents.unsupported > 0
        width: parent.width
        color: Theme.danger
        font.pixelSize: Theme.small
        text: visible ? qsTr("No passage says this: %1").arg(sources.documents.doubts.join(" ")) : ""
    }
}
