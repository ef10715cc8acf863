// Files to export to, import from and attach, as the desktop's dialogs choose them.
import QtQuick
import QtQuick.Dialogs
import Hearth.App

Item {
    id: dialogs

    required property Assistant assistant
    property double subject: 0  // the conversation to be exported; 0: all

    function exportConversation(id) {
        dialogs.subject = id;
        const name = dialogs.assistant.files.fileName(id);
        out.selectedFile = out.currentFolder + "/" + encodeURIComponent(name) + ".md";
        out.open();
    }
    function importConversations() {
        taking.open();
    }
    function attach() {
        attaching.open();
    }

    FileDialog {
        id: out
        objectName: "exportDialog"
        title: qsTr("Export to a file")
        fileMode: FileDialog.SaveFile
        nameFilters: [qsTr("Markdown, to read (*.md)"), qsTr("JSON, with everything (*.json)")]
        defaultSuffix: selectedNameFilter.index === 1 ? "json" : "md"
        onAccepted: dialogs.assistant.files.exportTo(dialogs.subject, out.selectedFile)
    }
    FileDialog {
        id: taking
        objectName: "importDialog"
        title: qsTr("Import conversations")
        nameFilters: [qsTr("Hearth or ChatGPT (*.json *.md)"), qsTr("All files (*)")]
        onAccepted: dialogs.assistant.files.importFrom(taking.selectedFile)
    }
    FileDialog {
        id: attaching
        objectName: "attachDialog"
        title: qsTr("Attach files to the message")
        fileMode: FileDialog.OpenFiles
        onAccepted: dialogs.assistant.chat.attachments.add(attaching.selectedFiles)
    }
}
