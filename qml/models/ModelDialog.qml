// Asks for a model file.
import QtQuick.Dialogs
import Hearth.App

FileDialog {
    id: dialog

    required property ModelShelf shelf

    title: qsTr("Open a model")
    nameFilters: [qsTr("Models (*.gguf)"), qsTr("All files (*)")]
    onAccepted: dialog.shelf.openFile(dialog.selectedFile)
}
