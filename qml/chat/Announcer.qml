// Says sentences to a screen reader; nothing of it is seen.
import QtQuick
import Hearth.App

Item {
    id: live

    property string text: ""

    function say(sentence) {
        live.text = sentence;
        reader.announce(live);
    }

    objectName: "announcer"
    width: 1
    height: 1
    opacity: 0
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    ScreenReader {
        id: reader
    }
}
