// What a search is kept to: a folder, a kind of document, a time.
import QtQuick
import Hearth.App
import Hearth.Components
import Hearth.Theme

Flow {
    id: filters

    required property LibraryService library
    readonly property LibrarySearch search: library.search
    readonly property int each: width < 480 * Theme.textScale ? width : Math.floor((width - 2 * Theme.gap2) / 3)
    readonly property var paths: {
        const out = [""];
        for (let i = 0; i < library.folders.count; ++i) out.push(library.folders.row(i).path);
        return out;
    }

    spacing: Theme.gap2

    ChoiceBox {
        objectName: "folderFilter"
        visible: filters.library.folders.count > 1
        width: filters.each
        model: filters.paths.map(path => path === "" ? qsTr("All folders") : path.split("/").pop())
        currentIndex: Math.max(0, filters.paths.indexOf(filters.search.folder))
        Accessible.name: qsTr("Folder to search")
        onActivated: index => filters.search.folder = filters.paths[index]
    }
    ChoiceBox {
        objectName: "kindFilter"
        width: filters.each
        model: filters.search.kindNames
        currentIndex: filters.search.kind
        Accessible.name: qsTr("Kind of document")
        onActivated: index => filters.search.kind = index
    }
    ChoiceBox {
        objectName: "timeFilter"
        width: filters.each
        model: filters.search.timeNames
        currentIndex: filters.search.time
        Accessible.name: qsTr("Time of the document")
        onActivated: index => filters.search.time = index
    }
}
