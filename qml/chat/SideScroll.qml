// What scrolls sideways where it is wider than the page: code, formulas, tables.
import QtQuick
import QtQuick.Controls.Basic
import Hearth.Theme

Flickable {
    id: flick

    flickableDirection: Flickable.HorizontalFlick
    boundsBehavior: Flickable.StopAtBounds
    interactive: contentWidth > width + 1
    onInteractiveChanged: if (interactive && !ScrollBar.horizontal) ScrollBar.horizontal = bar.createObject(flick)
    clip: true

    Component {
        id: bar
        ScrollBar { Accessible.ignored: true }
    }
}
