// What works here and where: whether anything may leave this device, and which model answers.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: foot

    required property Assistant assistant
    readonly property ModelStatus model: assistant.model
    readonly property bool failed: model.state === ModelStatus.Failed

    function describe() {
        if (model.state === ModelStatus.Loading)
            return model.progress > 0 ? qsTr("Opening the model, %1 %").arg(Math.round(model.progress * 100))
                                      : qsTr("Opening the model…");
        if (model.state === ModelStatus.Failed) return qsTr("No model is open");
        if (assistant.models.opening) return qsTr("Opening %1…").arg(assistant.models.openingName);
        const name = assistant.models.builtIn ? model.name : assistant.models.currentName;
        const speed = assistant.chat.tokensPerSecond;
        if (assistant.models.asleep) return qsTr("%1, resting").arg(name);
        return speed > 0 ? qsTr("%1 · %2 tokens/s").arg(name).arg(Math.round(speed)) : name;
    }

    spacing: Theme.gap2

    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: 1
        color: Theme.divider
    }
    SwitchLine {
        objectName: "offlineSwitch"
        text: qsTr("Offline")
        explanation: checked ? qsTr("Nothing can leave this device") : qsTr("Only what you start goes out")
        tint: Theme.local
        checked: foot.assistant.settings.offline
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap2
        Layout.rightMargin: Theme.gap2
        onToggled: foot.assistant.settings.offline = checked
    }
    RowLayout {
        spacing: Theme.gap2
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap2

        Icon {
            name: foot.failed ? "warning" : "shield"
            tint: foot.failed ? Theme.warning : Theme.local
            size: 18
            Layout.alignment: Qt.AlignVCenter
        }
        Words {
            text: foot.describe()
            color: foot.failed ? Theme.warning : Theme.local
            font.pixelSize: Theme.small
            Layout.fillWidth: true
        }
    }
}
