// Text in the program's type: body size and colour unless told otherwise. Never interprets markup.
import QtQuick
import Hearth.Theme

Text {
    color: Theme.text
    font.pixelSize: Theme.body
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft  // that is, where lines begin: layouts from right to left turn it
    linkColor: Theme.accent
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
