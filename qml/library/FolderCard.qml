// A folder of the library: how far it is read, what is in it, and what could not be read.
import QtQuick
import QtQuick.Layouts
import Hearth.Components
import Hearth.Theme

Rectangle {
    id: card

    required property string path
    required property string name
    required property string place
    required property string phase  // "waiting", "reading", "ready", "missing", "failed"
    required property string counts
    required property string activity
    required property double share
    required property int skipped
    required property string changedAt
    required property string problem
    required property string exclude
    required property bool includeHidden
    property bool touch: false
    readonly property bool narrow: width < 420 * Theme.textScale

    signal skippedRequested
    signal rulesRequested
    signal removalRequested
    signal lookRequested

    function stateWords() {
        if (phase === "waiting") return qsTr("Waiting to be read");
        if (phase === "reading") return activity;
        if (phase === "ready" && changedAt !== "") return qsTr("Up to date · last change %1").arg(changedAt);
        return phase === "ready" ? qsTr("Up to date") : "";
    }

    implicitHeight: column.implicitHeight + 2 * Theme.gap4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.divider
    Accessible.role: Accessible.ListItem
    Accessible.name: qsTr("%1, %2, %3").arg(card.name).arg(card.counts).arg(card.stateWords())

    ColumnLayout {
        id: column
        x: Theme.gap4
        y: Theme.gap4
        width: parent.width - 2 * Theme.gap4
        spacing: Theme.gap2

        RowLayout {
            spacing: Theme.gap3
            Layout.fillWidth: true

            Icon {
                name: "folder"
                tint: card.phase === "missing" || card.phase === "failed" ? Theme.warning : Theme.accent
                Layout.alignment: Qt.AlignTop
                Layout.topMargin: 2
            }
            ColumnLayout {
                spacing: 0
                Layout.fillWidth: true
                Words {
                    text: card.name
                    font.weight: Font.DemiBold
                    wrapMode: Text.NoWrap
                    elide: Text.ElideMiddle
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
                Words {
                    text: card.place
                    color: Theme.text2
                    font.pixelSize: Theme.small
                    wrapMode: Text.NoWrap
                    elide: Text.ElideMiddle
                    Accessible.ignored: true
                    Layout.fillWidth: true
                }
            }
            RowLayout {
                spacing: 0
                Layout.alignment: Qt.AlignTop
                IconButton {
                    visible: !card.narrow
                    glyph: "refresh"
                    text: qsTr("Look through %1 again").arg(card.name)
                    extent: card.touch ? 44 : 32
                    onClicked: card.lookRequested()
                }
                IconButton {
                    objectName: "folderRules"
                    glyph: "settings"
                    text: qsTr("What of %1 is read").arg(card.name)
                    extent: card.touch ? 44 : 32
                    onClicked: card.rulesRequested()
                }
                IconButton {
                    objectName: "folderRemove"
                    glyph: "trash"
                    text: qsTr("Take %1 out of the library").arg(card.name)
                    extent: card.touch ? 44 : 32
                    onClicked: card.removalRequested()
                }
            }
        }
        Words {
            text: card.counts
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        ProgressLine {
            visible: card.phase === "reading"
            share: card.share
            Layout.fillWidth: true
        }
        Words {
            visible: text !== ""
            text: card.stateWords()
            color: Theme.text2
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            elide: Text.ElideMiddle
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        NoticeLine {
            visible: card.phase === "missing" || card.phase === "failed"
            text: card.phase === "missing"
                  ? qsTr("It is not there now. What I read of it is kept; plug the disk in, or take the folder out.")
                  : card.problem
            Layout.fillWidth: true
        }
        TextAction {
            objectName: "folderSkipped"
            visible: card.skipped > 0
            glyph: "info"
            text: qsTr("%n file(s) could not be read", "", card.skipped)
            Layout.leftMargin: -Theme.gap2
            Layout.maximumWidth: column.width + Theme.gap2
            onClicked: card.skippedRequested()
        }
    }
}
