// A part of a page that is there only when it is wanted, and takes no room otherwise.
import QtQuick

Loader {
    property bool wanted: true

    active: wanted
    visible: wanted
}
