// A kind of personal data, or several, and what becomes of it on the way to another host.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

GridLayout {
    id: line

    required property int handling  // as PolicyService.Handling
    property string text: ""
    readonly property bool stacked: width < 420 * Theme.textScale

    signal chosen(int handling)

    columns: stacked ? 1 : 2
    columnSpacing: Theme.gap4
    rowSpacing: 0

    Words {
        text: line.text
        Layout.fillWidth: true
        Layout.topMargin: line.stacked ? Theme.gap1 : 0
    }
    ChoiceBox {
        model: [qsTr("Goes as it is"), qsTr("Goes as a stand-in"), qsTr("Never leaves")]
        currentIndex: line.handling === PolicyService.Mixed ? -1 : line.handling
        displayText: currentIndex < 0 ? qsTr("Differs") : currentText
        Accessible.name: line.text
        Accessible.description: displayText
        Layout.preferredWidth: line.stacked ? line.width : Math.min(240 * Theme.textScale, line.width / 2)
        Layout.topMargin: Theme.gap1
        Layout.bottomMargin: Theme.gap1
        onActivated: index => line.chosen(index)
    }
}
