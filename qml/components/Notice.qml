// A line that floats over the page for a while: what happened, and one verb for it.
import QtQuick
import QtQuick.Layouts
import Hearth.Theme

Rectangle {
    id: notice

    required property int maximumWidth
    property string text: ""
    property string verb: ""

    property double subject: 0  // an id that the one who spoke wants back

    signal acted  // the user clicked on the verb

    // `verb` may be empty.
    function say(text, verb, subject) {
        notice.text = text;
        notice.verb = verb;
        notice.subject = subject;
        notice.visible = true;
        pause.restart();
    }

    visible: false
    width: Math.min(maximumWidth, row.implicitWidth + 2 * Theme.gap4)
    height: row.implicitHeight + Theme.gap4
    radius: Theme.cardRadius
    color: Theme.surface
    border.color: Theme.outline
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Timer {
        id: pause
        interval: 8000
        onTriggered: notice.visible = false
    }
    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.gap4
        anchors.rightMargin: Theme.gap2
        spacing: Theme.gap2

        Words {
            text: notice.text
            Accessible.ignored: true
            Layout.fillWidth: true
        }
        TextAction {
            visible: notice.verb !== ""
            text: notice.verb
            onClicked: {
                notice.visible = false;
                notice.acted();
            }
        }
        IconButton {
            glyph: "close"
            text: qsTr("Close")
            onClicked: notice.visible = false
        }
    }
}
