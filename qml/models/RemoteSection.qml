// A larger model elsewhere: where it is, the key to it, whether it answers, and who may ask it.
import QtQuick
import QtQuick.Layouts
import Hearth.App
import Hearth.Components
import Hearth.Theme

ColumnLayout {
    id: section

    required property RemoteService remote
    required property Settings settings

    spacing: Theme.gap2

    Words {
        text: qsTr("A larger model elsewhere")
        font.weight: Font.DemiBold
        color: Theme.text2
        Accessible.role: Accessible.Heading
    }
    Words {
        text: qsTr("Any server that speaks OpenAI's interface. A conversation asks it only where you allow that, and names, numbers and addresses go as stand-ins.")
        color: Theme.text2
        Layout.fillWidth: true
    }
    NoticeLine {
        visible: section.settings.offline
        text: qsTr("You are offline: nothing is sent, and the model on this computer answers.")
        tint: Theme.local
        glyph: "local"
        Layout.fillWidth: true
    }
    GridLayout {
        id: form
        readonly property bool narrow: section.width < 480 * Theme.textScale
        columns: narrow ? 1 : 2
        columnSpacing: Theme.gap3
        rowSpacing: Theme.gap2
        Layout.fillWidth: true

        Words { text: qsTr("Address") }
        TextBox {
            id: address
            objectName: "remoteAddress"
            text: section.remote.address
            placeholderText: "https://gateway.example.org/v1"
            faulty: text.trim() !== "" && section.remote.address !== "" && !section.remote.named
            Accessible.name: qsTr("Address of the server")
            Layout.fillWidth: true
            onEditingFinished: if (text.trim() !== section.remote.address) section.remote.setAddress(text)
        }
        Words { text: qsTr("Key") }
        RowLayout {
            spacing: Theme.gap2
            Layout.fillWidth: true
            TextBox {
                id: key
                objectName: "remoteKey"
                echoMode: TextInput.Password
                inputMethodHints: Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                placeholderText: section.remote.keyKept ? qsTr("A key is kept; type another to replace it")
                                                        : qsTr("Where the server wants one")
                Accessible.name: qsTr("Key to the server")
                Accessible.description: qsTr("Key to the server")  // Qt 6.4 tells no name of hidden text
                Layout.fillWidth: true
                onEditingFinished: {
                    if (text.trim() === "") return;
                    section.remote.keepKey(text);
                    clear();
                }
            }
            IconButton {
                objectName: "forgetKey"
                visible: section.remote.keyKept
                glyph: "trash"
                text: qsTr("Forget the key")
                onClicked: section.remote.keepKey("")
            }
        }
        Words {
            visible: section.remote.models.length > 0 || section.remote.model !== ""
            text: qsTr("Model")
        }
        ChoiceBox {
            id: models
            objectName: "remoteModel"
            // The chosen one is shown whether or not it is in the list.
            readonly property var names: {
                const out = [];
                for (let i = 0; i < section.remote.models.length; ++i) out.push(section.remote.models[i]);
                if (section.remote.model !== "" && out.indexOf(section.remote.model) < 0) out.unshift(section.remote.model);
                return out;
            }
            visible: names.length > 0
            model: names
            currentIndex: names.indexOf(section.remote.model)
            Accessible.name: qsTr("Model of the server")
            Layout.fillWidth: true
            onActivated: index => section.remote.setModel(names[index])
        }
        Words {
            text: qsTr("New conversations")
        }
        ChoiceBox {
            objectName: "remoteStandard"
            readonly property var values: ["never", "ask", "automatic"]
            model: [qsTr("Never ask it"), qsTr("Ask me each time"), qsTr("Ask it where the model here is unsure")]
            currentIndex: values.indexOf(section.settings.remoteUse)
            Accessible.name: qsTr("Whether new conversations may ask it")
            Layout.fillWidth: true
            onActivated: index => section.settings.remoteUse = values[index]
        }
    }
    Words {
        objectName: "keyPlace"
        visible: text !== ""
        text: section.remote.keyPlace
        color: Theme.text2
        font.pixelSize: Theme.small
        Layout.fillWidth: true
    }
    Connections {
        target: section.remote
        function onChanged() { if (!address.activeFocus) address.text = section.remote.address; }
    }
    Flow {
        spacing: Theme.gap3
        Layout.fillWidth: true

        TextButton {
            objectName: "remoteTest"
            glyph: "web"
            text: section.remote.testing ? qsTr("Asking…") : qsTr("Test")
            enabled: section.remote.named && !section.remote.testing && !section.settings.offline
            onClicked: section.remote.test()
        }
        NoticeLine {
            objectName: "remoteVerdict"
            visible: section.remote.verdict !== ""
            text: section.remote.verdict
            glyph: section.remote.answers ? "success" : "error"
            tint: section.remote.answers ? Theme.success : Theme.danger
            width: Math.min(section.width, Math.round(420 * Theme.textScale))
        }
    }
}
