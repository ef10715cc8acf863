// Text in the program's type: body size and colour unless told otherwise. Never interprets markup.
import QtQuick
import Hearth.Theme

Text {
    color: Theme.text
    font.pixelSize: Theme.body
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    linkColor: Theme.accent
    Accessible.role: Accessible.StaticText
    Accessible.name: text
    Accessible.ignored: text === ""
}
