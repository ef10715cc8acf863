// Code of an answer: its language, its colours, and a button that copies it.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: block

    required property string text
    required property string language
    property bool rested: true  // its button may be made

    signal copyRequested

    implicitHeight: head.height + code.height
    radius: Theme.radius
    color: Theme.surface2
    Accessible.role: Accessible.Grouping
    Accessible.name: label.text

    CodeHighlighter {
        id: highlighter
        document: code.document
        language: block.language
        keyword: Theme.accent
        quoted: Theme.success
        number: Theme.warning
        comment: Theme.text2
    }
    Item {
        id: head
        width: parent.width
        height: Math.max(32, label.implicitHeight + Theme.gap2)

        Words {
            id: label
            text: highlighter.languageName === "" ? qsTr("Code") : highlighter.languageName
            color: Theme.text2
            font.pixelSize: Theme.small
            anchors.left: parent.left
            anchors.leftMargin: Theme.gap3
            anchors.verticalCenter: parent.verticalCenter
            Accessible.ignored: true
        }
        Part {
            wanted: block.rested
            anchors.right: parent.right
            anchors.rightMargin: Theme.gap1
            anchors.verticalCenter: parent.verticalCenter
            sourceComponent: IconButton {
                objectName: "copyCodeButton"
                glyph: copied.running ? "check" : "copy"
                text: copied.running ? qsTr("Copied") : qsTr("Copy the code")
                extent: 28
                onClicked: {
                    copied.restart();
                    block.copyRequested();
                }
                Timer {
                    id: copied
                    interval: 1500
                }
            }
        }
    }
    FixedText {
        id: code
        y: head.height - Theme.gap2
        width: parent.width
        text: block.text
    }
}
