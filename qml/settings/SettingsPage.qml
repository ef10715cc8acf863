// The few settings there are, each explained in one line.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

PageFrame {
    id: page

    required property Assistant assistant
    readonly property Settings settings: assistant.settings
    readonly property var scales: [1, 1.15, 1.3, 1.5, 2]

    function nearest(scale) {
        let best = 0;
        scales.forEach((s, i) => { if (Math.abs(s - scale) < Math.abs(scales[best] - scale)) best = i; });
        return best;
    }

    title: qsTr("Settings")

    ColumnLayout {
        spacing: Theme.gap1
        Words {
            text: qsTr("Colours")
        }
        ChoiceBox {
            objectName: "lookBox"
            focus: true
            model: [qsTr("As the desktop"), qsTr("Light"), qsTr("Dark")]
            currentIndex: page.settings.look
            Accessible.name: qsTr("Colours")
            Layout.fillWidth: true
            onActivated: index => page.settings.look = index
        }
    }
    ColumnLayout {
        spacing: Theme.gap1
        Words {
            text: qsTr("Text size")
        }
        ChoiceBox {
            model: page.scales.map(s => qsTr("%1 %").arg(Math.round(s * 100)))
            currentIndex: page.nearest(page.settings.textScale)
            Accessible.name: qsTr("Text size")
            Layout.fillWidth: true
            onActivated: index => page.settings.textScale = page.scales[index]
        }
    }
    SwitchLine {
        text: qsTr("Less motion")
        explanation: qsTr("What changes place does so at once.")
        checked: page.settings.reducedMotion
        Layout.fillWidth: true
        onToggled: page.settings.reducedMotion = checked
    }
}
