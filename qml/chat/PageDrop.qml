// Takes what is dropped on the page, and says so while it hovers: a model is opened, other files are attached
// to the next message, words go into it.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

DropArea {
    id: drop

    required property Assistant assistant
    property bool hasModel: false

    signal textDropped(string text)

    function isModel(url) {
        return String(url).toLowerCase().endsWith(".gguf");
    }
    function take(urls) {
        const models = urls.filter(url => drop.isModel(url));
        const others = urls.filter(url => !drop.isModel(url));
        if (models.length > 0) drop.assistant.models.openFile(models[0]);
        if (others.length > 0) drop.assistant.chat.attachments.add(others);
    }

    onEntered: event => {
        drop.hasModel = event.hasUrls && event.urls.some(url => drop.isModel(url));
        event.accepted = event.hasUrls || event.hasText;
    }
    onDropped: event => {
        if (event.hasUrls) drop.take(event.urls);
        else if (event.hasText && !drop.assistant.chat.attachments.addWords(event.text)) drop.textDropped(event.text);
        event.accept(Qt.CopyAction);
    }

    Rectangle {
        visible: drop.containsDrag
        anchors.fill: parent
        anchors.margins: Theme.gap3
        radius: Theme.composerRadius
        color: Theme.accentSoft
        border.color: Theme.accent
        border.width: 2

        Column {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.gap4
            spacing: Theme.gap2
            Icon {
                name: drop.hasModel ? "model" : "file"
                tint: Theme.accent
                size: 40
                anchors.horizontalCenter: parent.horizontalCenter
            }
            Words {
                text: drop.hasModel ? qsTr("Drop the model here to talk with it")
                                    : qsTr("Drop it here to add it to your message")
                font.pixelSize: Theme.heading
                horizontalAlignment: Text.AlignHCenter
                width: parent.width
            }
        }
    }
}
