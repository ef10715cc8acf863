// An outlined picture of assets/icons in one colour. Says nothing to a screen reader: its control does.
import QtQuick
import QtQuick.Window
import Hearth.Theme

Image {
    id: icon

    required property string name
    property color tint: Theme.text2
    property int size: 20  // at the usual text size
    readonly property int extent: Math.round(size * Theme.iconScale)

    source: name === "" ? "" : "image://icons/" + name + "/" + tint.toString().slice(-6)
    // Drawn in the screen's own dots.
    sourceSize.width: Math.ceil(extent * Screen.devicePixelRatio)
    sourceSize.height: Math.ceil(extent * Screen.devicePixelRatio)
    width: extent
    height: extent
    // What points along the line turns with it.
    mirror: Theme.mirrored && Theme.turningIcons.includes(name)
    Accessible.ignored: true
}
