// An outlined picture of assets/icons in one colour. Says nothing to a screen reader: its control does.
import QtQuick
import QtQuick.Window
import Hearth.Theme

Image {
    id: icon

    required property string name
    property color tint: Theme.text2
    property int size: Theme.iconSize

    source: name === "" ? "" : "image://icons/" + name + "/" + tint.toString().slice(-6)
    // Drawn in the screen's own dots.
    sourceSize.width: Math.ceil(size * Screen.devicePixelRatio)
    sourceSize.height: Math.ceil(size * Screen.devicePixelRatio)
    width: size
    height: size
    Accessible.ignored: true
}
