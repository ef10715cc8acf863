// A line for a passphrase: not shown, and not remembered by input methods.
import QtQuick
import Hearth.Components

TextBox {
    echoMode: TextInput.Password
    inputMethodHints: Qt.ImhHiddenText | Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
    Accessible.name: placeholderText
}
