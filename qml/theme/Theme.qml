// Colours, type, space and motion of the whole program. Main sets `dark`, `textScale`,
// `reducedMotion` and the user's accent, of which the colours that go with it are computed.
pragma Singleton
import QtQuick
import Hearth.App

QtObject {
    id: theme

    property bool dark: false
    property real textScale: 1
    property bool reducedMotion: false
    property bool mirrored: false  // lines begin at the right
    property Accent chosen: Accent {
        dark: theme.dark
    }

    // Colour. A test computes the contrast of every pair that is used together.
    readonly property color background: dark ? "#171513" : "#fbfaf8"
    readonly property color surface: dark ? "#1f1c19" : "#ffffff"
    readonly property color surface2: dark ? "#2a2622" : "#f3f1ec"
    readonly property color text: dark ? "#f2eee8" : "#1f1d1a"
    readonly property color text2: dark ? "#b8b0a5" : "#5c574f"
    readonly property color outline: dark ? "#8a8278" : "#8c857a"
    readonly property color divider: dark ? "#37322c" : "#e3ded6"
    readonly property color accent: chosen.colour
    readonly property color accentText: chosen.text
    readonly property color accentSoft: chosen.soft
    readonly property color success: dark ? "#7cc79a" : "#2a6e47"
    readonly property color warning: dark ? "#e0b04c" : "#7d5200"
    readonly property color danger: dark ? "#f28b82" : "#b3261e"
    readonly property color local: dark ? "#6cc6c0" : "#1c6662"
    readonly property color remote: dark ? "#bba6ee" : "#6247a0"

    // Type, in pixels at the user's text size.
    readonly property int small: Math.round(12 * textScale)
    readonly property int body: Math.round(14 * textScale)
    readonly property int message: Math.round(15 * textScale)
    readonly property int heading: Math.round(18 * textScale)
    readonly property int title: Math.round(22 * textScale)
    readonly property real lineHeight: 1.5
    readonly property string mono: "monospace"

    // Space: a grid of 4.
    readonly property int gap1: 4
    readonly property int gap2: 8
    readonly property int gap3: 12
    readonly property int gap4: 16
    readonly property int gap6: 24
    readonly property int gap8: 32

    // Shape.
    readonly property int radius: 6
    readonly property int cardRadius: 10
    readonly property int composerRadius: 16
    // Pictures and switches grow with the text, but less, for a phone has no room.
    readonly property real iconScale: Math.min(textScale, 1.6)
    readonly property int iconSize: Math.round(20 * iconScale)
    readonly property int actionHeight: Math.max(32, iconSize + 8)  // of a row of pictures that can be pressed
    readonly property var turningIcons: ["chevron-left", "chevron-right", "send", "sidebar", "open", "undo", "list"]
    readonly property int sideBarWidth: Math.round(264 * Math.min(textScale, 1.3))
    readonly property int narrowWidth: 600
    readonly property int columnWidth: Math.round(704 * textScale)  // about 72 characters of a message

    // Where something stands whose place is counted from where lines begin, in what is `whole` wide.
    function leading(whole, width, offset) {
        return theme.mirrored ? whole - width - offset : offset;
    }

    // Motion: only for what changes place.
    readonly property int duration: reducedMotion ? 0 : 150
}
