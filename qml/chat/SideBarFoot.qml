// What works here and where: all on this device, and which model.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: foot

    required property Assistant assistant
    readonly property ModelStatus model: assistant.model

    function describe() {
        if (model.state === ModelStatus.Loading)
            return model.progress > 0 ? qsTr("Opening the model, %1 %").arg(Math.round(model.progress * 100))
                                      : qsTr("Opening the model…");
        if (model.state === ModelStatus.Failed) return qsTr("No model is open");
        const name = assistant.models.builtIn ? model.name : assistant.models.currentName;
        const speed = assistant.chat.tokensPerSecond;
        return speed > 0 ? qsTr("%1 · %2 tokens/s").arg(name).arg(Math.round(speed)) : name;
    }

    spacing: Theme.gap2

    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: 1
        color: Theme.divider
    }
    RowLayout {
        spacing: Theme.gap2
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap1

        Icon {
            name: foot.model.state === ModelStatus.Failed ? "warning" : "shield"
            tint: foot.model.state === ModelStatus.Failed ? Theme.warning : Theme.local
            Layout.alignment: Qt.AlignVCenter
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true
            Words {
                text: qsTr("On this device only")
                color: Theme.local
                font.weight: Font.DemiBold
                font.pixelSize: Theme.small
                Layout.fillWidth: true
            }
            Words {
                text: foot.describe()
                color: foot.model.state === ModelStatus.Failed ? Theme.warning : Theme.text2
                font.pixelSize: Theme.small
                Layout.fillWidth: true
            }
        }
    }
}
