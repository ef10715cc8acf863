// A page as it looks, with the lines of the passage marked.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.App
import Hearth.Components
import Hearth.Theme

Flickable {
    id: sheet

    required property PageView pages
    readonly property var boxes: pages.boxes

    function revealMark() {
        if (boxes.length === 0) return;
        const top = boxes[0].y * paper.height;
        contentY = Math.max(0, Math.min(top - height / 3, contentHeight - height));
    }

    contentWidth: width
    contentHeight: paper.height + Theme.gap4
    boundsBehavior: Flickable.StopAtBounds
    clip: true
    onBoxesChanged: settling.restart()
    onWidthChanged: settling.restart()
    ScrollBar.vertical: ScrollBar { Accessible.ignored: true }

    Timer {
        id: settling  // the paper has its height with the next frame
        interval: 0
        onTriggered: sheet.revealMark()
    }
    Skeleton {
        visible: sheet.pages.drawing && paper.ratio === 0
        width: parent.width
        lines: 12
    }
    PageImage {
        id: paper
        objectName: "pagePicture"
        visible: ratio > 0
        pages: sheet.pages
        width: sheet.width
        height: Math.round(width * ratio)
        opacity: sheet.pages.drawing ? 0.5 : 1
        Accessible.role: Accessible.Graphic
        Accessible.name: qsTr("Page %1 of %2").arg(sheet.pages.page).arg(sheet.pages.pages)

        Repeater {
            model: sheet.pages.boxes
            delegate: Rectangle {
                required property var modelData
                objectName: "pageMark"
                x: modelData.x * paper.width - 3
                y: modelData.y * paper.height - 2
                width: modelData.width * paper.width + 6
                height: modelData.height * paper.height + 4
                radius: 3
                // Over paper, which is white in the dark too.
                color: "#55f2a83b"
                border.color: "#a8431b"
                border.width: 1
            }
        }
    }
    Rectangle {
        visible: paper.visible
        width: paper.width
        height: paper.height
        color: "transparent"
        border.color: Theme.divider
    }
}
